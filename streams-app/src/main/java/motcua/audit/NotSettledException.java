package motcua.audit;

/**
 * The read model has not caught up with the event log, so that comparing would prove nothing: try
 * again later. The message says what is behind.
 */
public final class NotSettledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotSettledException(String message) {
    super(message);
  }
}
