package motcua.core.journal;

import java.time.Instant;
import motcua.core.ledger.Account;
import motcua.core.ledger.Bucket;

/**
 * Where a dossier stands as of the clock: what lies after the clock has not happened yet.
 *
 * @param account whose books it stands in; null before receipt
 * @param bucket {@link Bucket#NONE} before receipt
 * @param dueAt current due; null when there is none
 * @param firstDueAt its first due ever; null when there was none
 * @param closedAt null while open or suspended
 */
public record Standing(
    Account account,
    Bucket bucket,
    Instant receivedAt,
    Instant dueAt,
    Instant firstDueAt,
    Instant closedAt) {
  /** Nothing counts yet. */
  public static final Standing NOWHERE = new Standing(null, Bucket.NONE, null, null, null, null);
}
