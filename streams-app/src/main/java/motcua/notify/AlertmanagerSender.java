package motcua.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import motcua.core.alert.Transition;
import motcua.core.notice.Message;
import motcua.core.notice.NoticeChannel;
import motcua.readmodel.Delivery;
import motcua.readmodel.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts to Alertmanager, and again what holds, which it would else take for ended. */
public final class AlertmanagerSender implements Sender {
  private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerSender.class);

  /**
   * A posting of another notifier may have revived an alert that had ended: its end is told again.
   */
  private static final Duration ENDED_WITHIN = Duration.ofHours(1);

  private static final int AT_ONCE = 200;

  private final AlertmanagerSettings settings;
  private final AlertmanagerText text;
  private final Outbox outbox;
  private final InstantSource clock;
  private final HttpCall call;

  /** Connects at the first message. */
  public AlertmanagerSender(
      AlertmanagerSettings settings, AlertmanagerText text, Outbox outbox, InstantSource clock) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.text = Objects.requireNonNull(text, "text");
    this.outbox = Objects.requireNonNull(outbox, "outbox");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.call = new HttpCall(settings.timeout());
  }

  /**
   * Posts the alert as it stands: a message that comes late, after an outage or a kill, would else
   * revive what has ended meanwhile.
   */
  @Override
  public synchronized Outcome send(Delivery delivery, Message message) {
    Transition step = delivery.transitions().getFirst();
    String posting =
        last(step)
            .filter(last -> !last.id().equals(step.id()))
            .map(last -> text.of(step, last))
            .orElseGet(message::plain);
    return call.post(settings.alerts(), Map.of(), posting);
  }

  /** A rewritten date has one step only. */
  private Optional<Transition> last(Transition step) {
    return step.dossier() == null
        ? outbox.lastTold(NoticeChannel.ALERTMANAGER, step.rule(), step.scope())
        : Optional.empty();
  }

  /**
   * Posts the last word of every alert that holds or has just ended. Never beside {@link #send}:
   * what was read here could be over when it is posted.
   */
  synchronized void repeat() {
    Instant ended = clock.instant().minus(ENDED_WITHIN);
    List<Transition> last = outbox.lastTold(NoticeChannel.ALERTMANAGER, ended);
    for (int from = 0; from < last.size(); from += AT_ONCE) {
      List<Transition> some = last.subList(from, Math.min(last.size(), from + AT_ONCE));
      if (!(call.post(settings.alerts(), Map.of(), text.of(some)) instanceof Outcome.Sent)) {
        LOG.warn("{} alerts that hold were not told again", last.size() - from);
        return;
      }
    }
  }

  /** What keeps alerts alive. */
  public Upkeep upkeep() {
    return new Upkeep(settings.repeat(), this::repeat);
  }

  @Override
  public void close() {
    call.close();
  }
}
