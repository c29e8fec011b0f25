package motcua.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import motcua.core.document.Cell;
import motcua.core.document.Document;
import motcua.core.document.Paragraph;
import motcua.core.document.Part;
import motcua.core.document.Rows;
import motcua.core.document.Table;
import motcua.core.ledger.Ratio;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxFileTest {
  private static final int LINES = 50_000;
  private static final long MEGABYTE = 1 << 20;

  @Test
  void shouldPrintTheFormCellByCell() throws IOException {
    Document document = SampleDocuments.report();
    Table table = (Table) document.parts().get(1);

    try (XSSFWorkbook book = Written.workbook(document)) {
      XSSFSheet sheet = book.getSheet("Mẫu II.06a");
      int first = Written.firstLine(sheet);
      Written.assertLines(table, sheet, first);
      assertEquals("C%1$d".formatted(first + 1), sheet.getRow(first).getCell(2).getReference());
      assertEquals(
          "D%1$d+E%1$d+F%1$d".formatted(first + 1),
          sheet.getRow(first).getCell(2).getCellFormula());
      assertEquals(
          "SUM(D%d:D%d)".formatted(first + 1, first + 6),
          sheet.getRow(first + 6).getCell(3).getCellFormula());
      // Three sums and a share a line, eight columns added up.
      assertEquals(7 * 4 + 8, Written.assertFormulasGiveTheFigures(book));
    }
  }

  @Test
  void shouldStandAsAnOfficialDocument() throws IOException {
    try (XSSFWorkbook book = Written.workbook(SampleDocuments.report())) {
      XSSFSheet sheet = book.getSheetAt(0);
      List<String> words = Written.words(sheet);
      int country = words.indexOf(Texts.COUNTRY);
      assertEquals(
          List.of("UBND TỈNH LẠNG SƠN", Texts.COUNTRY, "UBND HUYỆN MẪU SƠN", Texts.MOTTO),
          words.subList(country - 1, country + 3));
      assertTrue(words.contains("Số: 12/BC-UBND"), words::toString);
      assertTrue(words.contains("Mẫu Sơn, ngày 05 tháng 7 năm 2026"), words::toString);
      assertTrue(words.contains("BẢN ĐIỀU CHỈNH LẦN 2, THAY BẢN NGÀY 05/07/2026"), words::toString);
      assertTrue(words.containsAll(SampleDocuments.FOOT), words::toString);
      int recipients = words.indexOf(Texts.RECIPIENTS);
      assertEquals(
          List.of(
              Texts.RECIPIENTS, "TRƯỞNG PHÒNG NỘI VỤ", "- Ủy ban nhân dân tỉnh;", Texts.SIGN_HERE),
          words.subList(recipients, recipients + 4));
      assertEquals(
          "Times New Roman", sheet.getRow(0).getCell(0).getCellStyle().getFont().getFontName());
    }
  }

  @Test
  void shouldPrintOnPaper() throws IOException {
    try (XSSFWorkbook book = Written.workbook(SampleDocuments.report())) {
      XSSFSheet sheet = book.getSheetAt(0);
      int first = Written.firstLine(sheet);
      assertTrue(sheet.getPrintSetup().getLandscape());
      assertEquals(9, sheet.getPrintSetup().getPaperSize());
      assertEquals(1, sheet.getPrintSetup().getFitWidth());
      assertEquals(0, sheet.getPrintSetup().getFitHeight());
      assertTrue(sheet.getFitToPage());
      assertEquals(new CellRangeAddress(first - 3, first - 1, -1, -1), sheet.getRepeatingRows());
      assertEquals(first, sheet.getPaneInformation().getHorizontalSplitPosition());
      assertTrue(
          sheet.getHeader().getCenter().endsWith("BẢN ĐIỀU CHỈNH LẦN 2, THAY BẢN NGÀY 05/07/2026"));
      assertTrue(
          sheet.getFooter().getRight().endsWith("Trang &P/&N"), sheet.getFooter().getRight());
      assertTrue(sheet.getFooter().getLeft().contains("Số liệu chốt đến 24 giờ"));
    }
    try (XSSFWorkbook book = Written.workbook(SampleDocuments.lateList(1))) {
      assertFalse(book.getSheetAt(0).getPrintSetup().getLandscape());
    }
  }

  @Test
  void shouldKeepTheFootWithinWhatExcelReads() throws IOException {
    List<String> foot = List.of("A & B && C ".repeat(60), "thứ hai");
    Document document =
        new Document(
            Optional.empty(), "T", List.of(), Optional.of("&".repeat(300)), List.of(), foot);

    try (XSSFWorkbook book = Written.workbook(document)) {
      XSSFSheet sheet = book.getSheetAt(0);
      String whole = sheet.getCTWorksheet().getHeaderFooter().getOddFooter();
      String head = sheet.getCTWorksheet().getHeaderFooter().getOddHeader();
      assertTrue(whole.length() <= XlsxPage.MAX_FOOT, () -> whole.length() + ": " + whole);
      assertTrue(head.length() <= XlsxPage.MAX_FOOT, () -> head.length() + ": " + head);
      assertTrue(whole.contains("A && B &&&& C A"), whole);
      assertTrue(whole.endsWith("Trang &P/&N"), whole);
      assertTrue(Written.words(sheet).containsAll(foot));
    }
  }

  @Test
  void shouldTakeNoWordsForAFormula() throws IOException {
    List<String> words = List.of("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "a=b");
    Table table =
        new Table(
            "=Bảng",
            List.of(new Table.Column("=G", "=1+1", "-(1)", 5), new Table.Column("=G", "+2", "", 5)),
            Rows.of(
                words.stream()
                    .map(text -> List.<Cell>of(new Cell.Text(text), Cell.EMPTY))
                    .toList()),
            Optional.empty());
    Document document =
        new Document(
            Optional.empty(),
            "=TITLE()",
            List.of("+subtitle"),
            Optional.of("@mark"),
            List.of(new Paragraph("-paragraph", Paragraph.Style.BODY), table),
            List.of("=foot"));

    try (XSSFWorkbook book = Written.workbook(document)) {
      XSSFSheet sheet = book.getSheetAt(0);
      int quoted = 0;
      for (XSSFCell cell : Written.cells(sheet)) {
        assertTrue(
            cell.getCellType() == CellType.STRING || cell.getCellType() == CellType.BLANK,
            cell::getReference);
        if (cell.getCellStyle().getQuotePrefixed()) {
          quoted++;
        }
      }
      assertTrue(Written.words(sheet).containsAll(words));
      // Title, subtitle, mark, paragraph, group, two headings, number, five lines and the foot.
      assertEquals(14, quoted);
    }
  }

  @Test
  void shouldAddUpNothingAsNothing() throws IOException {
    Table table =
        new Table(
            "Trống",
            SampleDocuments.columns().subList(0, 4),
            Rows.of(List.of()),
            Optional.of(
                List.of(
                    Cell.EMPTY,
                    new Cell.Text("Tổng cộng"),
                    new Cell.ColumnSum(0),
                    new Cell.Share(
                        new Ratio.Value(0, 0),
                        SampleDocuments.terms(2),
                        SampleDocuments.terms(2)))));

    try (XSSFWorkbook book = Written.workbook(document(List.of(table)))) {
      XSSFSheet sheet = book.getSheetAt(0);
      int first = Written.firstLine(sheet);
      XSSFCell sum = sheet.getRow(first).getCell(2);
      assertEquals(CellType.NUMERIC, sum.getCellType());
      assertEquals(0, sum.getNumericCellValue());
      assertEquals("không có số liệu", sheet.getRow(first).getCell(3).getStringCellValue());
      assertEquals(1, Written.assertFormulasGiveTheFigures(book));
    }
  }

  @Test
  void shouldWriteDaysAsDays() throws IOException {
    try (XSSFWorkbook book = Written.workbook(SampleDocuments.lateList(3))) {
      XSSFSheet sheet = book.getSheetAt(0);
      XSSFCell day = sheet.getRow(Written.firstLine(sheet) + 1).getCell(4);
      assertEquals(LocalDate.of(2026, 6, 2), day.getLocalDateTimeCellValue().toLocalDate());
      assertEquals("dd/mm/yyyy", day.getCellStyle().getDataFormatString());
    }
  }

  @Test
  void shouldGiveEachTableASheetOfItsOwn() throws IOException {
    Document document =
        document(
            List.of(
                new Paragraph("trước", Paragraph.Style.HEADING),
                SampleDocuments.form("Bảng [1]", List.of("a")),
                new Paragraph("giữa", Paragraph.Style.BODY),
                SampleDocuments.form("BẢNG [1]", List.of("b")),
                SampleDocuments.form("x".repeat(40), List.of("c")),
                SampleDocuments.form("x".repeat(40), List.of("d")),
                SampleDocuments.form(" ", List.of("e")),
                new Paragraph("sau", Paragraph.Style.NOTE)));

    try (XSSFWorkbook book = Written.workbook(document)) {
      assertEquals(5, book.getNumberOfSheets());
      assertEquals("Bảng -1-", book.getSheetName(0));
      assertEquals("BẢNG -1- (2)", book.getSheetName(1));
      assertEquals("x".repeat(31), book.getSheetName(2));
      assertEquals("x".repeat(27) + " (2)", book.getSheetName(3));
      assertEquals("Văn bản", book.getSheetName(4));
      assertTrue(Written.words(book.getSheetAt(0)).contains("trước"));
      assertTrue(Written.words(book.getSheetAt(1)).contains("giữa"));
      assertTrue(Written.words(book.getSheetAt(4)).contains("sau"));
    }
  }

  @Test
  void shouldGiveTheSameBytesAgain() throws IOException {
    byte[] once = Written.xlsx(SampleDocuments.report());
    byte[] again = Written.xlsx(SampleDocuments.report());

    assertArrayEquals(once, again);
    // Written within one tick of the zip's clock they would be the same anyway.
    assertSteadyEntries(once);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(once))) {
      var core = book.getProperties().getCoreProperties();
      assertEquals("2026-07-05T00:00:00Z", core.getCreated().toInstant().toString());
      assertEquals("2026-07-05T00:00:00Z", core.getModified().toInstant().toString());
      assertEquals("BÁO CÁO TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", core.getTitle());
      assertEquals("UBND HUYỆN MẪU SƠN", core.getCreator());
    }
  }

  static void assertSteadyEntries(byte[] file) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertEquals("1980-01-01T00:00", entry.getTimeLocal().toString(), entry.getName());
        entries++;
      }
      assertTrue(entries > 5);
    }
  }

  @Test
  void shouldLeaveTheStreamOpen() throws IOException {
    boolean[] closed = new boolean[1];
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    XlsxFile.write(SampleDocuments.text(), out);
    assertFalse(closed[0]);
  }

  @Test
  void shouldStreamAListLongerThanMemory() throws IOException {
    Table late = SampleDocuments.late(LINES);
    long before = used();
    long[] grown = new long[1];
    int[] seen = new int[1];
    Table watched =
        new Table(
            late.name(),
            late.columns(),
            reader ->
                late.rows()
                    .forEach(
                        line -> {
                          reader.accept(line);
                          if (++seen[0] == LINES) {
                            grown[0] = used() - before;
                          }
                        }),
            Optional.empty());
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    XlsxFile.write(document(List.of(watched)), out);

    assertEquals(LINES, seen[0]);
    // Held as cells the list takes more than 100 MB.
    assertTrue(grown[0] < 32 * MEGABYTE, () -> grown[0] / MEGABYTE + " MB");
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      XSSFSheet sheet = book.getSheetAt(0);
      XSSFCell last = sheet.getRow(Written.firstLine(sheet) + LINES - 1).getCell(0);
      assertEquals(LINES, last.getNumericCellValue());
    }
  }

  @Test
  void shouldRefuseWhatNoCellHolds() {
    Paragraph paragraph = new Paragraph("a".repeat(32_768), Paragraph.Style.BODY);
    assertThrows(TooLongException.class, () -> Written.xlsx(document(List.of(paragraph))));
  }

  @Test
  void shouldLeaveNothingBehindWhenTheLinesBreakOff(@TempDir Path folder) throws IOException {
    Table late = SampleDocuments.late(1_000);
    Table broken =
        new Table(
            late.name(),
            late.columns(),
            reader -> {
              late.rows().forEach(reader);
              throw new IllegalStateException("the database went away");
            },
            Optional.empty());
    TempFile.setThreadLocalTempFileCreationStrategy(
        new DefaultTempFileCreationStrategy(folder.toFile()));
    try {
      assertThrows(IllegalStateException.class, () -> Written.xlsx(document(List.of(broken))));
    } finally {
      TempFile.setThreadLocalTempFileCreationStrategy(null);
    }

    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static Document document(List<Part> parts) {
    return new Document(Optional.empty(), "BÁO CÁO", List.of(), Optional.empty(), parts, List.of());
  }
}
