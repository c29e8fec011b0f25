package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import motcua.core.ledger.VietnameseNumbers;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * The districts' quarter as official documents: published over the command line, opened with POI,
 * LibreOffice and poppler, the total line held against what the districts had printed.
 */
final class DistrictDocuments {
  private static final Path PICTURES = Path.of("target/pictures");
  private static final int FIRST_NUMBER = 3;

  /** What a district printed, by column of form II.06a; early and on time are printed as one. */
  private record District(
      String name, String scope, String from, String to, Map<Integer, Long> printed, long inTime) {
    /**
     * The clock stands at the end of 14 September, and a day is closed a quarter of an hour later.
     */
    boolean isOver() {
      return !to.equals("2024-09-14");
    }
  }

  private static final List<District> DISTRICTS =
      List.of(
          new District(
              "gio-linh",
              "H50.991",
              "2021-11-15",
              "2023-10-14",
              Map.of(
                  3, 66_597L, 4, 25_470L, 5, 40_820L, 6, 307L, 7, 66_136L, 10, 171L, 11, 461L, 12,
                  461L, 13, 0L),
              65_965),
          new District(
              "dak-song",
              "H16.991",
              "2023-01-01",
              "2023-09-20",
              Map.of(3, 20_845L, 6, 1_728L, 7, 17_604L, 10, 1_865L, 11, 3_241L),
              15_739),
          new District(
              "cam-giang",
              ReconcileIT.DESK,
              "2024-07-01",
              "2024-09-14",
              Map.of(3, 969L, 7, 936L, 10, 0L),
              936));

  private final URI url;
  private final Path folder;
  private final Office office;

  private DistrictDocuments(URI url, Path folder) {
    this.url = url;
    this.folder = folder;
    this.office = new Office(folder);
  }

  static void check(URI url, Path folder) throws Exception {
    DistrictDocuments documents = new DistrictDocuments(url, Files.createDirectories(folder));
    for (District district : DISTRICTS) {
      documents.check(district);
    }
  }

  private void check(District district) throws Exception {
    List<String> order =
        new ArrayList<>(
            List.of(
                district.isOver() ? "publish" : "prepare",
                "--scope",
                district.scope,
                "--from",
                district.from,
                "--to",
                district.to,
                "--form",
                "II.06a",
                "--author",
                "Trần Thị B"));
    if (!district.isOver()) {
      order.addAll(List.of("--known-on", district.to));
    }
    String id = run(order.toArray(String[]::new)).split(" ")[0];
    Map<Integer, Long> total = workbook(export(id, "report", district, "xlsx"));
    district.printed.forEach(
        (column, figure) ->
            assertEquals(figure, total.get(column), district.name + ", column " + column));
    assertEquals(district.inTime, total.get(8) + total.get(9), district.name);

    List<String> words = total.values().stream().map(VietnameseNumbers::whole).toList();
    assertEquals(words, textDocument(export(id, "report", district, "docx")), district.name);
    String line = "Tổng cộng " + String.join(" ", words);
    for (String format : List.of("pdf", "xlsx", "docx")) {
      Path file = export(id, "report", district, format);
      Path pdf = format.equals("pdf") ? file : office.print(file);
      String text = office.text(pdf);
      if (format.equals("xlsx")) {
        // Real numbers: whoever prints them groups thousands as the machine's language does.
        text = text.replaceAll("(?<=\\d),(?=\\d{3})", ".");
      }
      assertTrue(text.contains("Biểu số II.06a/VPCP/KSTT"), text);
      assertTrue(text.contains("PHÒNG NỘI VỤ MẪU"), text);
      assertTrue(text.contains(line), format + " of " + district.name + ": " + text);
      assertTrue(text.contains(district.isOver() ? "phiên bản 1" : "BẢN TẠM TÍNH"), text);
      office.paint(pdf, PICTURES.resolve(district.name + "-" + format));
    }
    others(id, district, total);
  }

  /** The list, the appendix and the paragraphs, as PDF. */
  private void others(String id, District district, Map<Integer, Long> total) throws Exception {
    String late = office.text(export(id, "late", district, "pdf"));
    assertTrue(
        late.contains("Hồ sơ đã giải quyết quá hạn: " + VietnameseNumbers.whole(total.get(10))),
        late.substring(0, Math.min(2_000, late.length())));
    Path shortfall = export(id, "shortfall", district, "pdf");
    boolean above = 20 * total.get(10) > district.inTime + total.get(10);
    assertEquals(above, !office.text(shortfall).contains("Không có đơn vị nào"), district.name);
    office.paint(shortfall, PICTURES.resolve(district.name + "-shortfall"));
    Path summary = export(id, "summary", district, "pdf");
    String text = office.text(summary);
    assertTrue(text.contains(VietnameseNumbers.whole(total.get(3)) + " hồ sơ, gồm"), text);
    office.paint(summary, PICTURES.resolve(district.name + "-summary"));
  }

  private Path export(String id, String document, District district, String format) {
    Path file = folder.resolve(district.name + "-" + document + "." + format);
    if (!Files.exists(file)) {
      run("export", id, "--document", document, "--out", file.toString());
    }
    return file;
  }

  /** The total line of the workbook by the form's column numbers. */
  private static Map<Integer, Long> workbook(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      Sheet sheet = book.getSheet("II.06a");
      for (Row row : sheet) {
        if (row.getCell(2) != null
            && row.getCell(2).getCellType() == CellType.STRING
            && row.getCell(2).getStringCellValue().equals("Tổng cộng")) {
          Map<Integer, Long> total = new TreeMap<>();
          for (int column = FIRST_NUMBER; column <= 13; column++) {
            total.put(column, (long) row.getCell(column).getNumericCellValue());
          }
          return total;
        }
        // No dossier names the district itself: it would be there for want of a unit.
        assertTrue(
            row.getCell(1) == null || !row.getCell(1).toString().matches("H\\d+\\.\\d+"),
            () -> "line of " + row.getCell(1));
      }
    }
    throw new AssertionError("no total line in " + file);
  }

  private static List<String> textDocument(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(in)) {
      for (XWPFTable table : document.getTables()) {
        XWPFTableRow last = table.getRow(table.getNumberOfRows() - 1);
        if (last.getTableCells().size() > FIRST_NUMBER
            && last.getCell(2).getText().equals("Tổng cộng")) {
          List<String> cells = new ArrayList<>();
          for (int column = FIRST_NUMBER; column <= 13; column++) {
            cells.add(last.getCell(column).getText());
          }
          return cells;
        }
      }
    }
    throw new AssertionError("no total line in " + file);
  }

  private String run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    List<String> all = new ArrayList<>(List.of("snapshot"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--url", url.toString()));
    int code =
        Main.commandLine(new Wiring())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(errors, true))
            .execute(all.toArray(String[]::new));
    assertEquals(0, code, errors.toString());
    return out.toString();
  }
}
