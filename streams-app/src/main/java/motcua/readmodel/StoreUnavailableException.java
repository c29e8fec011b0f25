package motcua.readmodel;

/**
 * The database cannot be reached or gave up for a passing reason; the same call may be repeated.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Wraps the driver's error. */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
