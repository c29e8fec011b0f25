package motcua.readmodel;

import java.util.List;
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
   * A ratio of each of several spans of days, by the day its dossiers count on and as known now.
   *
   * @param spans in order, each beginning the day after the one before, long ones first
   * @param ratio of flows: a balance is not of a span
   */
  List<Ratio.Value> flows(Scope scope, List<Period> spans, Ratio ratio);

  /** How far it has come; cheap enough to be asked several times a second. */
  LivePosition position();

  /**
   * Transitions of alerts after a position, in order.
   *
   * @param limit most transitions to give
   */
  List<ToldTransition> toldAfter(long position, int limit);
}
