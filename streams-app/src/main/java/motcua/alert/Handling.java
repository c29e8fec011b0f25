package motcua.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import motcua.alert.ActRefusedException.Refusal;
import motcua.readmodel.AlertAct;
import motcua.readmodel.AlertActStore;
import motcua.readmodel.AlertKind;
import motcua.readmodel.AlertReadModel;
import motcua.readmodel.AlertStanding;

/**
 * What people do with alerts. An act is kept before it is sent, so that it is never half lost: the
 * rows without a transition are the outbox, from which {@link #resend} sends again after a failure
 * and after a stop. Thread-safe.
 */
public final class Handling {
  /** Older acts are not sent again: whoever did them has long looked again. */
  static final Duration WAITED_FOR = Duration.ofHours(1);

  /** Younger acts may still be under way; longer than any sending takes. */
  static final Duration UNDER_WAY = Duration.ofSeconds(15);

  private final AlertReadModel alerts;
  private final AlertActStore store;
  private final AlertActs acts;
  private final InstantSource clock;
  private final Supplier<String> ids;

  /** Whether an act may be unsent; so at the start, for the process before this one. */
  private final AtomicBoolean unsent = new AtomicBoolean(true);

  /**
   * @param ids gives ids that were never given before, each after the one before it as text
   */
  public Handling(
      AlertReadModel alerts,
      AlertActStore store,
      AlertActs acts,
      InstantSource clock,
      Supplier<String> ids) {
    this.alerts = Objects.requireNonNull(alerts, "alerts");
    this.store = Objects.requireNonNull(store, "store");
    this.acts = Objects.requireNonNull(acts, "acts");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.ids = Objects.requireNonNull(ids, "ids");
  }

  /**
   * Somebody takes care of an alert.
   *
   * @param until when that ends, if nobody takes it back before
   * @throws UnknownAlertException when there is no such alert
   * @throws ActRefusedException when it cannot be acknowledged now
   * @throws ActNotSentException when it was kept but not sent yet
   */
  public AlertAct acknowledge(String alert, String author, String note, Instant until)
      throws InterruptedException {
    return act(alert, AlertAct.Kind.ACKNOWLEDGE, author, note, until);
  }

  /**
   * Somebody takes an acknowledgement back.
   *
   * @param note may be empty
   * @throws UnknownAlertException when there is no such alert
   * @throws ActRefusedException when it is not acknowledged now
   * @throws ActNotSentException when it was kept but not sent yet
   */
  public AlertAct undo(String alert, String author, String note) throws InterruptedException {
    return act(alert, AlertAct.Kind.UNDO, author, note, null);
  }

  private AlertAct act(String alert, AlertAct.Kind kind, String author, String note, Instant until)
      throws InterruptedException {
    AlertStanding standing = alerts.find(alert).orElseThrow(() -> new UnknownAlertException(alert));
    AlertAct waiting = waiting().get(alert);
    refusal(standing, kind, waiting)
        .ifPresent(
            why -> {
              throw new ActRefusedException(why);
            });
    var act =
        new AlertAct(
            ids.get(),
            alert,
            standing.last().scope(),
            kind,
            author,
            note,
            until == null ? null : until.truncatedTo(ChronoUnit.MICROS),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    store.keep(act);
    send(act);
    return act;
  }

  /**
   * @param waiting the last act on it that is not settled; may be null
   */
  private static Optional<Refusal> refusal(
      AlertStanding standing, AlertAct.Kind kind, AlertAct waiting) {
    if (standing.kind() != AlertKind.LATE) {
      return Optional.of(Refusal.OF_OTHER_KIND);
    }
    if (!standing.holds()) {
      return Optional.of(Refusal.OVER);
    }
    boolean acknowledged =
        waiting == null
            ? standing.acknowledgement().isPresent()
            : waiting.kind() == AlertAct.Kind.ACKNOWLEDGE;
    return kind == AlertAct.Kind.UNDO && !acknowledged
        ? Optional.of(Refusal.NOT_ACKNOWLEDGED)
        : Optional.empty();
  }

  private void send(AlertAct act) throws InterruptedException {
    boolean sent = false;
    try {
      acts.send(act);
      sent = true;
    } finally {
      if (!sent) {
        unsent.set(true);
      }
    }
  }

  /** Acts of the last hour from which no transition stems yet, by alert. */
  public Map<String, AlertAct> waiting() {
    Map<String, AlertAct> waiting = new HashMap<>();
    unsettled().forEach(act -> waiting.put(act.alert(), act));
    return waiting;
  }

  private List<AlertAct> unsettled() {
    return store.unsettled(clock.instant().minus(WAITED_FOR));
  }

  /**
   * Sends again what may not have been sent; does nothing while all was. Of several acts on one
   * alert the last counts: an earlier one that comes late would undo it.
   *
   * @throws ActNotSentException when one cannot be sent; it stays for the next time
   */
  public void resend() throws InterruptedException {
    if (!unsent.getAndSet(false)) {
      return;
    }
    boolean all = false;
    try {
      all = resendUnsettled();
    } finally {
      if (!all) {
        unsent.set(true);
      }
    }
  }

  private boolean resendUnsettled() throws InterruptedException {
    Instant before = clock.instant().minus(UNDER_WAY);
    boolean all = true;
    for (AlertAct act : unsettled()) {
      if (act.at().isAfter(before)) {
        all = false;
      } else if (alerts.find(act.alert()).filter(AlertStanding::holds).isPresent()) {
        acts.send(act);
      }
    }
    return all;
  }
}
