package motcua.codec;

/**
 * Bytes that no retry makes readable: the record belongs to the dead letters. The message never
 * holds a value.
 */
public final class UnreadableRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableRecord(String message) {
    super(message);
  }

  public UnreadableRecord(String message, Throwable cause) {
    super(message, cause);
  }

  /** The code the message begins with. */
  public String code() {
    int colon = getMessage().indexOf(':');
    return colon < 0 ? getMessage() : getMessage().substring(0, colon);
  }
}
