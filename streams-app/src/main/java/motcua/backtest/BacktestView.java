package motcua.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import motcua.core.alert.AlertRule;
import motcua.core.alert.BacktestUnit;
import motcua.core.alert.Transition.Kind;
import motcua.core.alert.Transition.Reason;

/**
 * A back-test as JSON (docs/alerts.md). Days are ISO texts.
 *
 * @param rules ids of the rules
 * @param units those that would have been told something, by code; the others are counted
 * @param unitsNeverTold number of the others
 */
public record BacktestView(
    String from,
    String to,
    String scope,
    List<String> rules,
    Counts total,
    int unitsNeverTold,
    List<Unit> units) {

  /**
   * What one unit, or all of them, would have been told.
   *
   * @param told raised, worsened, reminded and escalated together
   * @param recovered alerts that ended by themselves
   * @param periodEnded alerts that ended with their window
   * @param holding alerts that held on the last day
   * @param medianDays null without any alert
   * @param longestDays the same
   */
  public record Counts(
      int told,
      int raised,
      int worsened,
      int reminded,
      int escalated,
      int recovered,
      int periodEnded,
      int holding,
      int daysSure,
      Double medianDays,
      Long longestDays) {}

  /** One unit. */
  public record Unit(String unit, String name, Counts counts, List<Alert> alerts) {}

  /**
   * One alert.
   *
   * @param clearedOn null: it held on the last day
   * @param reason null as well
   */
  public record Alert(
      String rule,
      String raisedOn,
      String clearedOn,
      long days,
      String severity,
      String reason,
      long late,
      long dated) {}

  /** Of a result. */
  public static BacktestView of(BacktestResult result) {
    var question = result.question();
    List<BacktestUnit> told = result.units().stream().filter(unit -> unit.told() > 0).toList();
    return new BacktestView(
        question.period().from().toString(),
        question.period().to().toString(),
        question.scope(),
        question.rules().rules().stream().map(AlertRule::id).toList(),
        counts(told),
        result.units().size() - told.size(),
        told.stream()
            .map(
                unit ->
                    new Unit(
                        unit.unit(),
                        result.name(unit),
                        counts(List.of(unit)),
                        unit.alerts().stream().map(BacktestView::alert).toList()))
            .toList());
  }

  private static Counts counts(List<BacktestUnit> units) {
    List<BacktestUnit.Alert> alerts =
        units.stream().flatMap(unit -> unit.alerts().stream()).toList();
    var median = BacktestUnit.median(alerts);
    var longest = alerts.stream().mapToLong(BacktestUnit.Alert::days).max();
    return new Counts(
        sum(units, BacktestUnit::told),
        sum(units, unit -> unit.count(Kind.RAISED)),
        sum(units, unit -> unit.count(Kind.WORSENED)),
        sum(units, unit -> unit.count(Kind.REMINDED)),
        sum(units, unit -> unit.count(Kind.ESCALATED)),
        sum(units, unit -> unit.cleared(Reason.RECOVERED)),
        sum(units, unit -> unit.cleared(Reason.PERIOD_ENDED)),
        sum(units, unit -> unit.holds() ? 1 : 0),
        sum(units, BacktestUnit::daysSure),
        median.isPresent() ? median.getAsDouble() : null,
        longest.isPresent() ? longest.getAsLong() : null);
  }

  private static int sum(List<BacktestUnit> units, ToIntFunction<BacktestUnit> count) {
    return units.stream().mapToInt(count).sum();
  }

  private static Alert alert(BacktestUnit.Alert alert) {
    return new Alert(
        alert.rule(),
        alert.raisedOn().toString(),
        text(alert.clearedOn()),
        alert.days(),
        alert.severity().name(),
        alert.reason() == null ? null : alert.reason().name(),
        alert.last().late(),
        alert.last().dated());
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }
}
