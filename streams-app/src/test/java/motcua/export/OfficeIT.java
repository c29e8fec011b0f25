package motcua.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import motcua.core.document.Cell;
import motcua.core.document.Document;
import motcua.core.document.Table;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our files in LibreOffice. Pictures of the pages stay in {@code target/screenshots}. */
@Timeout(600)
class OfficeIT {
  private static final Path PICTURES = Path.of("target/screenshots");

  /** Comma, quotation mark, UTF-8, and numbers as they are instead of as they are shown. */
  private static final String CSV =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";

  /** A cached value that no document has. */
  private static final double WRONG = -987_654_321;

  @TempDir Path folder;
  private OfficeTools tools;

  @BeforeAll
  static void requirePrograms() {
    OfficeTools.require();
  }

  @BeforeEach
  void useAFolder() {
    tools = new OfficeTools(folder);
  }

  @Test
  void shouldAddUpAgainInAnotherProgram() throws Exception {
    Document document = SampleDocuments.report();
    Table table = (Table) document.parts().get(1);
    Path file = folder.resolve("wrong.xlsx");
    try (XSSFWorkbook book = Written.workbook(document);
        OutputStream out = Files.newOutputStream(file)) {
      for (XSSFCell cell : Written.cells(book.getSheetAt(0))) {
        if (cell.getCellType() == CellType.FORMULA) {
          cell.setCellValue(WRONG);
        }
      }
      book.write(out);
    }

    List<List<String>> lines = csv(Files.readString(tools.convert(file, CSV, Map.of())));

    int at = 0;
    while (!lines.get(at).get(0).equals("(1)")) {
      at++;
    }
    List<List<Cell>> expected = new ArrayList<>();
    table.rows().forEach(expected::add);
    expected.add(table.total().orElseThrow());
    for (List<Cell> line : expected) {
      at++;
      for (int column = 0; column < line.size(); column++) {
        assertSame(line.get(column), lines.get(at).get(column));
      }
    }
  }

  private static void assertSame(Cell expected, String read) {
    switch (expected) {
      case Cell.Text text -> assertEquals(text.text(), read);
      case Cell.Count count -> assertEquals(count.value(), Double.parseDouble(read));
      case Cell.Sum sum -> assertEquals(sum.value(), Double.parseDouble(read));
      case Cell.ColumnSum sum -> assertEquals(sum.value(), Double.parseDouble(read));
      case Cell.Day day -> assertEquals(Texts.of(day), read);
      case Cell.Share share -> {
        if (share.ratio().hasData()) {
          double percent = 100d * share.ratio().numerator() / share.ratio().denominator();
          assertTrue(read.endsWith("%"), read);
          assertEquals(percent, Double.parseDouble(read.replace("%", "")), 1e-9);
        } else {
          assertEquals(Texts.of(share), read);
        }
      }
    }
  }

  @Test
  void shouldPrintTheWorkbook() throws Exception {
    String words = words(Written.xlsx(SampleDocuments.report()), "report", "xlsx", Map.of());

    assertTrue(words.contains("Trang 1/"), words);
    assertTrue(words.contains("Số liệu chốt đến 24 giờ ngày 04/07/2026."), words);
    assertTrue(words.contains("21,978") || words.contains("21.978"), words);
    assertFalse(words.contains("###"), words);
    // On the second page too.
    String second = words.substring(words.indexOf('\f'));
    assertTrue(second.contains("BẢN ĐIỀU CHỈNH LẦN 2"), second);
  }

  @Test
  void shouldPrintTheTextDocumentInItsOwnLetters() throws Exception {
    Map<String, String> bare = bareMachine();
    String report = words(Written.docx(SampleDocuments.report()), "report", "docx", bare);
    String list = words(Written.docx(SampleDocuments.lateList(120)), "list", "docx", bare);
    String text = words(Written.docx(SampleDocuments.text()), "text", "docx", bare);

    for (String words : List.of(report, list, text)) {
      assertTrue(words.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), words);
      assertTrue(words.contains("Mẫu Sơn, ngày 05 tháng 7 năm 2026"), words);
    }
    assertTrue(report.contains("21.978"), report);
    assertTrue(report.contains("Trang 1/"), report);
    // A day is never broken.
    assertEquals(120, Pattern.compile("\\d{2}/06/2026 ").matcher(list).results().count(), list);
    String alphabet = text.replaceAll("\\s", "");
    assertTrue(alphabet.contains(SampleDocuments.ALPHABET.replaceAll("\\s", "")), text);
    String[] pages = list.split("\f");
    assertTrue(pages.length > 3, "pages: " + pages.length);
    for (int page = 0; page < pages.length; page++) {
      String numbered = "Trang " + (page + 1) + "/" + pages.length;
      assertTrue(pages[page].contains(numbered), pages[page]);
      assertTrue(pages[page].contains("Mã hồ sơ") || !pages[page].contains("H37.21"), pages[page]);
    }
    for (String name : List.of("report", "list", "text")) {
      assertEquals(List.of(), foreignFonts(folder.resolve(name + ".pdf")), name);
    }
  }

  /** Saves, prints to PDF and pictures, and reads the words from the page. */
  private String words(byte[] file, String name, String kind, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path saved = Files.write(folder.resolve(name + "." + kind), file);
    Path pdf = tools.convert(saved, "pdf", environment);
    tools.pictures(pdf, PICTURES.resolve(name + "-" + kind).toAbsolutePath());
    return Normalizer.normalize(tools.text(pdf), Normalizer.Form.NFC);
  }

  /** A machine that has one font, without serifs: what is printed with them came with the file. */
  private Map<String, String> bareMachine() throws IOException {
    Path fonts = Files.createDirectories(folder.resolve("fonts"));
    try (InputStream in =
        OfficeIT.class.getResourceAsStream("/liberation/LiberationSans-Regular.ttf")) {
      Files.copy(in, fonts.resolve("LiberationSans-Regular.ttf"));
    }
    Path configuration = folder.resolve("fonts.conf");
    Files.writeString(
        configuration,
        "<?xml version=\"1.0\"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>"
            .formatted(fonts, folder.resolve("font-cache")));
    return Map.of("FONTCONFIG_FILE", configuration.toString());
  }

  private static List<String> foreignFonts(Path pdf) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (PDDocument read = Loader.loadPDF(pdf.toFile())) {
      for (PDPage page : read.getPages()) {
        for (COSName font : page.getResources().getFontNames()) {
          names.add(page.getResources().getFont(font).getName());
        }
      }
    }
    assertFalse(names.isEmpty());
    return names.stream().filter(name -> !name.contains("LiberationSerif")).toList();
  }

  /** The lines of a file with commas; words with commas or line breaks stand in quotation marks. */
  private static List<List<String>> csv(String file) {
    List<List<String>> lines = new ArrayList<>(List.of(new ArrayList<>()));
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char letter : file.toCharArray()) {
      if (letter == '"') {
        // A doubled mark closes and opens again.
        if (!quoted && !cell.isEmpty()) {
          cell.append(letter);
        }
        quoted = !quoted;
      } else if (!quoted && (letter == ',' || letter == '\n')) {
        lines.getLast().add(cell.toString());
        cell.setLength(0);
        if (letter == '\n') {
          lines.add(new ArrayList<>());
        }
      } else {
        cell.append(letter);
      }
    }
    return lines;
  }
}
