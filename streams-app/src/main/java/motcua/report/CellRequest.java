package motcua.report;

import java.util.Objects;
import motcua.core.ledger.Column;

/**
 * A figure somebody wants to follow back to its dossiers.
 *
 * @param report the report it stands in
 * @param unit the row's unit as printed; null: the total
 * @param part the row's field or procedure; null exactly in a report that is not split
 */
public record CellRequest(ReportRequest report, String unit, String part, Column column) {
  public CellRequest {
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(column, "column");
  }
}
