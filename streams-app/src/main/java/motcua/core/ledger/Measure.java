package motcua.core.ledger;

/**
 * What a ledger cell sums: the columns of a report row (ledger.md 5) in the one order used by every
 * stored and sent vector. Append only. Flows count in the period of their day; balances are running
 * sums of their deltas.
 */
public enum Measure {
  RECEIVED_ONLINE,
  RECEIVED_DIRECT,
  RECEIVED_POSTAL,
  TRANSFERRED_IN,
  TRANSFERRED_OUT,
  OPEN_IN_TIME,
  OPEN_OVERDUE,
  OPEN_UNDATED,
  SUSPENDED,
  CLOSED_EARLY,
  CLOSED_ON_TIME,
  CLOSED_LATE,
  CLOSED_UNDATED,
  REFUSED,
  WITHDRAWN,
  COMPONENTS_DIGITISED,
  COMPONENTS_PARTIAL,
  FEE_PAID,
  FEE_PAID_ONLINE,
  RESULTS_DIGITISED,
  LATE_APOLOGISED,
  SAME_DAY,
  LATE_FIRST_DUE;

  /** Number of measures: the length of a vector. */
  public static final int COUNT = values().length;

  /** A running balance rather than a flow. */
  public boolean isBalance() {
    return this == OPEN_IN_TIME
        || this == OPEN_OVERDUE
        || this == OPEN_UNDATED
        || this == SUSPENDED;
  }

  /** The measure that sums a bucket. */
  public static Measure of(Bucket bucket) {
    return switch (bucket) {
      case NONE ->
          throw new IllegalArgumentException("NONE is the contra account: it has no measure");
      case OPEN_IN_TIME -> OPEN_IN_TIME;
      case OPEN_OVERDUE -> OPEN_OVERDUE;
      case OPEN_UNDATED -> OPEN_UNDATED;
      case SUSPENDED -> SUSPENDED;
      case CLOSED_EARLY -> CLOSED_EARLY;
      case CLOSED_ON_TIME -> CLOSED_ON_TIME;
      case CLOSED_LATE -> CLOSED_LATE;
      case CLOSED_UNDATED -> CLOSED_UNDATED;
      case REFUSED -> REFUSED;
      case WITHDRAWN -> WITHDRAWN;
    };
  }

  /** The measure that sums a counter. */
  public static Measure of(Counter counter) {
    return switch (counter) {
      case COMPONENTS_DIGITISED -> COMPONENTS_DIGITISED;
      case COMPONENTS_PARTIAL -> COMPONENTS_PARTIAL;
      case FEE_PAID -> FEE_PAID;
      case FEE_PAID_ONLINE -> FEE_PAID_ONLINE;
      case RESULTS_DIGITISED -> RESULTS_DIGITISED;
      case LATE_APOLOGISED -> LATE_APOLOGISED;
      case SAME_DAY -> SAME_DAY;
      case LATE_FIRST_DUE -> LATE_FIRST_DUE;
    };
  }
}
