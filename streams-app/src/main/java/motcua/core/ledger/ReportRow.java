package motcua.core.ledger;

import java.util.ArrayList;
import java.util.List;

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
    return new ReportRow(
        Column.CARRIED_OVER.of(before, period),
        Column.RECEIVED.of(before, period),
        Column.RECEIVED_ONLINE.of(before, period),
        Column.RECEIVED_DIRECT.of(before, period),
        Column.RECEIVED_POSTAL.of(before, period),
        Column.TRANSFERRED_IN.of(before, period),
        Column.TRANSFERRED_OUT.of(before, period),
        Column.CLOSED_EARLY.of(before, period),
        Column.CLOSED_ON_TIME.of(before, period),
        Column.CLOSED_LATE.of(before, period),
        Column.CLOSED_UNDATED.of(before, period),
        Column.REFUSED.of(before, period),
        Column.WITHDRAWN.of(before, period),
        Column.OPEN_IN_TIME.of(before, period),
        Column.OPEN_OVERDUE.of(before, period),
        Column.OPEN_UNDATED.of(before, period),
        Column.SUSPENDED.of(before, period),
        Column.COMPONENTS_DIGITISED.of(before, period),
        Column.COMPONENTS_PARTIAL.of(before, period),
        Column.RESULTS_DIGITISED.of(before, period),
        Column.FEE_PAID.of(before, period),
        Column.FEE_PAID_ONLINE.of(before, period),
        Column.LATE_APOLOGISED.of(before, period),
        Column.LATE_FIRST_DUE.of(before, period),
        Column.SAME_DAY.of(before, period));
  }

  /**
   * A row from its figures.
   *
   * @param figures in the order of {@link Column}
   * @throws IllegalArgumentException when there are too few or too many
   */
  public static ReportRow of(List<Long> figures) {
    if (figures.size() != Column.values().length) {
      throw new IllegalArgumentException("not a row: " + figures);
    }
    int at = 0;
    return new ReportRow(
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at++),
        figures.get(at));
  }

  /** The two, figure by figure. */
  public ReportRow plus(ReportRow other) {
    List<Long> sums = new ArrayList<>();
    for (Column column : Column.values()) {
      sums.add(column.of(this) + column.of(other));
    }
    return of(sums);
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
