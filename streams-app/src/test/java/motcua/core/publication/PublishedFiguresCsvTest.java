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
    assertFaults("", "dòng 1: không có gì");
    assertFaults(HEADER, "dòng 1: chỉ có dòng tên cột");
    assertFaults(HEADER + "A,B,2024\n", "dòng 2: có 3 ô, dòng đầu có 13");
    assertFaults(row("1/7/2024", "2024-09-14", "", "1"), "dòng 2, cột period_from");
    assertFaults(row("2024-09-15", "2024-09-14", "", "1"), "dòng 2, cột period_to: ngày cuối");
    assertFaults(row("2024-07-01", "2024-09-14", "", "12.860.1"), "dòng 2, cột value");
    assertFaults(row("2024-07-01", "2024-09-14", "", "1e9"), "dòng 2, cột value");
    assertFaults(row("2024-07-01", "2024-09-14", "", "-5"), "dòng 2, cột value");
    assertFaults(row("2024-07-01", "2024-09-14", "", "9.5"), "\"9.5\" có hai cách hiểu");
    assertFaults(row("2024-07-01", "2024-09-14", "", "99999999999"), "ngoài khoảng");
    assertFaults(row("2024-07-01", "2024-09-14", "closedTwice", "1"), "\"closedTwice\"");
    assertFaults(row("2024-07-01", "2024-09-14", "ratio luck", "1"), "\"ratio luck\"");
    assertFaults(HEADER + "\nA,\"B\nb\",x,\"2024-07-01", "dòng 4: ô mở bằng dấu ngoặc kép");
  }

  @Test
  void shouldTellEveryFaultAtOnceAndByTheLineOfTheFile() {
    String good = ",B,2024-07-01,2024-09-14,district,";
    assertFaults(
        HEADER
            + ("A" + good + "x,received,1,,dossiers,1,\"hai\ndòng\",none\n")
            + ("A" + good + "y,received,2,,dossiers,1,2,none\n")
            + ("A" + good + "x,,3,,dossiers,1,3,none\n")
            + ("" + good + "z,closedNever,9.5,,dossiers,1,9.5,none\n")
            + ("A" + good + "w,ratio late,9.5,,percent,1,9.5,none\n"),
        "dòng 4, cột metric: \"y\" cùng chỉ tiêu, nơi và kỳ với dòng 2",
        "dòng 5, cột metric: \"x\" cùng chỉ tiêu, nơi và kỳ với dòng 2",
        "dòng 6, cột district: để trống",
        "dòng 6, cột ledger_column: \"closedNever\"",
        "dòng 6, cột value: \"9.5\" có hai cách hiểu");
  }

  @Test
  void shouldNameEveryColumnThatIsMissing() {
    FiguresRead read = PublishedFiguresCsv.read("district;province\n", Counterpart.NONE);

    assertEquals(13, read.faults().size());
    assertEquals("district", read.faults().getFirst().column());
  }

  @Test
  void shouldPlaceFiguresByTheFileFirst() {
    String header = HEADER.stripTrailing() + ",scope,printed_on\n";
    String figure = "A,B,2024-07-01,2024-09-14,district,x,received,1,,dossiers,1,1,none,";
    Counterpart asked =
        new Counterpart(
            Optional.of("H1"), Optional.of("LAND"), Optional.of(LocalDate.of(2024, 9, 20)));

    assertEquals(
        new Counterpart(
            Optional.of("H2"), Optional.of("LAND"), Optional.of(LocalDate.of(2024, 9, 16))),
        PublishedFiguresCsv.read(header + figure + "H2,2024-09-16\n", asked)
            .all()
            .getFirst()
            .statement()
            .counterpart());
    assertEquals(
        asked,
        PublishedFiguresCsv.read(header + figure + ",\n", asked)
            .all()
            .getFirst()
            .statement()
            .counterpart());
    assertEquals(
        List.of("dòng 2, cột printed_on"),
        PublishedFiguresCsv.read(header + figure + ",16/9\n", asked).faults().stream()
            .map(fault -> fault.text().substring(0, 22))
            .toList());
  }

  @Test
  void shouldRefuseOneScopeForADistrictAndItsCommunes() {
    String text =
        row("2024-07-01", "2024-09-14", "received", "1")
            + "A,B,2024-07-01,2024-09-14,communes,x,received,1,,dossiers,,,\n";

    List<ReadingFault> faults =
        PublishedFiguresCsv.read(
                text, new Counterpart(Optional.of("H1"), Optional.empty(), Optional.empty()))
            .faults();

    assertEquals(1, faults.size());
    assertTrue(faults.getFirst().text().startsWith("dòng 3, cột scope: một phạm vi chung (H1)"));
    assertEquals(List.of(), PublishedFiguresCsv.read(text, Counterpart.NONE).faults());
  }

  @Test
  void shouldRefuseMoreThanIsEverPrinted() {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i <= FiguresRead.MAX_FIGURES; i++) {
      text.append(
          "A%d,B,2024-07-01,2024-09-14,district,x%d,,1,,dossiers,1,1,none\n".formatted(i / 8, i));
    }

    List<ReadingFault> faults =
        PublishedFiguresCsv.read(text.toString(), Counterpart.NONE).faults();

    assertEquals(List.of(1602, 2002), faults.stream().map(ReadingFault::line).toList());
    assertTrue(faults.getFirst().reason().contains("200 nơi và kỳ"), faults.toString());
  }

  private static String row(String from, String to, String column, String value) {
    return HEADER
        + String.join(",", "A,B", from, to, "district,x", column, value, ",dossiers,,,\n");
  }

  /** Every fault, each by how it begins or what it holds. */
  private static void assertFaults(String text, String... expected) {
    List<String> faults =
        PublishedFiguresCsv.read(text, Counterpart.NONE).faults().stream()
            .map(ReadingFault::text)
            .toList();
    assertEquals(expected.length, faults.size(), faults.toString());
    for (int i = 0; i < expected.length; i++) {
      assertTrue(faults.get(i).contains(expected[i]), faults.get(i));
    }
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> PublishedFiguresCsv.parse(text));
    assertEquals(String.join("\n", faults), thrown.getMessage());
  }
}
