package motcua.export;

import java.util.List;
import java.util.function.Predicate;
import motcua.core.document.Cell;
import motcua.core.document.Table;
import motcua.core.document.Table.Column;
import motcua.export.PdfType.Face;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/**
 * A table on pages: its head again on each, no line split between two unless it is higher than a
 * page. Lines are handed to the page as they are read.
 */
final class PdfTable {
  private static final int LINES_AT_ONCE = 200;
  private static final float SIZE = 11;
  private static final float SIZE_OF_MANY_COLUMNS = 10;
  private static final int MANY_COLUMNS = 5;
  private static final float LEADING = 1.1f;
  private static final float PADDING = 2;
  private static final float SIDE_PADDING = 3;
  private static final float BORDER = 0.5f;
  private static final float SPACING = 8;

  private final Table table;
  private final PdfType type;
  private final float size;
  private final PdfPTable lines;
  private int waiting;
  private boolean empty = true;

  private PdfTable(Table table, PdfType type, float width) {
    this.table = table;
    this.type = type;
    this.size = table.columns().size() > MANY_COLUMNS ? SIZE_OF_MANY_COLUMNS : SIZE;
    this.lines = new PdfPTable(widths(table.columns()));
    lines.setTotalWidth(width);
    lines.setLockedWidth(true);
    lines.setComplete(false);
    lines.setSpacingBefore(SPACING);
  }

  /**
   * @param width of the table, points
   * @param height of a page between head and foot, points
   */
  static void add(
      Table table, PdfType type, float width, float height, org.openpdf.text.Document pdf) {
    if (!table.columns().isEmpty()) {
      new PdfTable(table, type, width).add(height, pdf);
    }
  }

  private void add(float height, org.openpdf.text.Document pdf) {
    head(height);
    table.rows().forEach(row -> line(row, Face.REGULAR, pdf));
    table.total().ifPresent(total -> line(total, Face.BOLD, pdf));
    if (empty) {
      nothing();
    }
    lines.setComplete(true);
    lines.setSpacingAfter(SPACING);
    pdf.add(lines);
  }

  private void head(float height) {
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
    if (lines.getHeaderHeight() > height / 2) {
      // The library would leave such a table out.
      throw new IllegalArgumentException(
          "head of table " + table.name() + " is higher than half a page");
    }
  }

  private boolean has(java.util.function.Function<Column, String> text) {
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

  private void line(List<Cell> row, Face face, org.openpdf.text.Document pdf) {
    if (row.size() != table.columns().size()) {
      throw new IllegalArgumentException(
          "a line of table %s has %d cells for %d columns"
              .formatted(table.name(), row.size(), table.columns().size()));
    }
    if (waiting == LINES_AT_ONCE) {
      pdf.add(lines);
      lines.flushContent();
      lines.setSpacingBefore(0);
      waiting = 0;
    }
    row.forEach(cell -> lines.addCell(cell(Texts.of(cell), face, alignment(cell))));
    waiting++;
    empty = false;
  }

  private void nothing() {
    PdfPCell cell = cell("Không có", Face.ITALIC, Element.ALIGN_CENTER);
    cell.setColspan(table.columns().size());
    lines.addCell(cell);
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
    Phrase phrase = type.phrase(text, face, size);
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
