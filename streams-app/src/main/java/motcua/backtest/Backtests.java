package motcua.backtest;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import motcua.core.alert.AlertRules;
import motcua.core.alert.Backtest;
import motcua.core.calendar.VietnamDay;
import motcua.core.period.Period;
import motcua.readmodel.DailyFigures;
import motcua.report.Reference;

/** Runs back-tests over the read model. */
public final class Backtests {
  private final DailyFigures figures;
  private final Reference reference;
  private final InstantSource clock;

  /**
   * @param clock says which days are over
   */
  public Backtests(DailyFigures figures, Reference reference, InstantSource clock) {
    this.figures = Objects.requireNonNull(figures, "figures");
    this.reference = Objects.requireNonNull(reference, "reference");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Replays a period against rules.
   *
   * @param scope a unit with all below it, or ALL
   * @throws IllegalArgumentException for a unit that is not in the tree, or a day to come
   */
  public BacktestResult run(Period period, String scope, AlertRules rules) {
    if (!reference.units().isScope(scope)) {
      throw new IllegalArgumentException(
          "--scope: " + scope + " is no unit of the tree, expected one of its codes or ALL");
    }
    LocalDate today = VietnamDay.of(clock.instant());
    if (period.to().isAfter(today)) {
      throw new IllegalArgumentException(
          "--to: %s is after today, %s".formatted(period.to(), today));
    }
    var question =
        new Backtest.Question(period, scope, rules, reference.units(), reference.calendar());
    return new BacktestResult(
        question, Backtest.run(question, figures.between(question.figuresFrom(), period.to())));
  }
}
