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

  /** Every record that is no empty line. */
  static List<List<String>> records(String text) {
    CsvText reader = new CsvText(text);
    List<List<String>> records = new ArrayList<>();
    while (reader.at < reader.text.length()) {
      List<String> cells = reader.line();
      if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
        records.add(cells);
      }
    }
    return records;
  }

  private List<String> line() {
    List<String> cells = new ArrayList<>();
    do {
      cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
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

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    int start = at;
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
    throw new IllegalArgumentException(
        "a quoted cell that begins at character " + start + " never ends");
  }

  private boolean skip(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }
}
