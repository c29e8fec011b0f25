package motcua.export;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import motcua.core.document.Cell;
import motcua.core.document.Table;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;

/** A table of a text document: its head on each page, no line broken over two pages. */
final class DocxTable {
  /** A text document is built in memory; so many lines of a wide form take some hundred MB. */
  static final int MAX_LINES = 20_000;

  private static final int CELL_MARGIN = 57;
  private static final int HAIR = 4;

  private final Table table;
  private final List<List<Cell>> lines = new ArrayList<>();
  private final CTTbl written;
  private final int[] widths;

  /**
   * Reads the lines, to be written into an empty table.
   *
   * @param width of the page between its margins, in twentieths of a point
   * @param points size of the letters
   */
  DocxTable(Table table, CTTbl written, int width, int points) {
    this.table = table;
    this.written = written;
    table.rows().forEach(this::read);
    List<List<Cell>> all = new ArrayList<>(lines);
    table.total().ifPresent(all::add);
    this.widths = DocxWidths.of(table.columns(), all, width, points, 2 * CELL_MARGIN);
  }

  private void read(List<Cell> line) {
    if (lines.size() == MAX_LINES) {
      throw new TooLongException(
          "a text document holds %d lines of a table and this one has more: take XLSX or PDF"
              .formatted(MAX_LINES));
    }
    lines.add(line);
  }

  void write() {
    frame();
    head();
    lines.forEach(cells -> cells(cells, false));
    table.total().ifPresent(cells -> cells(cells, true));
    // In Word a signature then does not stand on a page of its own; LibreOffice pays no heed.
    for (CTTc cell : written.getTrArray(written.sizeOfTrArray() - 1).getTcList()) {
      cell.getPArray(0).getPPr().addNewKeepNext();
    }
  }

  private void frame() {
    CTTblPr properties = written.addNewTblPr();
    DocxText.width(properties.addNewTblW(), Arrays.stream(widths).sum());
    CTTblBorders borders = properties.addNewTblBorders();
    for (CTBorder border :
        List.of(
            borders.addNewTop(),
            borders.addNewLeft(),
            borders.addNewBottom(),
            borders.addNewRight(),
            borders.addNewInsideH(),
            borders.addNewInsideV())) {
      border.setVal(STBorder.SINGLE);
      border.setSz(BigInteger.valueOf(HAIR));
    }
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblCellMar margins = properties.addNewTblCellMar();
    DocxText.width(margins.addNewLeft(), CELL_MARGIN);
    DocxText.width(margins.addNewRight(), CELL_MARGIN);
    CTTblGrid grid = written.addNewTblGrid();
    for (int width : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
    }
  }

  private void head() {
    List<Table.Column> columns = table.columns();
    boolean grouped = columns.stream().anyMatch(column -> !column.group().isEmpty());
    if (grouped) {
      groups();
    }
    CTRow headings = row(true);
    for (int column = 0; column < columns.size(); column++) {
      boolean joined = grouped && columns.get(column).group().isEmpty();
      CTTc cell = cell(headings, column, column);
      if (joined) {
        cell.getTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
      }
      words(cell, "TableHead", joined ? "" : columns.get(column).heading());
    }
    if (columns.stream().anyMatch(column -> !column.number().isEmpty())) {
      CTRow numbers = row(true);
      for (int column = 0; column < columns.size(); column++) {
        words(cell(numbers, column, column), "FormNumber", columns.get(column).number());
      }
    }
  }

  private void groups() {
    List<Table.Column> columns = table.columns();
    CTRow row = row(true);
    int from = 0;
    while (from < columns.size()) {
      int to = HeadGroups.last(columns, from);
      String group = columns.get(from).group();
      CTTc cell = cell(row, from, to);
      if (group.isEmpty()) {
        // The words of a joined cell stand in its first one.
        cell.getTcPr().addNewVMerge().setVal(STMerge.RESTART);
        words(cell, "TableHead", columns.get(from).heading());
      } else {
        words(cell, "TableHead", group);
      }
      from = to + 1;
    }
  }

  private void cells(List<Cell> cells, boolean total) {
    CTRow row = row(false);
    for (int column = 0; column < cells.size(); column++) {
      Cell cell = cells.get(column);
      words(cell(row, column, column), style(cell, total), Texts.of(cell));
    }
  }

  private static String style(Cell cell, boolean total) {
    String kind;
    if (Texts.isFigure(cell)) {
      kind = "Figure";
    } else {
      kind = cell instanceof Cell.Text ? "Text" : "Middle";
    }
    return (total ? "Total" : "Table") + kind;
  }

  private CTRow row(boolean head) {
    CTRow row = written.addNewTr();
    CTTrPr properties = row.addNewTrPr();
    properties.addNewCantSplit();
    if (head) {
      properties.addNewTblHeader();
    }
    return row;
  }

  private CTTc cell(CTRow row, int from, int to) {
    CTTc cell = row.addNewTc();
    CTTcPr properties = cell.addNewTcPr();
    int width = 0;
    for (int column = from; column <= to; column++) {
      width += widths[column];
    }
    DocxText.width(properties.addNewTcW(), width);
    if (to > from) {
      properties.addNewGridSpan().setVal(BigInteger.valueOf(to - from + 1L));
    }
    properties.addNewVAlign().setVal(STVerticalJc.CENTER);
    return cell;
  }

  private static void words(CTTc cell, String style, String text) {
    DocxText.fill(cell.addNewP(), style, text);
  }
}
