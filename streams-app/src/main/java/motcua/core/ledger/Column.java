package motcua.core.ledger;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The columns of a report row with their formulas (ledger.md 5), in the order and under the names
 * of contract.md: each is a sum of measures over a span of days.
 */
public enum Column {
  CARRIED_OVER(
      "carriedOver",
      ReportRow::carriedOver,
      Span.BEFORE,
      Measure.OPEN_IN_TIME,
      Measure.OPEN_OVERDUE,
      Measure.OPEN_UNDATED,
      Measure.SUSPENDED),
  RECEIVED(
      "received",
      ReportRow::received,
      Span.PERIOD,
      Measure.RECEIVED_ONLINE,
      Measure.RECEIVED_DIRECT,
      Measure.RECEIVED_POSTAL),
  RECEIVED_ONLINE(
      "receivedOnline", ReportRow::receivedOnline, Span.PERIOD, Measure.RECEIVED_ONLINE),
  RECEIVED_DIRECT(
      "receivedDirect", ReportRow::receivedDirect, Span.PERIOD, Measure.RECEIVED_DIRECT),
  RECEIVED_POSTAL(
      "receivedPostal", ReportRow::receivedPostal, Span.PERIOD, Measure.RECEIVED_POSTAL),
  TRANSFERRED_IN("transferredIn", ReportRow::transferredIn, Span.PERIOD, Measure.TRANSFERRED_IN),
  TRANSFERRED_OUT(
      "transferredOut", ReportRow::transferredOut, Span.PERIOD, Measure.TRANSFERRED_OUT),
  CLOSED_EARLY("closedEarly", ReportRow::closedEarly, Span.PERIOD, Measure.CLOSED_EARLY),
  CLOSED_ON_TIME("closedOnTime", ReportRow::closedOnTime, Span.PERIOD, Measure.CLOSED_ON_TIME),
  CLOSED_LATE("closedLate", ReportRow::closedLate, Span.PERIOD, Measure.CLOSED_LATE),
  CLOSED_UNDATED("closedUndated", ReportRow::closedUndated, Span.PERIOD, Measure.CLOSED_UNDATED),
  REFUSED("refused", ReportRow::refused, Span.PERIOD, Measure.REFUSED),
  WITHDRAWN("withdrawn", ReportRow::withdrawn, Span.PERIOD, Measure.WITHDRAWN),
  OPEN_IN_TIME("openInTime", ReportRow::openInTime, Span.UP_TO_END, Measure.OPEN_IN_TIME),
  OPEN_OVERDUE("openOverdue", ReportRow::openOverdue, Span.UP_TO_END, Measure.OPEN_OVERDUE),
  OPEN_UNDATED("openUndated", ReportRow::openUndated, Span.UP_TO_END, Measure.OPEN_UNDATED),
  SUSPENDED("suspended", ReportRow::suspended, Span.UP_TO_END, Measure.SUSPENDED),
  COMPONENTS_DIGITISED(
      "componentsDigitised",
      ReportRow::componentsDigitised,
      Span.PERIOD,
      Measure.COMPONENTS_DIGITISED),
  COMPONENTS_PARTIAL(
      "componentsPartial", ReportRow::componentsPartial, Span.PERIOD, Measure.COMPONENTS_PARTIAL),
  RESULTS_DIGITISED(
      "resultsDigitised", ReportRow::resultsDigitised, Span.PERIOD, Measure.RESULTS_DIGITISED),
  FEE_PAID("feePaid", ReportRow::feePaid, Span.PERIOD, Measure.FEE_PAID),
  FEE_PAID_ONLINE("feePaidOnline", ReportRow::feePaidOnline, Span.PERIOD, Measure.FEE_PAID_ONLINE),
  LATE_APOLOGISED(
      "lateApologised", ReportRow::lateApologised, Span.PERIOD, Measure.LATE_APOLOGISED),
  LATE_FIRST_DUE("lateFirstDue", ReportRow::lateFirstDue, Span.PERIOD, Measure.LATE_FIRST_DUE),
  SAME_DAY("sameDay", ReportRow::sameDay, Span.PERIOD, Measure.SAME_DAY);

  /** Which days a column sums. */
  public enum Span {
    /** Every day before the period: a balance at its beginning. */
    BEFORE,
    /** The days of the period: a flow. */
    PERIOD,
    /** Every day up to the end of the period: a balance at its end. */
    UP_TO_END
  }

  private final String code;
  private final ToLongFunction<ReportRow> figure;
  private final Span span;
  private final List<Measure> measures;

  Column(String code, ToLongFunction<ReportRow> figure, Span span, Measure... measures) {
    this.code = code;
    this.figure = figure;
    this.span = span;
    this.measures = List.of(measures);
  }

  /** Its name in reports and requests. */
  public String code() {
    return code;
  }

  /** The days it sums. */
  public Span span() {
    return span;
  }

  /** The measures it sums. */
  public List<Measure> measures() {
    return measures;
  }

  /** Its figure in a row. */
  public long of(ReportRow row) {
    return figure.applyAsLong(row);
  }

  /**
   * Its figure from sums of what counts before and in the period; transfers inside the scope
   * already left out.
   */
  long of(Amounts before, Amounts period) {
    long sum = 0;
    for (Measure measure : measures) {
      sum +=
          switch (span) {
            case BEFORE -> before.get(measure);
            case PERIOD -> period.get(measure);
            case UP_TO_END -> before.get(measure) + period.get(measure);
          };
    }
    return sum;
  }
}
