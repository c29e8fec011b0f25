package motcua.readmodel;

import java.time.LocalDate;
import java.util.Objects;
import motcua.core.ledger.Column;

/**
 * One figure of a report: a column of a row, or of the total.
 *
 * @param unit raw code of the row's unit, inside the scope; null: the total
 * @param part field or procedure of the row, as {@link ReportQuery#by} says, empty where the books
 *     have none; null exactly in a report that is not split. With a part, the total is that of the
 *     part alone
 * @param knownAfter when given, only what became known after this day counts: the figure is that on
 *     the report's cut less that on this one; null: the whole figure
 */
public record CellQuery(
    ReportQuery report, String unit, String part, Column column, LocalDate knownAfter) {
  public CellQuery {
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(column, "column");
    if ((part == null) != (report.by() == Breakdown.NONE)) {
      throw new IllegalArgumentException("a part is named exactly in a report that is split");
    }
  }
}
