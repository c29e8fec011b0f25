package motcua.core.unit;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import motcua.core.unit.Parsed.Problem;

/**
 * The rows of a comma separated text with named columns. Quoted cells may hold commas, line ends
 * and doubled quotes; a byte order mark is skipped; every cell is brought to Unicode NFC and
 * trimmed; an empty cell is null. Problems are collected, so that one run names them all.
 */
public final class CsvTable {
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Reads a text; {@code required} columns that are missing are a problem of line 1. */
  public CsvTable(String text, String... required) {
    List<Row> all = new CsvCells(text, problems).rows();
    if (all.isEmpty()) {
      problem(1, "empty file, expected columns " + String.join(",", required));
      return;
    }
    List<String> names = all.getFirst().cells();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i) != null && columns.put(names.get(i).toLowerCase(Locale.ROOT), i) != null) {
        problem(1, "column " + names.get(i) + " stands twice");
      }
    }
    for (String name : required) {
      if (!columns.containsKey(name.toLowerCase(Locale.ROOT))) {
        problem(1, "no column " + name + ", expected " + String.join(",", required));
      }
    }
    rows.addAll(all.subList(1, all.size()));
  }

  /** The rows, without the one that names the columns. */
  public List<Row> rows() {
    return rows;
  }

  /** What was found wrong so far. */
  public List<Problem> problems() {
    return problems;
  }

  /** Adds a problem. */
  public void problem(int line, String message) {
    problems.add(new Problem(line, message));
  }

  /** The cell's text; null when empty or when the file has no such column. */
  public String text(Row row, String column) {
    Integer at = columns.get(column.toLowerCase(Locale.ROOT));
    return at == null || at >= row.cells().size() ? null : row.cells().get(at);
  }

  /** The cell's text; a missing one is a problem. */
  public String required(Row row, String column) {
    String text = text(row, column);
    if (text == null) {
      problem(row.line(), "no " + column);
    }
    return text;
  }

  /** The cell's day, {@code 2025-07-01}; null when empty or, as a problem, unreadable. */
  LocalDate day(Row row, String column) {
    String text = text(row, column);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      problem(row.line(), column + " is not a day like 2025-07-01");
      return null;
    }
  }

  /**
   * The local day of a cell that holds a day or a time with offset; null when empty or, as a
   * problem, unreadable.
   */
  LocalDate dayKnown(Row row, String column) {
    String text = text(row, column);
    if (text == null || text.indexOf('T') < 0) {
      return day(row, column);
    }
    try {
      return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.ofHours(7)).toLocalDate();
    } catch (DateTimeException e) {
      problem(row.line(), column + " is neither a day nor a time with offset");
      return null;
    }
  }

  /** Valid days of a row; null bounds are open. An end before the begin is a problem. */
  public Validity validity(Row row) {
    LocalDate from = day(row, "validFrom");
    LocalDate to = day(row, "validTo");
    if (from != null && to != null && to.isBefore(from)) {
      problem(row.line(), "validTo " + to + " lies before validFrom " + from);
      return new Validity(from, null);
    }
    return new Validity(from, to);
  }

  /** A row with the line it begins on. */
  public record Row(int line, List<String> cells) {}

  static String clean(String cell) {
    String trimmed = cell.strip();
    return trimmed.isEmpty() ? null : Normalizer.normalize(trimmed, Normalizer.Form.NFC);
  }
}
