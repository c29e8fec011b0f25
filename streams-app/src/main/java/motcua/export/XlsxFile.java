package motcua.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import motcua.core.document.Document;
import motcua.core.document.Paragraph;
import motcua.core.document.Part;
import motcua.core.document.Table;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A document as a workbook: real numbers, totals as formulas that add the cells up again, the
 * figure beside them as their cached value. A sheet a table; rows stream to disk, however many
 * there are.
 */
public final class XlsxFile {
  private static final int ROWS_IN_MEMORY = 200;
  private static final int MAX_NAME = 31;
  private static final String UNNAMED = "Văn bản";

  /** Two halves for text that no table gives columns to. */
  private static final List<Table.Column> HALVES =
      List.of(new Table.Column("", "", "", 2), new Table.Column("", "", "", 3));

  private final Document document;
  private final SXSSFWorkbook book;
  private final XlsxStyles styles;
  private final Set<String> names = new TreeSet<>();

  private XlsxFile(Document document, SXSSFWorkbook book) {
    this.document = document;
    this.book = book;
    this.styles = new XlsxStyles(book);
  }

  /**
   * Writes the workbook; the stream stays open. The same document gives the same bytes.
   *
   * @throws TooLongException when a table has more lines than a sheet
   */
  public static void write(Document document, OutputStream out) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      // Widths of columns are counted in letters of the book's first font.
      book.getXSSFWorkbook().getFontAt(0).setFontName(XlsxStyles.FONT);
      FileProperties.set(book.getXSSFWorkbook().getProperties(), document);
      write(document, book, out);
    }
  }

  private static void write(Document document, SXSSFWorkbook book, OutputStream out)
      throws IOException {
    try {
      new XlsxFile(document, book).fill();
      SteadyZip.write(book::write, out);
    } finally {
      // Closing a book with rows still to be written would leave its files behind.
      for (Sheet sheet : book) {
        ((SXSSFSheet) sheet).flushRows();
      }
    }
  }

  private void fill() {
    List<List<Part>> sheets = sheets();
    for (int at = 0; at < sheets.size(); at++) {
      sheet(sheets.get(at), at == 0, at == sheets.size() - 1);
    }
  }

  /** What stands on each sheet: a table with the text before it, the last one with that after. */
  private List<List<Part>> sheets() {
    List<List<Part>> sheets = new ArrayList<>();
    List<Part> current = new ArrayList<>();
    for (Part part : document.parts()) {
      current.add(part);
      if (part instanceof Table) {
        sheets.add(current);
        current = new ArrayList<>();
      }
    }
    if (sheets.isEmpty()) {
      sheets.add(current);
    } else {
      sheets.getLast().addAll(current);
    }
    return sheets;
  }

  private void sheet(List<Part> parts, boolean first, boolean last) {
    List<Table> tables =
        parts.stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
    String name = tables.isEmpty() ? UNNAMED : tables.getFirst().name();
    List<Table.Column> columns = tables.isEmpty() ? HALVES : tables.getFirst().columns();
    XlsxSheet sheet = new XlsxSheet(book.createSheet(unused(name)), styles, columns);
    XlsxPage.set(sheet.sheet(), sheet.landscape(), document.mark(), document.foot());
    if (first) {
      document.letterhead().ifPresent(block -> new XlsxLetterhead(block, sheet).head());
    }
    titles(sheet);
    for (Part part : parts) {
      switch (part) {
        case Paragraph paragraph -> paragraph(paragraph, sheet);
        case Table table -> new XlsxTable(table, sheet).write();
      }
    }
    sheet.gap();
    document.foot().forEach(sentence -> sheet.line(sentence, XlsxStyles.NOTE));
    if (last) {
      document.letterhead().ifPresent(block -> new XlsxLetterhead(block, sheet).signature());
    }
  }

  /** A name that no sheet of the book has yet; Excel does not tell capitals apart. */
  private String unused(String wanted) {
    String name = WorkbookUtil.createSafeSheetName(wanted.isBlank() ? UNNAMED : wanted, '-');
    String free = name;
    for (int number = 2; !names.add(free.toLowerCase(Locale.ROOT)); number++) {
      String suffix = " (" + number + ")";
      free = name.substring(0, Math.min(name.length(), MAX_NAME - suffix.length())) + suffix;
    }
    return free;
  }

  private void titles(XlsxSheet sheet) {
    sheet.line(document.title(), XlsxStyles.TITLE);
    document.subtitles().forEach(subtitle -> sheet.line(subtitle, XlsxStyles.SUBTITLE));
    document.mark().ifPresent(mark -> sheet.line(mark, XlsxStyles.MARK));
    sheet.gap();
  }

  private static void paragraph(Paragraph paragraph, XlsxSheet sheet) {
    sheet.line(
        paragraph.text(),
        switch (paragraph.style()) {
          case BODY -> XlsxStyles.BODY;
          case HEADING -> XlsxStyles.HEADING;
          case NOTE -> XlsxStyles.NOTE;
        });
  }
}
