package motcua.export;

/** A document is longer than its kind of file can hold; the message names a kind that can. */
public final class TooLongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLongException(String message) {
    super(message);
  }
}
