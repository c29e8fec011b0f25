package motcua.snapshot;

/** Whether the read model holds what the log holds. */
@FunctionalInterface
public interface Books {
  /**
   * Waits until everything that lies in the log now is in the read model. A day is closed when it
   * can gain no more knowledge; its figures are final when that knowledge has arrived.
   *
   * @throws BooksBehindException when it does not come about in time
   */
  void settle();
}
