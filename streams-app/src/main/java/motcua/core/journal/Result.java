package motcua.core.journal;

import java.time.Instant;
import java.util.List;
import motcua.core.ledger.Posting;
import motcua.core.mark.MarkSpan;

/**
 * The whole journal of a dossier.
 *
 * @param postings in the order of knowledge; reversals stand beside what they reverse
 * @param standing as of the clock
 * @param marks every mark that ever held, by day of knowledge
 * @param nextCrossing see {@link Change#nextCrossing()}
 */
public record Result(
    List<Posting> postings, Standing standing, List<MarkSpan> marks, Instant nextCrossing) {}
