package motcua.standalone.play;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock that stands, or runs so many times as fast as the real one up to a moment and stands
 * there. It never goes back. Thread-safe.
 */
public final class PlayClock implements InstantSource {
  private final LongSupplier nanos;
  private volatile Run run;

  /**
   * @param since nanoseconds of the machine at which it began
   * @param speed simulated seconds a second
   * @param until where it stops
   */
  private record Run(Instant from, long since, double speed, Instant until) {
    Instant at(long nanos) {
      double elapsed = (nanos - since) * speed;
      double whole = Duration.between(from, until).toSeconds() * 1e9;
      return elapsed >= whole ? until : from.plusNanos((long) elapsed);
    }
  }

  /** A clock that stands at a moment. */
  public PlayClock(Instant at) {
    this(at, System::nanoTime);
  }

  PlayClock(Instant at, LongSupplier nanos) {
    this.nanos = nanos;
    this.run = new Run(at, 0, 0, at);
  }

  @Override
  public Instant instant() {
    return run.at(nanos.getAsLong());
  }

  /**
   * Stands at a later moment from now on.
   *
   * @throws IllegalArgumentException when it is past that moment
   */
  public synchronized void stand(Instant at) {
    requireLater(at);
    run = new Run(at, 0, 0, at);
  }

  /** Stands where it is. */
  public synchronized void stop() {
    Instant now = instant();
    run = new Run(now, 0, 0, now);
  }

  /**
   * Runs from where it is to a later moment.
   *
   * @param speed simulated seconds a second, above 0
   * @throws IllegalArgumentException when it is past that moment
   */
  public synchronized void run(Instant until, double speed) {
    requireLater(until);
    run = new Run(instant(), nanos.getAsLong(), speed, until);
  }

  private void requireLater(Instant moment) {
    if (moment.isBefore(instant())) {
      throw new IllegalArgumentException("the clock is past " + moment + ": " + instant());
    }
  }
}
