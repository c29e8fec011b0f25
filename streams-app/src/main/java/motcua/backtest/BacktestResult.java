package motcua.backtest;

import java.util.List;
import motcua.core.alert.Backtest;
import motcua.core.alert.BacktestUnit;

/**
 * What a back-test found.
 *
 * @param units those that closed a dossier, by code
 */
public record BacktestResult(Backtest.Question question, List<BacktestUnit> units) {
  public BacktestResult {
    units = List.copyOf(units);
  }

  /** A unit's name on the last day. */
  String name(BacktestUnit unit) {
    return question.tree().name(unit.unit(), question.period().to());
  }
}
