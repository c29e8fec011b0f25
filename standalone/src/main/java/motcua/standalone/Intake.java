package motcua.standalone;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How the connector stamps what it reads.
 *
 * @param source system the records come from, where they do not say so themselves
 * @param recordedAt what decides when a record became known
 * @param clock where the clock stands; absent: the real clock
 * @param tables how tables are read; absent: they are refused
 */
public record Intake(
    String source, RecordedAt recordedAt, Optional<OffsetDateTime> clock, Optional<Tables> tables) {
  /** An intake that reads no tables. */
  public Intake(String source, RecordedAt recordedAt, Optional<OffsetDateTime> clock) {
    this(source, recordedAt, clock, Optional.empty());
  }

  /**
   * How tables are read.
   *
   * @param mapping mapping file
   * @param aliases unit-aliases.csv, where one is given
   * @param fingerprint of both: by another mapping a table is another input
   */
  public record Tables(Path mapping, Optional<Path> aliases, String fingerprint) {}

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
