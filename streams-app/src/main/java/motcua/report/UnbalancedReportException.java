package motcua.report;

/**
 * The identity of ledger.md 5 does not hold: the books are broken, and the report is not printed.
 */
public final class UnbalancedReportException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says which row, and by how much. */
  public UnbalancedReportException(String message) {
    super(message);
  }
}
