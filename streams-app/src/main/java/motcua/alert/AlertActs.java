package motcua.alert;

import motcua.readmodel.AlertAct;

/** Takes acts to where alerts are judged. Thread-safe. */
public interface AlertActs {
  /**
   * Returns when the act cannot be lost any more. It may arrive twice; its id tells.
   *
   * @throws ActNotSentException when that took too long; it may have arrived all the same
   */
  void send(AlertAct act) throws InterruptedException;
}
