package motcua.core.journal;

import java.time.Instant;
import java.util.List;
import motcua.core.ledger.Posting;
import motcua.core.mark.MarkSpan;

/**
 * The difference of two journals of one dossier, and the state after it.
 *
 * @param postings net: none of them cancels another
 * @param standing as of the clock after
 * @param marks every mark that ever held in the journal after, not only the new ones
 * @param nextCrossing first moment after the clock at which the clock alone changes the journal or
 *     the standing: a due day runs out, an event recorded before it occurs comes to pass, or
 *     another calendar becomes known; null when there is none
 */
public record Change(
    List<Posting> postings, Standing standing, List<MarkSpan> marks, Instant nextCrossing) {}
