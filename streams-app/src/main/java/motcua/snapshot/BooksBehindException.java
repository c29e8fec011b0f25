package motcua.snapshot;

/** The read model has not caught up with the log, so nothing final is drawn; worth trying again. */
public final class BooksBehindException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what is behind. */
  public BooksBehindException(String message, Throwable cause) {
    super(message, cause);
  }
}
