package motcua.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import motcua.core.document.Cell;
import motcua.core.document.Letterhead;
import motcua.core.ledger.Ratio;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void shouldPrintCellsAsOfficialsReadThem() {
    assertEquals("=1+1", Texts.of(new Cell.Text("=1+1")));
    assertEquals("12.860", Texts.of(new Cell.Count(12_860)));
    assertEquals("-1.234", Texts.of(new Cell.Sum(-1_234, List.of())));
    assertEquals("0", Texts.of(new Cell.ColumnSum(0)));
    assertEquals("99,74%", Texts.of(share(9_974, 10_000)));
    assertEquals("không có số liệu", Texts.of(share(0, 0)));
    assertEquals("05/02/2026", Texts.of(new Cell.Day(LocalDate.of(2026, 2, 5))));
  }

  @Test
  void shouldWriteTheDateSoThatNoFigureFitsBefore() {
    assertEquals(
        "Mẫu Sơn, ngày 05 tháng 02 năm 2026", Texts.placeAndDate(on(LocalDate.of(2026, 2, 5))));
    assertEquals(
        "Mẫu Sơn, ngày 10 tháng 3 năm 2026", Texts.placeAndDate(on(LocalDate.of(2026, 3, 10))));
  }

  private static Cell share(long numerator, long denominator) {
    return new Cell.Share(new Ratio.Value(numerator, denominator), List.of(), List.of());
  }

  private static Letterhead on(LocalDate date) {
    return new Letterhead("", "XÃ MẪU SƠN", "", "Mẫu Sơn", date, "", List.of());
  }
}
