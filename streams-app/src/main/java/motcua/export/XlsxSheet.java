package motcua.export;

import java.util.Arrays;
import java.util.List;
import motcua.core.document.Table;
import motcua.export.XlsxStyles.Look;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** A sheet that is written from top to bottom and never goes back. */
final class XlsxSheet {
  private static final int MAX_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final int MAX_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();

  /** Points of a character by which widths of columns are counted. */
  private static final double CHARACTER = 5.25;

  private static final double LINE_HEIGHT = 1.28;
  private static final double MAX_HEIGHT = 409;
  private static final int UPRIGHT_CHARACTERS = 88;
  private static final int LYING_CHARACTERS = 134;
  private static final int NARROWEST = 4;
  private static final int WIDEST = 255;
  private static final int UNITS = 256;

  private final SXSSFSheet sheet;
  private final XlsxStyles styles;
  private final int[] widths;
  private final boolean landscape;
  private int next;

  /** A sheet as wide as the columns ask for. */
  XlsxSheet(SXSSFSheet sheet, XlsxStyles styles, List<Table.Column> columns) {
    this.sheet = sheet;
    this.styles = styles;
    this.landscape = columns.size() > PageShape.UPRIGHT_COLUMNS;
    int all = Math.max(1, columns.stream().mapToInt(column -> Math.max(0, column.width())).sum());
    int characters = landscape ? LYING_CHARACTERS : UPRIGHT_CHARACTERS;
    this.widths =
        columns.stream()
            .mapToInt(column -> clamp((int) ((long) characters * column.width() / all)))
            .toArray();
    for (int column = 0; column < widths.length; column++) {
      sheet.setColumnWidth(column, widths[column] * UNITS);
    }
  }

  private static int clamp(int characters) {
    return Math.max(NARROWEST, Math.min(WIDEST, characters));
  }

  SXSSFSheet sheet() {
    return sheet;
  }

  boolean landscape() {
    return landscape;
  }

  int columns() {
    return widths.length;
  }

  /** The row that is written next, from 0. */
  int next() {
    return next;
  }

  /** Makes the column wide enough for a text of so many characters that must not be broken. */
  void widen(int column, int characters) {
    if (characters > widths[column]) {
      widths[column] = clamp(characters);
      sheet.setColumnWidth(column, widths[column] * UNITS);
    }
  }

  SXSSFRow row() {
    if (next >= MAX_ROWS) {
      throw new TooLongException(
          "a sheet holds %d lines and this table has more: choose a smaller scope or take PDF"
              .formatted(MAX_ROWS));
    }
    return sheet.createRow(next++);
  }

  void gap() {
    row();
  }

  SXSSFCell cell(SXSSFRow row, int column, Look look) {
    SXSSFCell cell = row.createCell(column);
    cell.setCellStyle(styles.of(look));
    return cell;
  }

  /** Text that no program takes for a formula, whatever it begins with. */
  void text(SXSSFRow row, int column, String text, Look look) {
    if (text.length() > MAX_TEXT) {
      throw new TooLongException(
          "a cell holds %d characters and this text has %d: take DOCX or PDF"
              .formatted(MAX_TEXT, text.length()));
    }
    boolean misleading = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    cell(row, column, misleading ? look.asQuoted() : look).setCellValue(text);
  }

  /** A sentence across the sheet. */
  void line(String text, Look look) {
    SXSSFRow row = row();
    row.setHeightInPoints(across(row, 0, columns() - 1, text, look));
  }

  /** A text across columns; returns the points of height that it needs. */
  float across(SXSSFRow row, int fromColumn, int toColumn, String text, Look look) {
    text(row, fromColumn, text, look);
    merge(row.getRowNum(), row.getRowNum(), fromColumn, toColumn, look);
    return height(text, fromColumn, toColumn, look);
  }

  /** Joins cells that already stand, or will. */
  void merge(int fromRow, int toRow, int fromColumn, int toColumn, Look look) {
    if (fromRow == toRow && fromColumn == toColumn) {
      return;
    }
    CellStyle style = styles.of(look);
    for (int row = fromRow; row <= toRow; row++) {
      SXSSFRow cells = sheet.getRow(row);
      for (int column = fromColumn; column <= toColumn && cells != null; column++) {
        if (cells.getCell(column) == null) {
          cells.createCell(column).setCellStyle(style);
        }
      }
    }
    // Checking against all others is quadratic, and these never overlap.
    sheet.addMergedRegionUnsafe(new CellRangeAddress(fromRow, toRow, fromColumn, toColumn));
  }

  /** Points that the text needs in these columns. */
  float height(String text, int fromColumn, int toColumn, Look look) {
    double room = room(fromColumn, toColumn) - CHARACTER;
    int lines = TextWidth.lines(text, room, look.points(), look.strong());
    return (float) Math.min(MAX_HEIGHT, lines * look.points() * LINE_HEIGHT + 2);
  }

  /** Points of width that these columns have. */
  double room(int fromColumn, int toColumn) {
    return CHARACTER * Arrays.stream(widths, fromColumn, toColumn + 1).sum();
  }
}
