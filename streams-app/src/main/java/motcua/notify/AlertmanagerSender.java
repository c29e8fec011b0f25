package motcua.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** A posting that came late may have revived an alert that had ended: its end is told again. */
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

  @Override
  public Outcome send(Delivery delivery, Message message) {
    return call.post(settings.alerts(), Map.of(), message.plain());
  }

  /** Posts the last word of every alert that holds or has just ended. */
  void repeat() {
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
