package motcua.codec;

import java.time.Instant;

/** Instants on the wire and in the stores: microseconds since 1970-01-01T00:00Z. */
public final class Micros {
  private Micros() {}

  /** Microseconds of an instant; finer parts are cut off. */
  public static long of(Instant instant) {
    return instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1_000;
  }

  /** The instant of a number of microseconds. */
  public static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }

  /** As {@link #of}, null for null. */
  public static Long ofNullable(Instant instant) {
    return instant == null ? null : of(instant);
  }

  /** As {@link #toInstant}, null for null. */
  public static Instant toInstantNullable(Long micros) {
    return micros == null ? null : toInstant(micros);
  }
}
