package motcua.readmodel;

import java.time.Instant;
import java.util.List;

/**
 * Keeps what people did with alerts; what is kept is never changed.
 *
 * <p>Every method throws StoreUnavailableException when the database does not answer just now.
 */
public interface AlertActStore {
  /** Keeps an act. */
  void keep(AlertAct act);

  /**
   * The last act on each alert, where it was done after a moment and no transition stems from it
   * yet; in the order in which they were done.
   */
  List<AlertAct> unsettled(Instant after);
}
