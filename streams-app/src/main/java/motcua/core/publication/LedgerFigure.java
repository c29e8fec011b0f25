package motcua.core.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A figure of the ledger that answers a printed one. */
public sealed interface LedgerFigure {
  /** A number of dossiers. */
  record Count(long count) implements LedgerFigure {}

  /** A ratio with both its counts; a denominator of 0 is "no data". */
  record Share(long numerator, long denominator) implements LedgerFigure {
    /** The percentage it prints, half up; empty without data. */
    public Optional<BigDecimal> percent(int decimals) {
      return denominator == 0
          ? Optional.empty()
          : Optional.of(Percentage.of(numerator, denominator, decimals));
    }
  }

  /**
   * Evaluates an expression over the columns of a report row.
   *
   * @throws IllegalArgumentException names a column the row lacks: a missing column is never 0
   */
  public static LedgerFigure of(LedgerExpression expression, Map<String, Long> columns) {
    return switch (expression) {
      case LedgerExpression.Sum sum -> new Count(sum(sum.columns(), columns));
      case LedgerExpression.Ratio(LedgerRatio ratio) ->
          new Share(sum(ratio.numerator(), columns), sum(ratio.denominator(), columns));
    };
  }

  /** Sum of named columns. */
  static long sum(List<String> names, Map<String, Long> columns) {
    long sum = 0;
    for (String name : names) {
      Long value = columns.get(name);
      if (value == null) {
        throw new IllegalArgumentException("the ledger's figures lack the column " + name);
      }
      sum += value;
    }
    return sum;
  }
}
