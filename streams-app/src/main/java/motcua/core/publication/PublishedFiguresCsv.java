package motcua.core.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads published-figures.csv: UTF-8, comma, double quotes, a header line that names at least the
 * columns read here, in any order. The value column holds plain numbers with a decimal point.
 */
public final class PublishedFiguresCsv {
  private static final List<String> COLUMNS =
      List.of(
          "district",
          "province",
          "period_from",
          "period_to",
          "level",
          "metric",
          "ledger_column",
          "value",
          "printed_denominator",
          "unit",
          "source_line",
          "printed_text",
          "check_result");

  private PublishedFiguresCsv() {}

  /**
   * Parses the whole text.
   *
   * @throws IllegalArgumentException names the line, the column and what was expected
   */
  public static List<PublishedFigure> parse(String text) {
    List<List<String>> records = CsvText.records(text);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("line 1: expected a header line with " + COLUMNS);
    }
    List<String> header = records.getFirst();
    for (String column : COLUMNS) {
      if (!header.contains(column)) {
        throw new IllegalArgumentException("line 1: missing column " + column);
      }
    }
    List<PublishedFigure> figures = new ArrayList<>();
    for (int i = 1; i < records.size(); i++) {
      figures.add(figure(new Row(i + 1, cells(header, records.get(i), i + 1))));
    }
    return List.copyOf(figures);
  }

  private static Map<String, String> cells(List<String> header, List<String> cells, int number) {
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(
          "record %d: expected %d cells, found %d".formatted(number, header.size(), cells.size()));
    }
    Map<String, String> byName = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      byName.put(header.get(i), cells.get(i).strip());
    }
    return byName;
  }

  private static PublishedFigure figure(Row row) {
    Statement statement =
        new Statement(
            row.text("district"),
            row.text("province"),
            row.text("level"),
            row.date("period_from"),
            row.date("period_to"));
    return new PublishedFigure(
        statement,
        row.text("metric"),
        row.expression(),
        row.number("value"),
        row.number("printed_denominator"),
        row.text("unit"),
        row.text("source_line"),
        row.text("printed_text"),
        row.text("check_result"));
  }

  /** One record with its number, for errors that say where. */
  private record Row(int number, Map<String, String> cells) {
    String text(String column) {
      return cells.get(column);
    }

    LocalDate date(String column) {
      try {
        return LocalDate.parse(text(column));
      } catch (DateTimeParseException e) {
        throw fault(column, "expected a date like 2024-07-01, found '" + text(column) + "'", e);
      }
    }

    Optional<BigDecimal> number(String column) {
      try {
        return text(column).isEmpty()
            ? Optional.empty()
            : Optional.of(new BigDecimal(text(column)));
      } catch (NumberFormatException e) {
        throw fault(
            column, "expected a number like 12860 or 99.43, found '" + text(column) + "'", e);
      }
    }

    Optional<LedgerExpression> expression() {
      try {
        return LedgerExpression.parse(text("ledger_column"));
      } catch (IllegalArgumentException e) {
        throw fault("ledger_column", e.getMessage(), e);
      }
    }

    private IllegalArgumentException fault(String column, String expected, Exception cause) {
      return new IllegalArgumentException(
          "record " + number + ": " + column + ": " + expected, cause);
    }
  }
}
