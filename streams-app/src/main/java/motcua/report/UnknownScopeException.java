package motcua.report;

/** The scope names no unit of the tree. */
public final class UnknownScopeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String scope;

  /** Names the code. */
  public UnknownScopeException(String scope) {
    super("the unit tree has no unit " + scope);
    this.scope = scope;
  }

  /** The code asked for. */
  public String scope() {
    return scope;
  }
}
