package motcua.core.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ratios of a report row (ledger.md 5), in its order. Each keeps numerator and denominator:
 * printed rates cannot be added, these can.
 */
public enum Ratio {
  ON_TIME(
      "onTime",
      List.of(Column.CLOSED_EARLY, Column.CLOSED_ON_TIME),
      List.of(Column.CLOSED_EARLY, Column.CLOSED_ON_TIME, Column.CLOSED_LATE)),
  LATE(
      "late",
      List.of(Column.CLOSED_LATE),
      List.of(Column.CLOSED_EARLY, Column.CLOSED_ON_TIME, Column.CLOSED_LATE)),
  OVERDUE_OPEN(
      "overdueOpen",
      List.of(Column.OPEN_OVERDUE),
      List.of(Column.OPEN_IN_TIME, Column.OPEN_OVERDUE)),
  COMPONENTS_DIGITISED(
      "componentsDigitised", List.of(Column.COMPONENTS_DIGITISED), List.of(Column.RECEIVED)),
  RESULTS_DIGITISED(
      "resultsDigitised",
      List.of(Column.RESULTS_DIGITISED),
      List.of(
          Column.CLOSED_EARLY, Column.CLOSED_ON_TIME, Column.CLOSED_LATE, Column.CLOSED_UNDATED)),
  ONLINE("online", List.of(Column.RECEIVED_ONLINE), List.of(Column.RECEIVED)),
  PAID_ONLINE("paidOnline", List.of(Column.FEE_PAID_ONLINE), List.of(Column.FEE_PAID)),
  APOLOGISED("apologised", List.of(Column.LATE_APOLOGISED), List.of(Column.CLOSED_LATE));

  private final String code;
  private final List<Column> numerator;
  private final List<Column> denominator;

  Ratio(String code, List<Column> numerator, List<Column> denominator) {
    this.code = code;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** The ratio of a code, as written in reports and files; empty when there is none. */
  public static Optional<Ratio> of(String code) {
    return Arrays.stream(values()).filter(ratio -> ratio.code.equals(code)).findFirst();
  }

  /** Its name in reports and on the wire. */
  public String code() {
    return code;
  }

  /** The columns its numerator adds up. */
  public List<Column> numerator() {
    return numerator;
  }

  /** The columns its denominator adds up. */
  public List<Column> denominator() {
    return denominator;
  }

  /** Whether every column of it is a flow, so that each day has a value of its own. */
  public boolean isOfFlows() {
    return Stream.concat(numerator.stream(), denominator.stream())
        .allMatch(column -> column.span() == Column.Span.PERIOD);
  }

  /** Its value in a row. */
  public Value of(ReportRow row) {
    return new Value(sum(numerator, row), sum(denominator, row));
  }

  private static long sum(List<Column> columns, ReportRow row) {
    long sum = 0;
    for (Column column : columns) {
      sum += column.of(row);
    }
    return sum;
  }

  /**
   * A ratio kept as two numbers of dossiers. A denominator of 0 is "no data", never 0 % or 100 %;
   * so is a negative one, of a period that takes more closes back than it adds.
   */
  public record Value(long numerator, long denominator) {
    /** Nothing counted. */
    public static final Value NONE = new Value(0, 0);

    /** Both numbers added. */
    public Value plus(Value other) {
      return new Value(numerator + other.numerator, denominator + other.denominator);
    }

    /** Both numbers taken off. */
    public Value minus(Value other) {
      return new Value(numerator - other.numerator, denominator - other.denominator);
    }

    /** Whether there is something to divide by. */
    public boolean hasData() {
      return denominator > 0;
    }
  }
}
