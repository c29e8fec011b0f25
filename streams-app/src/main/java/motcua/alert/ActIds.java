package motcua.alert;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Ids of acts: different in all processes, and growing as text in each, so that two acts of one
 * moment (on a clock that stands still all are) keep their order. Thread-safe.
 */
public final class ActIds implements Supplier<String> {
  private final InstantSource clock;
  private final AtomicLong last = new AtomicLong();

  /**
   * @param clock that goes on from one process to the next
   */
  public ActIds(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public String get() {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    long number = last.updateAndGet(before -> Math.max(before + 1, now));
    return "%016x-%s".formatted(number, UUID.randomUUID());
  }
}
