package motcua.core.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import motcua.core.calendar.VietnamDay;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.period.Window;

/** One alert that is told things, one after the other. */
final class AlertLife {
  static final String UNIT = "H1";

  private final WorkingCalendar calendar;
  private AlertRule rule;
  private AlertState state;
  private List<Transition> last = List.of();
  private final List<Transition> all = new ArrayList<>();

  AlertLife(AlertRule rule, WorkingCalendar calendar) {
    this.rule = rule;
    this.calendar = calendar;
  }

  static AlertRule rule(String id, Window window) {
    return new AlertRule(
        id,
        new BigDecimal("0.05"),
        new BigDecimal("0.045"),
        2,
        window,
        20,
        7,
        3,
        Set.of(),
        Set.of());
  }

  /** Local time, {@code 2024-09-16T08:00}. */
  static Instant at(String local) {
    return OffsetDateTime.parse(local + "+07:00").toInstant();
  }

  AlertLife sees(long late, long dated, String at) {
    return sees(late, dated, rule.window().from(VietnamDay.of(at(at))), "e:" + at, false, at);
  }

  AlertLife sees(
      long late, long dated, LocalDate windowFrom, String cause, boolean backfill, String at) {
    return take(
        new AlertInput.Observed(
            new AlertFigures(late, dated, 0, 0), windowFrom, cause, backfill, at(at)));
  }

  AlertLife ticks(String at) {
    return take(new AlertInput.Ticked(at(at)));
  }

  AlertLife falls(boolean silent, String at) {
    return take(new AlertInput.Heard(silent, at(at)));
  }

  AlertLife isAcknowledged(String until, String at) {
    return take(new AlertInput.Acknowledged("a1", at(until), at(at)));
  }

  AlertLife isUnacknowledged(String at) {
    return take(new AlertInput.Unacknowledged("a2", at(at)));
  }

  AlertLife isJudgedBy(AlertRule other) {
    rule = other;
    return this;
  }

  AlertLife take(AlertInput input) {
    var decision = AlertMachine.decide(UNIT, rule, state, input, calendar);
    state = decision.state();
    last = decision.transitions();
    all.addAll(last);
    return this;
  }

  AlertState state() {
    return state;
  }

  /** What the last input brought about. */
  List<Transition> last() {
    return last;
  }

  /** All of it, in order. */
  List<Transition> all() {
    return all;
  }

  /** Kinds, in order. */
  static List<Transition.Kind> kinds(List<Transition> steps) {
    return steps.stream().map(Transition::kind).toList();
  }
}
