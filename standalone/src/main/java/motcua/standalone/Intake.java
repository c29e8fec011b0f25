package motcua.standalone;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How the connector stamps what it reads.
 *
 * @param source system the records come from, where they do not say so themselves
 * @param recordedAt what decides when a record became known
 * @param clock where the clock stands; absent: the real clock
 */
public record Intake(String source, RecordedAt recordedAt, Optional<OffsetDateTime> clock) {
  /** What decides when a record became known (ledger.md 1). */
  public enum RecordedAt {
    /** The clock, at the moment of reading. */
    CLOCK,
    /** The input, for canonical events. */
    INPUT,
    /** The latest time at which the record says something happened. */
    BACKFILL
  }
}
