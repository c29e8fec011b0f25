package motcua.core.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import motcua.core.document.Cell;
import motcua.core.document.Table;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.ReportRow;
import org.junit.jupiter.api.Test;

class ShortfallTableTest {
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);

  /** 1 of 20 is 5 %: not above. 500.001 of 10.000.000 prints as 5,00 % and is above. */
  @Test
  void shouldCompareCountsStrictly() {
    assertFalse(ShortfallTable.isAbove(row(1, 19), FIVE));
    assertTrue(ShortfallTable.isAbove(row(500_001, 9_499_999), FIVE));
    assertFalse(ShortfallTable.isAbove(row(500_000, 9_500_000), FIVE));
    assertTrue(ShortfallTable.isAbove(row(1, 19), new BigDecimal("4.5")));
  }

  @Test
  void shouldNotCallAUnitWithoutADatedCloseLate() {
    assertFalse(ShortfallTable.isAbove(row(0, 0), BigDecimal.ZERO));
  }

  @Test
  void shouldListTheWorstFirstAndLeaveOutWhoKeepsTheLimit() {
    Table table =
        ShortfallTable.of(
            List.of(
                new FormLine("A", "Xã A", row(10, 90)),
                new FormLine("B", "Xã B", row(5, 95)),
                new FormLine("C", "Xã C", row(2, 8)),
                new FormLine("D", "Xã D", row(1, 9))),
            FIVE);

    List<String> codes = new ArrayList<>();
    table.rows().forEach(cells -> codes.add(((Cell.Text) cells.get(1)).text()));
    assertEquals(List.of("C", "A", "D"), codes);
  }

  private static ReportRow row(long late, long onTime) {
    return ReportRow.of(
        Amounts.ZERO, Amounts.of(Measure.CLOSED_LATE, late).plus(Measure.CLOSED_ON_TIME, onTime));
  }
}
