package motcua.core.unit;

import java.util.ArrayList;
import java.util.List;
import motcua.core.unit.CsvTable.Row;
import motcua.core.unit.Parsed.Problem;

/**
 * Splits a comma separated text into rows of cells; one pass over its characters. Blank lines give
 * no row.
 */
final class CsvCells {
  private final String text;
  private final List<Problem> problems;
  private final List<Row> rows = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private List<String> cells = new ArrayList<>();
  private int line = 1;
  private int rowLine = 1;

  CsvCells(String text, List<Problem> problems) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    this.problems = problems;
  }

  List<Row> rows() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' && cell.toString().isBlank()) {
        at = quoted(at + 1);
      } else if (c == ',') {
        endCell();
        at++;
      } else if (c == '\n' || c == '\r') {
        at += c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
        endRow();
      } else {
        cell.append(c);
        at++;
      }
    }
    endRow();
    return rows;
  }

  /**
   * Reads a quoted cell from the character after its quote; returns the place after the closing
   * quote.
   */
  private int quoted(int from) {
    cell.setLength(0);
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        line += c == '\n' ? 1 : 0;
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else {
        return at;
      }
    }
    problems.add(new Problem(rowLine, "a quoted cell is not closed"));
    return at;
  }

  private void endCell() {
    cells.add(CsvTable.clean(cell.toString()));
    cell.setLength(0);
  }

  private void endRow() {
    endCell();
    boolean blank = true;
    for (String each : cells) {
      blank &= each == null;
    }
    if (!blank) {
      rows.add(new Row(rowLine, cells));
    }
    cells = new ArrayList<>();
    rowLine = ++line;
  }
}
