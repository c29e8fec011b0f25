package motcua.core.ledger;

/**
 * The ratios of a report row (ledger.md 5), in its order. Each keeps numerator and denominator:
 * printed rates cannot be added, these can.
 */
public enum Ratio {
  ON_TIME("onTime"),
  LATE("late"),
  OVERDUE_OPEN("overdueOpen"),
  COMPONENTS_DIGITISED("componentsDigitised"),
  RESULTS_DIGITISED("resultsDigitised"),
  ONLINE("online"),
  PAID_ONLINE("paidOnline"),
  APOLOGISED("apologised");

  private final String code;

  Ratio(String code) {
    this.code = code;
  }

  /** Its name in reports and on the wire. */
  public String code() {
    return code;
  }

  /** Its value in a row. */
  public Value of(ReportRow row) {
    long dated = row.closedEarly() + row.closedOnTime() + row.closedLate();
    return switch (this) {
      case ON_TIME -> new Value(row.closedEarly() + row.closedOnTime(), dated);
      case LATE -> new Value(row.closedLate(), dated);
      case OVERDUE_OPEN -> new Value(row.openOverdue(), row.openInTime() + row.openOverdue());
      case COMPONENTS_DIGITISED -> new Value(row.componentsDigitised(), row.received());
      case RESULTS_DIGITISED -> new Value(row.resultsDigitised(), row.finished());
      case ONLINE -> new Value(row.receivedOnline(), row.received());
      case PAID_ONLINE -> new Value(row.feePaidOnline(), row.feePaid());
      case APOLOGISED -> new Value(row.lateApologised(), row.closedLate());
    };
  }

  /**
   * A ratio kept as two numbers of dossiers. A denominator of 0 is "no data", never 0 % or 100 %;
   * so is a negative one, of a period that takes more closes back than it adds.
   */
  public record Value(long numerator, long denominator) {
    /** Whether there is something to divide by. */
    public boolean hasData() {
      return denominator > 0;
    }
  }
}
