package motcua.core.snapshot;

import java.util.Objects;
import motcua.core.ledger.Column;

/**
 * A cell that two versions print differently.
 *
 * @param row the row; {@link RowKey#TOTAL} for the total
 * @param was 0 when the row was not printed
 * @param is 0 when the row is not printed any more
 */
public record CellChange(RowKey row, Column column, long was, long is) {
  public CellChange {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(column, "column");
  }
}
