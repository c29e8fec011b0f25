package motcua.notify;

import java.time.Duration;
import java.util.Objects;
import motcua.core.notice.Backoff;

/**
 * How a notifier works.
 *
 * @param poll wait between two looks at the outbox
 * @param lease time after which a message being sent may be taken by another notifier; longer than
 *     an attempt can last
 */
public record NotifierSettings(Duration poll, Duration lease, Backoff backoff) {
  /** For the product. */
  public static final NotifierSettings USUAL =
      new NotifierSettings(Duration.ofMillis(200), Duration.ofMinutes(3), Backoff.USUAL);

  public NotifierSettings {
    Objects.requireNonNull(poll, "poll");
    Objects.requireNonNull(lease, "lease");
    Objects.requireNonNull(backoff, "backoff");
  }
}
