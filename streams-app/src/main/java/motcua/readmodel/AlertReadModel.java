package motcua.readmodel;

import java.util.List;
import java.util.Optional;

/**
 * Questions about alerts. Thread-safe.
 *
 * <p>Every method throws StoreUnavailableException when the database does not answer just now.
 */
public interface AlertReadModel {
  /**
   * Alerts, those nobody takes care of first, the SURE ones of them first, then the newest.
   *
   * @param offset number of alerts to pass over
   * @param limit most alerts to give
   */
  List<AlertStanding> alerts(AlertQuery query, int offset, int limit);

  /** Number of alerts. */
  long count(AlertQuery query);

  /** One alert, by {@link motcua.core.alert.Transition#alert()}. */
  Optional<AlertStanding> find(String alert);

  /** All transitions of an alert, in order. */
  List<AlertStep> history(String alert);

  /**
   * Transitions of the alerts of one scope without the units below it, the latest known first.
   *
   * @param scope as it stands in the alerts
   */
  List<AlertStep> historyOf(String scope, int offset, int limit);

  /** Number of transitions of the alerts of one scope without the units below it. */
  long countHistoryOf(String scope);
}
