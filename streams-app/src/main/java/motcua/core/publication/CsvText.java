package motcua.core.publication;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits CSV text into records of cells: commas, double quotes, quotes doubled inside quotes, LF or
 * CRLF.
 */
final class CsvText {
  private final String text;
  private int at;

  private CsvText(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * One record.
   *
   * @param line where it begins in the text, from 1: a quoted cell may hold line ends
   */
  record Record(int line, List<String> cells) {}

  /** A quoted cell goes on to the end of the text. */
  static final class UnendedCellException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int line;

    private UnendedCellException(int line) {
      super("line " + line + ": a quoted cell that begins here never ends");
      this.line = line;
    }

    /** Where the cell begins. */
    int line() {
      return line;
    }
  }

  /** Every record that is no empty line. */
  static List<Record> records(String text) {
    CsvText reader = new CsvText(text);
    List<Record> records = new ArrayList<>();
    int line = 1;
    while (reader.at < reader.text.length()) {
      int start = reader.at;
      List<String> cells = reader.cells(line);
      if (cells.size() > 1 || !cells.getFirst().isBlank()) {
        records.add(new Record(line, cells));
      }
      line += reader.lineEnds(start, reader.at);
    }
    return records;
  }

  private int lineEnds(int from, int to) {
    return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
  }

  private List<String> cells(int line) {
    int start = at;
    List<String> cells = new ArrayList<>();
    do {
      cells.add(
          at < text.length() && text.charAt(at) == '"'
              ? quoted(line + lineEnds(start, at))
              : plain());
    } while (skip(','));
    skip('\r');
    skip('\n');
    return cells;
  }

  private String plain() {
    int start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted(int line) {
    StringBuilder cell = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        cell.append(c);
      } else if (!skip('"')) {
        return cell.append(plain()).toString();
      } else {
        cell.append('"');
      }
    }
    throw new UnendedCellException(line);
  }

  private boolean skip(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }
}
