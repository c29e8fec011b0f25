package motcua.alert;

/** An act was kept and is not known to have been sent; it is sent again. */
public final class ActNotSentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ActNotSentException(String message, Throwable cause) {
    super(message, cause);
  }
}
