package motcua.core.print;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import motcua.core.document.Cell;
import motcua.core.document.Rows;
import motcua.core.document.Table;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;

/**
 * The appendix of units below target that goes with an urging letter: those whose late rate is
 * above the limit, strictly and on counts (rules.md 8), the highest rate first.
 */
public final class ShortfallTable {
  private static final Comparator<FormLine> WORST_FIRST =
      Comparator.<FormLine, BigDecimal>comparing(line -> rate(line.figures()))
          .reversed()
          .thenComparing(FormLine::code);
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("", "TT", "", 4),
          new Table.Column("", "Mã", "", 10),
          new Table.Column("", "Đơn vị", "", 26),
          new Table.Column("Đã giải quyết, có hẹn trả", "Tổng số", "", 9),
          new Table.Column("Đã giải quyết, có hẹn trả", "Quá hạn", "", 9),
          new Table.Column("Đã giải quyết, có hẹn trả", "Tỷ lệ quá hạn", "", 10),
          new Table.Column("", "Đang giải quyết đã quá hạn", "", 11));

  private ShortfallTable() {}

  /** Whether a unit's late rate is above a limit; without a dated close it is not. */
  public static boolean isAbove(ReportRow figures, BigDecimal limitPercent) {
    Ratio.Value late = Ratio.LATE.of(figures);
    // Compared crosswise: a rounded rate would let a unit just above the limit pass.
    return late.hasData()
        && BigDecimal.valueOf(late.numerator())
                .movePointRight(2)
                .compareTo(limitPercent.multiply(BigDecimal.valueOf(late.denominator())))
            > 0;
  }

  /**
   * The table; without a line when every unit keeps the limit.
   *
   * @param limitPercent highest late rate allowed, such as 5
   */
  public static Table of(List<FormLine> units, BigDecimal limitPercent) {
    List<List<Cell>> rows = new ArrayList<>();
    units.stream()
        .filter(unit -> isAbove(unit.figures(), limitPercent))
        .sorted(WORST_FIRST)
        .forEach(unit -> rows.add(row(rows.size() + 1, unit)));
    return new Table("Vuot muc", COLUMNS, Rows.of(rows), Optional.empty());
  }

  private static List<Cell> row(int number, FormLine unit) {
    Ratio.Value late = Ratio.LATE.of(unit.figures());
    return List.of(
        new Cell.Count(number),
        new Cell.Text(unit.code()),
        new Cell.Text(unit.name()),
        new Cell.Count(late.denominator()),
        new Cell.Count(late.numerator()),
        new Cell.Share(late, List.of(new Cell.Term(4, false)), List.of(new Cell.Term(3, false))),
        new Cell.Count(unit.figures().openOverdue()));
  }

  private static BigDecimal rate(ReportRow figures) {
    Ratio.Value late = Ratio.LATE.of(figures);
    return BigDecimal.valueOf(late.numerator())
        .divide(BigDecimal.valueOf(late.denominator()), java.math.MathContext.DECIMAL64);
  }
}
