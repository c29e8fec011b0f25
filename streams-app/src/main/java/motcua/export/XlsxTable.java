package motcua.export;

import java.util.List;
import motcua.core.document.Cell;
import motcua.core.document.Table;
import motcua.core.ledger.VietnameseNumbers;
import motcua.export.XlsxStyles.Look;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;

/** A table on its sheet: head, lines as they come, total. */
final class XlsxTable {
  /** Room beside digits that must not be broken. */
  private static final int MARGIN = 2;

  private final Table table;
  private final XlsxSheet sheet;
  private int first;

  XlsxTable(Table table, XlsxSheet sheet) {
    this.table = table;
    this.sheet = sheet;
  }

  void write() {
    head();
    first = sheet.next();
    table.rows().forEach(cells -> line(cells, false));
    table.total().ifPresent(cells -> line(cells, true));
  }

  private void head() {
    int begin = sheet.next();
    List<Table.Column> columns = table.columns();
    boolean grouped = columns.stream().anyMatch(column -> !column.group().isEmpty());
    if (grouped) {
      groups();
    }
    headings(grouped);
    if (columns.stream().anyMatch(column -> !column.number().isEmpty())) {
      SXSSFRow row = sheet.row();
      for (int column = 0; column < columns.size(); column++) {
        sheet.text(row, column, columns.get(column).number(), XlsxStyles.FORM_NUMBER);
      }
    }
    sheet.sheet().setRepeatingRows(new CellRangeAddress(begin, sheet.next() - 1, -1, -1));
    sheet.sheet().createFreezePane(0, sheet.next());
  }

  private void groups() {
    List<Table.Column> columns = table.columns();
    SXSSFRow row = sheet.row();
    int from = 0;
    float height = 0;
    while (from < columns.size()) {
      String group = columns.get(from).group();
      int to = HeadGroups.last(columns, from);
      if (group.isEmpty()) {
        sheet.cell(row, from, XlsxStyles.HEAD);
      } else {
        sheet.text(row, from, group, XlsxStyles.HEAD);
        sheet.merge(row.getRowNum(), row.getRowNum(), from, to, XlsxStyles.HEAD);
        height = Math.max(height, sheet.height(group, from, to, XlsxStyles.HEAD));
      }
      from = to + 1;
    }
    row.setHeightInPoints(height);
  }

  private void headings(boolean grouped) {
    List<Table.Column> columns = table.columns();
    SXSSFRow row = sheet.row();
    int at = row.getRowNum();
    float height = 0;
    for (int column = 0; column < columns.size(); column++) {
      String heading = columns.get(column).heading();
      float needed = sheet.height(heading, column, column, XlsxStyles.HEAD);
      if (grouped && columns.get(column).group().isEmpty()) {
        // The words of a joined cell stand in its first one.
        SXSSFRow above = sheet.sheet().getRow(at - 1);
        sheet.text(above, column, heading, XlsxStyles.HEAD);
        sheet.cell(row, column, XlsxStyles.HEAD);
        sheet.merge(at - 1, at, column, column, XlsxStyles.HEAD);
        needed -= above.getHeightInPoints();
      } else {
        sheet.text(row, column, heading, XlsxStyles.HEAD);
      }
      height = Math.max(height, needed);
    }
    row.setHeightInPoints(height);
  }

  private void line(List<Cell> cells, boolean total) {
    SXSSFRow row = sheet.row();
    float height = 0;
    for (int column = 0; column < cells.size(); column++) {
      Cell cell = cells.get(column);
      write(row, column, cell, total);
      if (Texts.isFigure(cell) || cell instanceof Cell.Day) {
        sheet.widen(column, Texts.of(cell).length() + MARGIN);
      }
      Look look = look(XlsxStyles.TEXT, total);
      height = Math.max(height, sheet.height(Texts.of(cell), column, column, look));
    }
    row.setHeightInPoints(height);
  }

  private void write(SXSSFRow row, int column, Cell cell, boolean total) {
    switch (cell) {
      case Cell.Text text -> sheet.text(row, column, text.text(), look(XlsxStyles.TEXT, total));
      case Cell.Count count ->
          sheet.cell(row, column, look(XlsxStyles.COUNT, total)).setCellValue(count.value());
      case Cell.Sum sum -> {
        SXSSFCell written = sheet.cell(row, column, look(XlsxStyles.COUNT, total));
        if (!sum.terms().isEmpty()) {
          written.setCellFormula(Formulas.sum(sum.terms(), row.getRowNum()));
        }
        written.setCellValue(sum.value());
      }
      case Cell.ColumnSum sum -> {
        SXSSFCell written = sheet.cell(row, column, look(XlsxStyles.COUNT, total));
        if (row.getRowNum() > first) {
          written.setCellFormula(Formulas.columnSum(column, first, row.getRowNum() - 1));
        }
        written.setCellValue(sum.value());
      }
      case Cell.Share share -> share(row, column, share, look(XlsxStyles.SHARE, total));
      case Cell.Day day ->
          sheet.cell(row, column, look(XlsxStyles.DAY, total)).setCellValue(day.day());
    }
  }

  private void share(SXSSFRow row, int column, Cell.Share share, Look look) {
    SXSSFCell written = sheet.cell(row, column, look);
    if (!share.numerator().isEmpty() && !share.denominator().isEmpty()) {
      written.setCellFormula(Formulas.share(share, row.getRowNum()));
    }
    if (share.ratio().hasData()) {
      written.setCellValue((double) share.ratio().numerator() / share.ratio().denominator());
    } else {
      written.setCellValue(VietnameseNumbers.NO_DATA);
    }
  }

  private static Look look(Look look, boolean total) {
    return total ? look.bold() : look;
  }
}
