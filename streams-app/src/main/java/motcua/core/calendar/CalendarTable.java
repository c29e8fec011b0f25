package motcua.core.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the calendar file: columns date, kind (off or work) and, when present, recordedAt (a day,
 * or a time with offset); others are ignored. The first line names the columns.
 */
public final class CalendarTable {
  private CalendarTable() {}

  /** What reading gave. */
  public sealed interface Outcome {
    /** A readable table. */
    record Read(WorkingCalendar calendar) implements Outcome {}

    /** Each problem with its line number and what was expected; never empty. */
    record Failed(List<String> problems) implements Outcome {}
  }

  /** Reads lines without their line ends; blank lines are skipped. */
  public static Outcome parse(List<String> lines) {
    List<String> problems = new ArrayList<>();
    List<CalendarRow> rows = new ArrayList<>();
    Map<String, Integer> columns = lines.isEmpty() ? Map.of() : columns(lines.getFirst());
    if (!columns.containsKey("date") || !columns.containsKey("kind")) {
      return new Outcome.Failed(List.of("line 1: expected columns date,kind"));
    }
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        try {
          rows.add(row(cells(lines.get(i)), columns));
        } catch (IllegalArgumentException e) {
          problems.add("line " + (i + 1) + ": " + e.getMessage());
        }
      }
    }
    contradictions(rows, problems);
    return problems.isEmpty()
        ? new Outcome.Read(new WorkingCalendar(rows))
        : new Outcome.Failed(List.copyOf(problems));
  }

  private static Map<String, Integer> columns(String header) {
    Map<String, Integer> columns = new HashMap<>();
    String text = header.startsWith("\uFEFF") ? header.substring(1) : header;
    for (String name : cells(text)) {
      columns.put(name.toLowerCase(Locale.ROOT), columns.size());
    }
    return columns;
  }

  private static CalendarRow row(List<String> cells, Map<String, Integer> columns) {
    LocalDate date = day("date", cell(cells, columns.get("date")));
    String kind = cell(cells, columns.get("kind"));
    String recordedAt = cell(cells, columns.get("recordedat"));
    return new CalendarRow(
        date,
        switch (kind) {
          case "off" -> CalendarRow.Kind.OFF;
          case "work" -> CalendarRow.Kind.WORK;
          default ->
              throw new IllegalArgumentException("kind must be off or work, not '" + kind + "'");
        },
        recordedAt.isEmpty() ? null : recordedDay(recordedAt));
  }

  private static LocalDate recordedDay(String text) {
    if (text.length() <= 10) {
      return day("recordedAt", text);
    }
    try {
      return VietnamDay.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("recordedAt is neither a day nor a time with offset", e);
    }
  }

  private static LocalDate day(String column, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(column + " is not a day like 2025-07-01", e);
    }
  }

  private static String cell(List<String> cells, Integer column) {
    return column == null || column >= cells.size() ? "" : cells.get(column);
  }

  private static void contradictions(List<CalendarRow> rows, List<String> problems) {
    Map<List<Object>, CalendarRow.Kind> seen = new HashMap<>();
    for (CalendarRow row : rows) {
      List<Object> key = java.util.Arrays.asList(row.date(), row.recordedAt());
      CalendarRow.Kind other = seen.putIfAbsent(key, row.kind());
      if (other != null && other != row.kind()) {
        problems.add(row.date() + ": both off and work");
      }
    }
  }

  /** The cells of a line, trimmed; a cell in double quotes may hold commas and doubled quotes. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
