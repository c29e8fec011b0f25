package motcua.report;

import java.time.LocalDate;
import java.util.Objects;
import motcua.core.ledger.Column;

/**
 * A figure somebody wants to follow back to its dossiers.
 *
 * @param report the report it stands in
 * @param unit the row's unit as printed; null: the total
 * @param part the row's field or procedure; null exactly in a report that is not split
 * @param knownAfter an earlier cut, whose figure is taken off: what is left became known since;
 *     null: none
 */
public record CellRequest(
    ReportRequest report, String unit, String part, Column column, LocalDate knownAfter) {
  /** The whole figure. */
  public CellRequest(ReportRequest report, String unit, String part, Column column) {
    this(report, unit, part, column, null);
  }

  public CellRequest {
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(column, "column");
  }
}
