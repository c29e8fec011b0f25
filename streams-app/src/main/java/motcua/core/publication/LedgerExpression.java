package motcua.core.publication;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a printed figure corresponds to in a report row: {@code carriedOver+received}, or {@code
 * ratio onTime}.
 */
public sealed interface LedgerExpression {
  /** The columns of a report row that may be summed (contract.md, report JSON). */
  Set<String> COLUMNS =
      Set.of(
          "carriedOver",
          "received",
          "receivedOnline",
          "receivedDirect",
          "receivedPostal",
          "transferredIn",
          "transferredOut",
          "closedEarly",
          "closedOnTime",
          "closedLate",
          "closedUndated",
          "refused",
          "withdrawn",
          "openInTime",
          "openOverdue",
          "openUndated",
          "suspended",
          "componentsDigitised",
          "componentsPartial",
          "resultsDigitised",
          "feePaid",
          "feePaidOnline",
          "lateApologised",
          "lateFirstDue",
          "sameDay");

  /** A sum of columns, in the order written. */
  record Sum(List<String> columns) implements LedgerExpression {
    public Sum {
      columns = List.copyOf(columns);
    }

    /** As written: the columns joined by a plus. */
    public String text() {
      return String.join("+", columns);
    }
  }

  /** A ratio of the report. */
  record Ratio(LedgerRatio ratio) implements LedgerExpression {}

  /** Whether it sums moves between units, which a scope has only as a whole. */
  default boolean hasTransfers() {
    return this instanceof Sum(List<String> columns)
        && columns.stream().anyMatch(column -> column.startsWith("transferred"));
  }

  /** Every column it takes, each once. */
  default List<String> allColumns() {
    return switch (this) {
      case Sum(List<String> columns) -> columns.stream().distinct().toList();
      case Ratio(LedgerRatio ratio) ->
          Stream.concat(ratio.numerator().stream(), ratio.denominator().stream())
              .distinct()
              .toList();
    };
  }

  /**
   * Reads an expression; empty when the text is blank.
   *
   * @throws IllegalArgumentException names a column or ratio that no report has
   */
  static Optional<LedgerExpression> parse(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    if (text.startsWith("ratio ")) {
      String name = text.substring("ratio ".length()).strip();
      return Optional.of(
          new Ratio(
              LedgerRatio.named(name)
                  .orElseThrow(
                      () -> new IllegalArgumentException("no ratio named '" + name + "'"))));
    }
    List<String> columns = List.of(text.strip().split("\\s*\\+\\s*"));
    for (String column : columns) {
      if (!COLUMNS.contains(column)) {
        throw new IllegalArgumentException("no report column named '" + column + "'");
      }
    }
    return Optional.of(new Sum(columns));
  }
}
