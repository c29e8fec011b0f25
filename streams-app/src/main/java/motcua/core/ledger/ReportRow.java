package motcua.core.ledger;

/**
 * One row of a report (ledger.md 5), the columns in the order of contract.md. All are numbers of
 * dossiers; a flow may be negative where a period takes back more than it adds.
 */
public record ReportRow(
    long carriedOver,
    long received,
    long receivedOnline,
    long receivedDirect,
    long receivedPostal,
    long transferredIn,
    long transferredOut,
    long closedEarly,
    long closedOnTime,
    long closedLate,
    long closedUndated,
    long refused,
    long withdrawn,
    long openInTime,
    long openOverdue,
    long openUndated,
    long suspended,
    long componentsDigitised,
    long componentsPartial,
    long resultsDigitised,
    long feePaid,
    long feePaidOnline,
    long lateApologised,
    long lateFirstDue,
    long sameDay) {

  /**
   * The row of a scope and a period.
   *
   * @param before sums of everything that counts before the period; only its balances matter
   * @param period sums of what counts in the period; transfers inside the scope already left out
   */
  public static ReportRow of(Amounts before, Amounts period) {
    Amounts end = before.plus(period);
    return new ReportRow(
        held(before),
        period.get(Measure.RECEIVED_ONLINE)
            + period.get(Measure.RECEIVED_DIRECT)
            + period.get(Measure.RECEIVED_POSTAL),
        period.get(Measure.RECEIVED_ONLINE),
        period.get(Measure.RECEIVED_DIRECT),
        period.get(Measure.RECEIVED_POSTAL),
        period.get(Measure.TRANSFERRED_IN),
        period.get(Measure.TRANSFERRED_OUT),
        period.get(Measure.CLOSED_EARLY),
        period.get(Measure.CLOSED_ON_TIME),
        period.get(Measure.CLOSED_LATE),
        period.get(Measure.CLOSED_UNDATED),
        period.get(Measure.REFUSED),
        period.get(Measure.WITHDRAWN),
        end.get(Measure.OPEN_IN_TIME),
        end.get(Measure.OPEN_OVERDUE),
        end.get(Measure.OPEN_UNDATED),
        end.get(Measure.SUSPENDED),
        period.get(Measure.COMPONENTS_DIGITISED),
        period.get(Measure.COMPONENTS_PARTIAL),
        period.get(Measure.RESULTS_DIGITISED),
        period.get(Measure.FEE_PAID),
        period.get(Measure.FEE_PAID_ONLINE),
        period.get(Measure.LATE_APOLOGISED),
        period.get(Measure.LATE_FIRST_DUE),
        period.get(Measure.SAME_DAY));
  }

  private static long held(Amounts amounts) {
    return amounts.get(Measure.OPEN_IN_TIME)
        + amounts.get(Measure.OPEN_OVERDUE)
        + amounts.get(Measure.OPEN_UNDATED)
        + amounts.get(Measure.SUSPENDED);
  }

  /** Open or suspended at the end of the period. */
  public long held() {
    return openInTime + openOverdue + openUndated + suspended;
  }

  /** Closed with a result in the period. */
  public long finished() {
    return closedEarly + closedOnTime + closedLate + closedUndated;
  }

  /** The identity of ledger.md 5: what came in has gone out or is still held. */
  public boolean isBalanced() {
    return carriedOver + received + transferredIn - transferredOut
        == finished() + refused + withdrawn + held();
  }

  /** Whether the row has no figure at all, so that the report leaves it out. */
  public boolean isEmpty() {
    return equals(of(Amounts.ZERO, Amounts.ZERO));
  }
}
