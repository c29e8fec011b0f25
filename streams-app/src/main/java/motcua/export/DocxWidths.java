package motcua.export;

import java.util.Arrays;
import java.util.List;
import motcua.core.document.Cell;
import motcua.core.document.Table;

/** Widths of a table's columns, in twentieths of a point. */
final class DocxWidths {
  private static final int TWIPS = 20;

  /** Digits are wider than the mean of small letters. */
  private static final double DIGITS = 1.15;

  private DocxWidths() {}

  /**
   * The page's width shared out as the columns ask, and then so that no number or day is broken:
   * what they lack is taken from columns that have more than they need.
   *
   * @param margins of a cell, both sides together
   */
  static int[] of(
      List<Table.Column> columns, List<List<Cell>> lines, int width, int points, int margins) {
    int all = Math.max(1, columns.stream().mapToInt(Table.Column::width).sum());
    int[] widths =
        columns.stream()
            .mapToInt(column -> Math.max(1, (int) ((long) width * column.width() / all)))
            .toArray();
    int[] needs = new int[widths.length];
    for (List<Cell> line : lines) {
      for (int column = 0; column < line.size(); column++) {
        Cell cell = line.get(column);
        if (Texts.isFigure(cell) || cell instanceof Cell.Day) {
          double room = TextWidth.of(Texts.of(cell), points, true) * DIGITS * TWIPS + margins;
          needs[column] = Math.max(needs[column], (int) Math.ceil(room));
        }
      }
    }
    return shared(widths, needs);
  }

  private static int[] shared(int[] widths, int[] needs) {
    int[] spare = new int[widths.length];
    long lack = 0;
    for (int column = 0; column < widths.length; column++) {
      lack += Math.max(0, needs[column] - widths[column]);
      spare[column] = Math.max(0, widths[column] - Math.max(needs[column], widths[column] / 2));
    }
    long spares = Arrays.stream(spare).sum();
    if (lack == 0 || spares < lack) {
      return widths;
    }
    int[] shared = new int[widths.length];
    for (int column = 0; column < widths.length; column++) {
      int taken = (int) (spare[column] * lack / spares);
      shared[column] = Math.max(needs[column], widths[column] - taken);
    }
    return shared;
  }
}
