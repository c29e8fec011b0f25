package motcua.report;

/** A row is asked for that no report of the scope can have. */
public final class UnitOutsideScopeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String unit;
  private final String scope;

  UnitOutsideScopeException(String unit, String scope) {
    super("unit " + unit + " is not in scope " + scope);
    this.unit = unit;
    this.scope = scope;
  }

  /** The unit as it was asked for. */
  public String unit() {
    return unit;
  }

  /** The scope as it was asked for. */
  public String scope() {
    return scope;
  }
}
