package motcua.core.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Column;
import motcua.core.ledger.Measure;
import motcua.core.ledger.ReportRow;
import org.junit.jupiter.api.Test;

class CellChangesTest {
  private static final RowKey U1 = new RowKey("U1", "");
  private static final RowKey U2 = new RowKey("U2", "");

  private static ReportRow late(long count) {
    return ReportRow.of(Amounts.ZERO, Amounts.of(Measure.CLOSED_LATE, count));
  }

  @Test
  void shouldNameEveryCellThatDiffers() {
    assertEquals(
        List.of(
            new CellChange(RowKey.TOTAL, Column.CLOSED_LATE, 3, 2),
            new CellChange(U1, Column.CLOSED_LATE, 1, 2),
            new CellChange(U2, Column.CLOSED_LATE, 2, 0)),
        CellChanges.between(
            Map.of(U1, late(1), U2, late(2), RowKey.TOTAL, late(3)),
            Map.of(U1, late(2), RowKey.TOTAL, late(2))));
  }

  @Test
  void shouldNameNothingWhenNothingDiffers() {
    assertEquals(List.of(), CellChanges.between(Map.of(U1, late(1)), Map.of(U1, late(1))));
  }
}
