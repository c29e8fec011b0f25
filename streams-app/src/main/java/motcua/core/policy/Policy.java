package motcua.core.policy;

/**
 * The named, versioned rules a ledger is built under (ledger.md 8).
 *
 * @param name name and version, printed on every report
 */
public record Policy(String name, Timeliness timeliness, Closes closes, Supplement supplement) {
  /** What decides between on time and late. */
  public enum Timeliness {
    DAY,
    INSTANT
  }

  /** Which event closes a dossier. */
  public enum Closes {
    COMPLETED_OR_RETURNED,
    RETURNED
  }

  /** What a supplement does to the due. */
  public enum Supplement {
    AS_REPORTED,
    SHIFT,
    RESTART
  }

  /** The rules of ledger.md without choices. */
  public static final Policy DEFAULT =
      new Policy("default", Timeliness.DAY, Closes.COMPLETED_OR_RETURNED, Supplement.AS_REPORTED);
}
