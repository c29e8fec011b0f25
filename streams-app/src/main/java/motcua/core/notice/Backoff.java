package motcua.core.notice;

import java.time.Duration;
import java.time.Instant;

/**
 * When a message that could not be delivered is tried again: twice as late each time. No chance is
 * in it, so that a run can be repeated.
 *
 * @param first wait after the first attempt
 * @param most longest wait
 * @param giveUpAfter time since the message was due after which it has failed
 */
public record Backoff(Duration first, Duration most, Duration giveUpAfter) {
  /** Five seconds to five minutes, for three days. */
  public static final Backoff USUAL =
      new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofDays(3));

  private static final int MOST_DOUBLINGS = 20;

  public Backoff {
    if (first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
      throw new IllegalArgumentException("waits must be positive and grow: " + first + ", " + most);
    }
  }

  /**
   * When to try again.
   *
   * @param attempts made so far, at least 1
   */
  public Instant next(int attempts, Instant now) {
    Duration wait = first.multipliedBy(1L << Math.min(Math.max(attempts, 1) - 1, MOST_DOUBLINGS));
    return now.plus(wait.compareTo(most) > 0 ? most : wait);
  }

  /** Whether a message has waited too long. */
  public boolean isOver(Instant due, Instant now) {
    return Duration.between(due, now).compareTo(giveUpAfter) > 0;
  }
}
