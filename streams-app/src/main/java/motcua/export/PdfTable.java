package motcua.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import motcua.core.document.Cell;
import motcua.core.document.Table;
import motcua.core.document.Table.Column;
import motcua.export.PdfType.Face;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/**
 * A table on pages: its head again on each, no line split between two unless it is higher than a
 * page. Lines are handed to the page as they are read.
 */
final class PdfTable {
  private static final int LINES_AT_ONCE = 200;

  /** The last lines stay together: a total alone on a page says nothing. */
  private static final int LINES_KEPT = 2;

  private static final float SIZE = 11;
  private static final float SIZE_OF_MANY_COLUMNS = 10;
  private static final int MANY_COLUMNS = 5;
  private static final float LEADING = 1.1f;
  private static final float PADDING = 2;
  private static final float SIDE_PADDING = 3;
  private static final float BORDER = 0.5f;
  private static final float SPACING = 8;

  private final Table table;
  private final PdfSheet sheet;
  private final float size;
  private final PdfPTable lines;
  private final Deque<List<PdfPCell>> end = new ArrayDeque<>();
  private int waiting;

  private PdfTable(Table table, PdfSheet sheet) {
    this.table = table;
    this.sheet = sheet;
    this.size = table.columns().size() > MANY_COLUMNS ? SIZE_OF_MANY_COLUMNS : SIZE;
    this.lines = new PdfPTable(widths(table.columns()));
    lines.setTotalWidth(sheet.page().width());
    lines.setLockedWidth(true);
    lines.setComplete(false);
    lines.setSpacingBefore(SPACING);
  }

  /**
   * @param closing what stands below it on the page of its last lines: a signature alone on a page
   *     could belong to any document
   */
  static void add(Table table, PdfSheet sheet, Optional<PdfPTable> closing) {
    if (table.columns().isEmpty()) {
      closing.ifPresent(sheet::add);
    } else {
      new PdfTable(table, sheet).add(closing);
    }
  }

  private void add(Optional<PdfPTable> closing) {
    head();
    table.rows().forEach(row -> line(row, Face.REGULAR));
    table.total().ifPresent(total -> line(total, Face.BOLD));
    if (end.isEmpty()) {
      end.add(nothing());
    }
    if (waiting > 0) {
      flush();
    }
    end(closing);
  }

  private void flush() {
    sheet.add(lines);
    lines.flushContent();
    lines.setSpacingBefore(0);
    waiting = 0;
  }

  private void end(Optional<PdfPTable> closing) {
    end.forEach(line -> line.forEach(lines::addCell));
    closing.ifPresent(block -> lines.addCell(below(block)));
    lines.setComplete(true);
    lines.setSpacingAfter(SPACING);
    lines.calculateHeights(true);
    float head = lines.isSkipFirstHeader() ? lines.getHeaderHeight() : 0;
    if (sheet.turnUnless(lines.spacingBefore() + lines.getTotalHeight() - head)) {
      lines.setSkipFirstHeader(false);
    }
    sheet.add(lines);
  }

  private PdfPCell below(PdfPTable block) {
    PdfPCell cell = new PdfPCell(block);
    cell.setColspan(table.columns().size());
    cell.setBorder(Rectangle.NO_BORDER);
    return cell;
  }

  private void head() {
    boolean grouped = has(Column::group);
    for (int at = 0; at < table.columns().size(); ) {
      Column column = table.columns().get(at);
      int end = column.group().isBlank() ? at + 1 : endOfGroup(at);
      PdfPCell cell = headCell(column.group().isBlank() ? column.heading() : column.group());
      cell.setColspan(end - at);
      cell.setRowspan(grouped && column.group().isBlank() ? 2 : 1);
      lines.addCell(cell);
      at = end;
    }
    if (grouped) {
      table.columns().stream()
          .filter(column -> !column.group().isBlank())
          .forEach(column -> lines.addCell(headCell(column.heading())));
    }
    if (has(Column::number)) {
      table
          .columns()
          .forEach(
              column -> lines.addCell(cell(column.number(), Face.ITALIC, Element.ALIGN_CENTER)));
    }
    lines.setHeaderRows(lines.size());
    lines.calculateHeights(true);
    if (lines.getHeaderHeight() > sheet.height() / 2) {
      // The library would leave such a table out.
      throw new IllegalArgumentException(
          "head of table " + table.name() + " is higher than half a page");
    }
  }

  private boolean has(Function<Column, String> text) {
    return table.columns().stream().map(text).anyMatch(Predicate.not(String::isBlank));
  }

  private int endOfGroup(int first) {
    String group = table.columns().get(first).group();
    int end = first + 1;
    while (end < table.columns().size() && table.columns().get(end).group().equals(group)) {
      end++;
    }
    return end;
  }

  private void line(List<Cell> row, Face face) {
    if (row.size() != table.columns().size()) {
      throw new IllegalArgumentException(
          "a line of table %s has %d cells for %d columns"
              .formatted(table.name(), row.size(), table.columns().size()));
    }
    end.add(row.stream().map(cell -> cell(Texts.of(cell), face, alignment(cell))).toList());
    if (end.size() > LINES_KEPT) {
      end.remove().forEach(lines::addCell);
      waiting++;
    }
    if (waiting == LINES_AT_ONCE) {
      flush();
    }
  }

  private List<PdfPCell> nothing() {
    PdfPCell cell = cell("Không có", Face.ITALIC, Element.ALIGN_CENTER);
    cell.setColspan(table.columns().size());
    return List.of(cell);
  }

  private static int alignment(Cell cell) {
    if (Texts.isFigure(cell)) {
      return Element.ALIGN_RIGHT;
    }
    return cell instanceof Cell.Text ? Element.ALIGN_LEFT : Element.ALIGN_CENTER;
  }

  private PdfPCell headCell(String text) {
    return cell(text, Face.BOLD, Element.ALIGN_CENTER);
  }

  private PdfPCell cell(String text, Face face, int alignment) {
    Phrase phrase = sheet.type().phrase(text, face, size);
    PdfPCell cell = new PdfPCell(phrase);
    cell.setLeading(0, LEADING);
    cell.setHorizontalAlignment(alignment);
    cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
    cell.setPadding(SIDE_PADDING);
    cell.setPaddingTop(PADDING);
    cell.setPaddingBottom(2 * PADDING);
    cell.setBorderWidth(BORDER);
    return cell;
  }

  private static float[] widths(List<Column> columns) {
    float[] widths = new float[columns.size()];
    for (int at = 0; at < widths.length; at++) {
      widths[at] = Math.max(1, columns.get(at).width());
    }
    return widths;
  }
}
