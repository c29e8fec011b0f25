package motcua.core.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedFiguresCsvTest {
  private static final String HEADER =
      "district,province,period_from,period_to,level,metric,ledger_column,value,printed_denominator,unit,source_line,"
          + "printed_text,check_result\n";

  @Test
  void shouldReadQuotedCellsBlankValuesAndBothLineEnds() {
    List<PublishedFigure> figures =
        PublishedFiguresCsv.parse(
            "\uFEFF"
                + HEADER.stripTrailing()
                + "\r\n"
                + "A,B,2024-07-01,2024-09-14,district,late_pct,ratio late,10.6,,percent,59,\"10,6% \"\"quá hạn\"\"\",ok\r\n"
                + "\nA,B,2024-07-01,2024-09-14,district,x,,,,,21,có phụ lục kèm theo,none");

    PublishedFigure late = figures.getFirst();
    assertEquals("10,6% \"quá hạn\"", late.printedText());
    assertEquals("10,6%", late.valueAsPrinted());
    assertEquals(Optional.of(new BigDecimal("10.6")), late.value());
    assertEquals(Optional.of(new LedgerExpression.Ratio(LedgerRatio.LATE)), late.expression());
    assertEquals(LocalDate.of(2024, 9, 14), late.statement().to());
    assertEquals(Optional.empty(), figures.get(1).value());
    assertEquals("không nêu", figures.get(1).valueAsPrinted());
    assertEquals(2, figures.size());
  }

  @Test
  void shouldSayWhereAndWhatIsWrong() {
    assertFault("", "line 1");
    assertFault("district,province\n", "period_from");
    assertFault(HEADER + "A,B,2024\n", "record 2: expected 13 cells, found 3");
    assertFault(HEADER + "A,B,1/7/2024,2024-09-14,district,x,,,,,,,\n", "record 2: period_from");
    assertFault(
        HEADER + "A,B,2024-07-01,2024-09-14,district,x,,12.860.1,,,,,\n", "record 2: value");
    assertFault(
        HEADER + "A,B,2024-07-01,2024-09-14,district,x,closedTwice,1,,,,,\n", "closedTwice");
    assertFault(HEADER + "A,B,2024-07-01,2024-09-14,district,x,ratio luck,1,,,,,\n", "luck");
    assertFault(HEADER + "A,B,\"2024-07-01", "never ends");
  }

  private static void assertFault(String text, String expected) {
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> PublishedFiguresCsv.parse(text));
    assertTrue(fault.getMessage().contains(expected), fault.getMessage());
  }
}
