package motcua.core.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import motcua.core.ledger.Column;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;

/** Reckons the indices of a report row. */
public final class Indices {
  private static final int DECIMALS = 2;

  private Indices() {}

  /**
   * Every index, in order.
   *
   * @param progress of index 2.1, which needs moments; empty when it is not to be had
   */
  public static List<IndexFigure> of(ReportRow row, Optional<Ratio.Value> progress) {
    return Arrays.stream(Index.values())
        .map(
            index -> {
              Optional<Ratio.Value> value =
                  index == Index.PROGRESS ? progress : columns(index, row);
              return new IndexFigure(index, value, value.flatMap(ratio -> score(index, ratio)));
            })
        .toList();
  }

  private static Optional<Ratio.Value> columns(Index index, ReportRow row) {
    return index.denominator().isEmpty()
        ? Optional.empty()
        : Optional.of(new Ratio.Value(sum(index.numerator(), row), sum(index.denominator(), row)));
  }

  private static long sum(List<Column> columns, ReportRow row) {
    return columns.stream().mapToLong(column -> column.of(row)).sum();
  }

  /** Proportional up to the full mark, half up; a period that takes back more than it adds: 0. */
  private static Optional<BigDecimal> score(Index index, Ratio.Value ratio) {
    if (!ratio.hasData()) {
      return Optional.empty();
    }
    BigDecimal points = BigDecimal.valueOf(index.points().orElseThrow());
    BigDecimal score =
        points
            .multiply(BigDecimal.valueOf(Math.max(0, ratio.numerator())))
            .multiply(BigDecimal.valueOf(100))
            .divide(
                BigDecimal.valueOf(ratio.denominator())
                    .multiply(BigDecimal.valueOf(index.fullAt().orElseThrow())),
                DECIMALS,
                RoundingMode.HALF_UP);
    return Optional.of(score.min(points).setScale(DECIMALS));
  }
}
