package motcua.readmodel;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A source with all that is counted of it.
 *
 * @param records records that changed the ledger, initial loads left out
 * @param backfilled records of initial loads that changed the ledger
 * @param lastRecordedAt of the latest of {@code records}
 * @param lastOccurredAt of the same one
 * @param lastHour records recorded in the hour before now, in steps of five minutes
 * @param lastDay records recorded in the day before now, in steps of five minutes
 * @param deadLetters open dead letters by code of the reason
 */
public record SourceLine(
    SourceHearing hearing,
    long records,
    long backfilled,
    Optional<Instant> lastRecordedAt,
    Optional<Instant> lastOccurredAt,
    long lastHour,
    long lastDay,
    Map<String, Long> deadLetters) {
  public SourceLine {
    Objects.requireNonNull(hearing, "hearing");
    Objects.requireNonNull(lastRecordedAt, "lastRecordedAt");
    Objects.requireNonNull(lastOccurredAt, "lastOccurredAt");
    deadLetters = Map.copyOf(deadLetters);
  }
}
