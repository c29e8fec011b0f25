package motcua.live;

import java.util.Objects;
import motcua.core.ledger.Ratio;
import motcua.core.period.Period;
import motcua.core.period.Window;
import motcua.readmodel.LiveReadModel;
import motcua.report.Reference;

/** Draws ratios over time. Thread-safe. */
public final class TimeSeriesReader {
  private final LiveReadModel readModel;
  private final Reference reference;

  public TimeSeriesReader(LiveReadModel readModel, Reference reference) {
    this.readModel = Objects.requireNonNull(readModel, "readModel");
    this.reference = Objects.requireNonNull(reference, "reference");
  }

  /**
   * A ratio of a scope as its subtree stands on the last day, and as its figures are known now.
   *
   * @param scope a code that {@code UnitTree#isScope} knows
   * @param period first and last day of a point
   * @param ratio of flows
   * @throws motcua.readmodel.StoreUnavailableException when the database does not answer just now
   */
  public TimeSeries of(String scope, Window window, Period period, Ratio ratio) {
    return TimeSeries.of(
        window,
        period,
        readModel.flows(
            reference.units().scope(scope, period.to()), TimeSeries.spans(window, period), ratio));
  }
}
