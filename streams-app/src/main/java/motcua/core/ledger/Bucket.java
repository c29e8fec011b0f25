package motcua.core.ledger;

/** Buckets of an account (ledger.md 4). The order is stored: append only. */
public enum Bucket {
  NONE,
  OPEN_IN_TIME,
  OPEN_OVERDUE,
  OPEN_UNDATED,
  SUSPENDED,
  CLOSED_EARLY,
  CLOSED_ON_TIME,
  CLOSED_LATE,
  CLOSED_UNDATED,
  REFUSED,
  WITHDRAWN;

  /** Open or suspended: a dossier the unit still has to answer for. */
  public boolean isHeld() {
    return this == OPEN_IN_TIME
        || this == OPEN_OVERDUE
        || this == OPEN_UNDATED
        || this == SUSPENDED;
  }

  /** Closed with a result. */
  public boolean isFinished() {
    return this == CLOSED_EARLY
        || this == CLOSED_ON_TIME
        || this == CLOSED_LATE
        || this == CLOSED_UNDATED;
  }
}
