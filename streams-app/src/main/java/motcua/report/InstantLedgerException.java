package motcua.report;

/**
 * The ledger was built under timeliness INSTANT: its columns hold no ratio by day to set beside the
 * others.
 */
public final class InstantLedgerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InstantLedgerException(String policy) {
    super("the ledger goes by moments (policy " + policy + ") and has no ratio by day");
  }
}
