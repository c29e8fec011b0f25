package motcua.readmodel;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import motcua.core.ledger.Ratio;
import motcua.core.period.Period;
import motcua.core.unit.Scope;

/**
 * Questions of pages that are looked at all day: cheap however many units there are, each answered
 * from one snapshot. Thread-safe.
 *
 * <p>Every method throws StoreUnavailableException when the database does not answer just now.
 */
public interface LiveReadModel {
  /** How scopes stand now, as a report on {@code today} would say it. */
  LiveData figures(LiveQuery query);

  /**
   * A ratio of each day, by the day its dossiers count on and as known now; days without any figure
   * are left out.
   *
   * @param ratio of flows: a balance is not of a day
   */
  NavigableMap<LocalDate, Ratio.Value> days(Scope scope, Period period, Ratio ratio);

  /** How far it has come; cheap enough to be asked several times a second. */
  LivePosition position();

  /**
   * Transitions of alerts after a position, in order.
   *
   * @param limit most transitions to give
   */
  List<ToldTransition> toldAfter(long position, int limit);
}
