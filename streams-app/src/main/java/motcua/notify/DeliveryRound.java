package motcua.notify;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import motcua.core.notice.Message;
import motcua.readmodel.Delivery;
import motcua.readmodel.Outbox;
import motcua.readmodel.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due in one channel. A message is marked before it is sent and after: whoever is
 * killed between the two leaves it to be sent again under the same key.
 */
final class DeliveryRound {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryRound.class);

  private final Outbox outbox;
  private final Line line;
  private final NotifierSettings settings;
  private final InstantSource clock;

  DeliveryRound(Outbox outbox, Line line, NotifierSettings settings, InstantSource clock) {
    this.outbox = Objects.requireNonNull(outbox, "outbox");
    this.line = Objects.requireNonNull(line, "line");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Sends until nothing is due, or the channel does not work. */
  void run() {
    boolean goOn = true;
    while (goOn && !Thread.currentThread().isInterrupted()) {
      Instant now = clock.instant();
      Optional<Delivery> claimed = outbox.claim(line.channel(), now, now.plus(settings.lease()));
      goOn = claimed.isPresent() && deliver(claimed.get());
    }
    line.sender().rest();
  }

  /** Whether the channel works. */
  private boolean deliver(Delivery delivery) {
    Optional<Outcome> outcome = attempt(delivery);
    Instant now = clock.instant();
    if (outcome.isEmpty()) {
      outbox.empty(delivery, now);
      return true;
    }
    return switch (outcome.get()) {
      case Outcome.Sent sent -> {
        outbox.sent(delivery, now);
        yield true;
      }
      case Outcome.Refused refused -> {
        fail(delivery, refused.reason(), now);
        yield true;
      }
      case Outcome.Later later -> {
        postpone(delivery, later.reason(), now);
        yield false;
      }
    };
  }

  private void postpone(Delivery delivery, String reason, Instant now) {
    if (settings.backoff().isOver(delivery.due(), now)) {
      fail(delivery, "gave up after " + delivery.attempts() + " attempts: " + reason, now);
    } else {
      outbox.retry(delivery, reason, settings.backoff().next(delivery.attempts(), now));
    }
  }

  private void fail(Delivery delivery, String reason, Instant now) {
    outbox.failed(delivery, reason, now);
    // The reason may name the address: it stands in the outbox.
    LOG.warn("delivery {} over {} failed for good", delivery.id(), line.channel());
  }

  /** Empty when there is nothing to say. */
  private Optional<Outcome> attempt(Delivery delivery) {
    try {
      return message(delivery).map(text -> line.sender().send(delivery, text));
    } catch (StoreUnavailableException passing) {
      throw passing;
    } catch (RuntimeException fault) {
      LOG.warn("delivery {} over {} could not be made", delivery.id(), line.channel(), fault);
      return Optional.of(new Outcome.Later(fault.toString()));
    }
  }

  private Optional<Message> message(Delivery delivery) {
    if (delivery.message().isPresent()) {
      return delivery.message();
    }
    Optional<Message> message = line.composer().compose(delivery, clock.instant());
    message.ifPresent(text -> outbox.compose(delivery, text));
    return message;
  }
}
