package motcua.core.ledger;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One entry of the journal of one dossier (ledger.md 4). The dossier itself is known to whoever
 * holds the journal.
 *
 * @param entry what is booked: a move between two buckets, or a counter
 * @param count +1, or -1 when it reverses an earlier one
 * @param countsOn day it counts for
 * @param knownOn day the system learned it
 * @param cause event id, or {@link #CLOCK}
 */
public record Posting(Entry entry, int count, LocalDate countsOn, LocalDate knownOn, String cause) {
  /** Cause of an overdue crossing. */
  public static final String CLOCK = "CLOCK";

  public Posting {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(countsOn, "countsOn");
    Objects.requireNonNull(knownOn, "knownOn");
    Objects.requireNonNull(cause, "cause");
    if (count != 1 && count != -1) {
      throw new IllegalArgumentException("count must be +1 or -1, not " + count);
    }
  }

  /** The posting that takes this one back, learned on the same day. */
  public Posting reversed() {
    return new Posting(entry, -count, countsOn, knownOn, cause);
  }

  /** What a posting books. */
  public sealed interface Entry {
    /**
     * A move of the dossier from one account and bucket to another. The accounts differ only in a
     * transfer, and then the buckets are equal; from or to is {@link Bucket#NONE} at the edge of
     * the books.
     */
    record Move(Account fromAccount, Bucket from, Account toAccount, Bucket to) implements Entry {
      public Move {
        Objects.requireNonNull(fromAccount, "fromAccount");
        Objects.requireNonNull(toAccount, "toAccount");
      }

      /** Between two units. */
      public boolean isTransfer() {
        return !fromAccount.unit().equals(toAccount.unit());
      }
    }

    /** One dossier counted by a counter in an account. */
    record Count(Account account, Counter counter) implements Entry {}
  }
}
