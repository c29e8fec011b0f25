package motcua.ingest.output;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import motcua.ingest.mapping.RecordedAt;
import motcua.ingest.mapping.Stamp;

/**
 * Stamps what is read. Every stretch of one file read in one go has one moment, later than that of
 * the stretch before, so that sightings of two batches never tie on time and mix by their place. A
 * fixed clock stands still and ties on purpose.
 */
public final class ArrivalClock {
  private final RecordedAt mode;
  private final Optional<Instant> fixed;
  private final InstantSource system;
  private long last = Long.MIN_VALUE;

  /**
   * A clock of one reader.
   *
   * @param fixed where it stands; empty: the system's time goes on
   */
  public ArrivalClock(RecordedAt mode, Optional<Instant> fixed, InstantSource system) {
    this.mode = mode;
    this.fixed = fixed;
    this.system = system;
  }

  /** The moment of the next stretch. */
  public synchronized Stamp stamp() {
    if (fixed.isPresent()) {
      return new Stamp(mode, micros(fixed.get()));
    }
    last = Math.max(micros(system.instant()), last + 1);
    return new Stamp(mode, last);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
