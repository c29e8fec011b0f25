package motcua.core.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Where the alert of one scope stands.
 *
 * @param rule id of the rule it was judged by last
 * @param window name of the rule's window then; empty where there is none
 * @param windowFrom first day of the window
 * @param number of the last transition in this window, or under the rule before when that was
 *     changed; 0 before the first
 * @param severity of the alert that holds; null: none holds
 * @param sureAt since when it is SURE and its head, who was told, has not acknowledged it (or not
 *     any more): from there on the head above waits; null while that is not so, or an initial load
 *     raised it and nobody was told
 * @param toldAt when its head was last told, or the alert was raised by an initial load; null while
 *     none holds
 * @param escalated whether the head above was told
 * @param ackUntil until when it is acknowledged; null while it is not
 * @param frozen whether its sources are silent
 * @param figures last seen
 */
public record AlertState(
    String rule,
    String window,
    LocalDate windowFrom,
    long number,
    Severity severity,
    Instant sureAt,
    Instant toldAt,
    boolean escalated,
    Instant ackUntil,
    boolean frozen,
    AlertFigures figures) {
  public AlertState {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(windowFrom, "windowFrom");
    Objects.requireNonNull(figures, "figures");
  }

  /** A scope of which nothing was told in this window. */
  public static AlertState fresh(String rule, String window, LocalDate windowFrom, boolean frozen) {
    return new AlertState(
        rule, window, windowFrom, 0, null, null, null, false, null, frozen, AlertFigures.NONE);
  }

  /** Whether an alert holds. */
  public boolean isRaised() {
    return severity != null;
  }

  AlertState seen(AlertFigures now) {
    return new AlertState(
        rule,
        window,
        windowFrom,
        number,
        severity,
        sureAt,
        toldAt,
        escalated,
        ackUntil,
        frozen,
        now);
  }

  AlertState numbered(long from) {
    return new AlertState(
        rule,
        window,
        windowFrom,
        from,
        severity,
        sureAt,
        toldAt,
        escalated,
        ackUntil,
        frozen,
        figures);
  }

  AlertState frozen(boolean now) {
    return new AlertState(
        rule,
        window,
        windowFrom,
        number,
        severity,
        sureAt,
        toldAt,
        escalated,
        ackUntil,
        now,
        figures);
  }

  /**
   * After a transition, whoever found it: what follows from it alone.
   *
   * @throws IllegalArgumentException for one of another window
   */
  AlertState after(Transition step) {
    AlertState next = numbered(step.number());
    return switch (step.kind()) {
      // Nothing is raised while frozen, and a thaw of what was not raised is no transition.
      case RAISED, WORSENED ->
          next.frozen(false).judged(step.severity(), step.backfill() ? null : step.at(), step.at());
      case CLEARED -> next.cleared();
      case REMINDED -> next.judged(severity, sureAt == null ? step.at() : sureAt, step.at());
      case ESCALATED -> next.escalatedNow();
      case ACKNOWLEDGED -> next.acknowledged(step.until());
      case UNACKNOWLEDGED, EXPIRED ->
          next.acknowledged(null).judged(severity, step.at(), step.at());
      case FROZEN -> next.frozen(true);
      case THAWED -> next.frozen(false);
    };
  }

  private AlertState judged(Severity now, Instant sure, Instant told) {
    Instant since = now == Severity.SURE ? sure : null;
    return new AlertState(
        rule, window, windowFrom, number, now, since, told, escalated, ackUntil, frozen, figures);
  }

  private AlertState cleared() {
    return new AlertState(
        rule, window, windowFrom, number, null, null, null, false, null, frozen, figures);
  }

  private AlertState escalatedNow() {
    return new AlertState(
        rule,
        window,
        windowFrom,
        number,
        severity,
        sureAt,
        toldAt,
        true,
        ackUntil,
        frozen,
        figures);
  }

  private AlertState acknowledged(Instant until) {
    return new AlertState(
        rule,
        window,
        windowFrom,
        number,
        severity,
        sureAt,
        toldAt,
        escalated,
        until,
        frozen,
        figures);
  }
}
