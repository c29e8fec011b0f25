package motcua.core.alert;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import motcua.core.calendar.VietnamDay;
import motcua.core.calendar.WorkingCalendar;

/** What a back-test found of one unit; filled day by day by {@link Backtest}. */
public final class BacktestUnit {
  private final String unit;
  private final Map<Transition.Kind, Integer> kinds = new EnumMap<>(Transition.Kind.class);
  private final List<Alert> ended = new ArrayList<>();
  private AlertState state;
  private Transition raised;
  private LocalDate lastDay;
  private int daysSure;

  /**
   * One alert.
   *
   * @param rule its id
   * @param raisedOn first day at whose end it held
   * @param clearedOn day at whose end it held no more; null: it held on the last day
   * @param severity in the end
   * @param reason why it ended; null while it holds
   * @param days at whose end it held
   * @param last figures it ended with, or those of the last day
   */
  public record Alert(
      String rule,
      LocalDate raisedOn,
      LocalDate clearedOn,
      Severity severity,
      Transition.Reason reason,
      long days,
      AlertFigures last) {}

  BacktestUnit(String unit) {
    this.unit = unit;
  }

  void pass(AlertRule rule, AlertInput.Observed seen, WorkingCalendar calendar) {
    lastDay = VietnamDay.of(seen.at());
    take(AlertMachine.decide(unit, rule, state, seen, calendar));
    take(AlertMachine.decide(unit, rule, state, new AlertInput.Ticked(seen.at()), calendar));
    daysSure += state.severity() == Severity.SURE ? 1 : 0;
  }

  private void take(AlertMachine.Decision decision) {
    state = decision.state();
    for (Transition step : decision.transitions()) {
      kinds.merge(step.kind(), 1, Integer::sum);
      switch (step.kind()) {
        case RAISED -> raised = step;
        case CLEARED -> {
          LocalDate on = VietnamDay.of(step.at());
          ended.add(alert(on, on, step.severity(), step.reason(), step.figures()));
        }
        case WORSENED,
            REMINDED,
            ESCALATED,
            FROZEN,
            THAWED,
            ACKNOWLEDGED,
            UNACKNOWLEDGED,
            EXPIRED -> {}
      }
    }
  }

  private Alert alert(
      LocalDate end,
      LocalDate clearedOn,
      Severity severity,
      Transition.Reason reason,
      AlertFigures last) {
    LocalDate begin = VietnamDay.of(raised.at());
    return new Alert(
        raised.rule(),
        begin,
        clearedOn,
        severity,
        reason,
        ChronoUnit.DAYS.between(begin, end),
        last);
  }

  /** Its code, as reports print it. */
  public String unit() {
    return unit;
  }

  /** How many transitions of a kind there were. */
  public int count(Transition.Kind kind) {
    return kinds.getOrDefault(kind, 0);
  }

  /** How often its head, or the head above, would have been told of an alert that holds. */
  public int told() {
    return count(Transition.Kind.RAISED)
        + count(Transition.Kind.WORSENED)
        + count(Transition.Kind.REMINDED)
        + count(Transition.Kind.ESCALATED);
  }

  /** Its alerts in order; one that holds on the last day is the last. */
  public List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>(ended);
    if (state.isRaised()) {
      alerts.add(alert(lastDay.plusDays(1), null, state.severity(), null, state.figures()));
    }
    return List.copyOf(alerts);
  }

  /** How many alerts ended for a reason. */
  public int cleared(Transition.Reason reason) {
    return (int) ended.stream().filter(alert -> alert.reason() == reason).count();
  }

  /** Whether one holds on the last day. */
  public boolean holds() {
    return state.isRaised();
  }

  /** Days at whose end its alert was SURE. */
  public int daysSure() {
    return daysSure;
  }

  /** Median of the days its alerts held; empty without any. */
  public OptionalDouble medianDays() {
    return median(alerts());
  }

  /** Median of days, of some alerts; empty without any. */
  public static OptionalDouble median(List<Alert> alerts) {
    long[] days = alerts.stream().mapToLong(Alert::days).sorted().toArray();
    return days.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((days[(days.length - 1) / 2] + days[days.length / 2]) / 2.0);
  }
}
