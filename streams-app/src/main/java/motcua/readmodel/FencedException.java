package motcua.readmodel;

/** Another sink moved the offsets: this one has lost and must stop. */
public final class FencedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says which offsets were not where they should be. */
  public FencedException(String message) {
    super(message);
  }
}
