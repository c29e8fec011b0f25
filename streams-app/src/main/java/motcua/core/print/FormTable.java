package motcua.core.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import motcua.core.document.Cell;
import motcua.core.document.Rows;
import motcua.core.document.Table;
import motcua.core.form.FormColumn;
import motcua.core.form.FormPreset;
import motcua.core.ledger.ReportRow;

/**
 * The table of a form preset: the totals of each group add up from its columns, the last line from
 * the lines above it. A column whose total leaves out transfers inside the scope (ledger.md 4) is
 * no such sum, and stands as a number.
 */
public final class FormTable {
  private static final int CODE_WIDTH = 9;
  private static final int NAME_WIDTH = 20;
  private static final int FIGURE_WIDTH = 7;
  private static final int FIRST_FIGURE = 3;

  private FormTable() {}

  /**
   * The table.
   *
   * @param heading what the lines list, such as "Đơn vị"
   * @param lines in printing order
   * @param total of the scope
   */
  public static Table of(FormPreset form, String heading, List<FormLine> lines, ReportRow total) {
    boolean numbered = form.columns().getFirst().number().isPresent();
    List<Table.Column> columns = new ArrayList<>();
    columns.add(new Table.Column("", "TT", numbered ? "(1)" : "", 4));
    columns.add(new Table.Column("", "Mã", "", CODE_WIDTH));
    columns.add(new Table.Column("", heading, numbered ? "(2)" : "", NAME_WIDTH));
    for (FormColumn column : form.columns()) {
      String number = column.number().isPresent() ? "(" + column.number().getAsInt() + ")" : "";
      columns.add(
          new Table.Column(column.group().heading(), column.heading(), number, FIGURE_WIDTH));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (FormLine line : lines) {
      rows.add(row(form, rows.size() + 1, line));
    }
    return new Table(form.code(), columns, Rows.of(rows), Optional.of(total(form, lines, total)));
  }

  private static List<Cell> row(FormPreset form, int number, FormLine line) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Count(number));
    cells.add(new Cell.Text(line.code()));
    cells.add(new Cell.Text(line.name()));
    for (FormColumn column : form.columns()) {
      long figure = column.of(line.figures());
      cells.add(
          isTotal(form, column)
              ? new Cell.Sum(figure, parts(form, column))
              : new Cell.Count(figure));
    }
    return cells;
  }

  private static List<Cell> total(FormPreset form, List<FormLine> lines, ReportRow total) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.EMPTY, Cell.EMPTY, new Cell.Text("Tổng cộng")));
    for (FormColumn column : form.columns()) {
      long figure = column.of(total);
      if (isTotal(form, column)) {
        cells.add(new Cell.Sum(figure, parts(form, column)));
      } else if (lines.stream().mapToLong(line -> column.of(line.figures())).sum() == figure) {
        cells.add(new Cell.ColumnSum(figure));
      } else {
        cells.add(new Cell.Count(figure));
      }
    }
    return cells;
  }

  /** Each group begins with its total. */
  private static boolean isTotal(FormPreset form, FormColumn column) {
    return form.columns().stream()
            .filter(other -> other.group() == column.group())
            .findFirst()
            .orElseThrow()
        == column;
  }

  private static List<Cell.Term> parts(FormPreset form, FormColumn total) {
    List<Cell.Term> parts = new ArrayList<>();
    for (int i = 0; i < form.columns().size(); i++) {
      FormColumn column = form.columns().get(i);
      if (column.group() == total.group() && column != total) {
        boolean taken = total.subtracted().containsAll(column.added());
        parts.add(new Cell.Term(FIRST_FIGURE + i, taken));
      }
    }
    return parts;
  }
}
