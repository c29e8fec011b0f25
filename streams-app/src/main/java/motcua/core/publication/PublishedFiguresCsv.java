package motcua.core.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads published-figures.csv: UTF-8, comma, double quotes, a header line that names at least the
 * columns read here, in any order. The value column holds plain numbers with a decimal point. Three
 * columns may be there besides, which say where the ledger keeps the same: scope, field and
 * printed_on.
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

  /** No cell of a publication is longer; a text is searched for numbers. */
  private static final int MAX_CELL = 500;

  private final Counterpart otherwise;
  private final List<FiguresRead.Line> figures = new ArrayList<>();
  private final List<ReadingFault> faults = new ArrayList<>();

  /** Lines that name no scope themselves. */
  private final Set<Integer> unplacedLines = new HashSet<>();

  private PublishedFiguresCsv(Counterpart otherwise) {
    this.otherwise = otherwise;
  }

  /**
   * The figures of a text that has no fault.
   *
   * @throws IllegalArgumentException names every fault with its line and what was expected
   */
  public static List<PublishedFigure> parse(String text) {
    FiguresRead read = read(text, Counterpart.NONE);
    if (!read.faults().isEmpty()) {
      throw new IllegalArgumentException(
          String.join("\n", read.faults().stream().map(ReadingFault::text).toList()));
    }
    return read.all();
  }

  /**
   * Reads the whole text, whatever is wrong in it.
   *
   * @param otherwise where the ledger keeps what the text does not place itself
   */
  public static FiguresRead read(String text, Counterpart otherwise) {
    PublishedFiguresCsv reader = new PublishedFiguresCsv(otherwise);
    try {
      reader.readAll(CsvText.records(text));
    } catch (CsvText.UnendedCellException unended) {
      reader.faults.add(
          new ReadingFault(unended.line(), "", "ô mở bằng dấu ngoặc kép ở đây không có dấu đóng"));
    }
    reader.refuseOneScopeForMany();
    return FiguresRead.checked(reader.figures, reader.faults);
  }

  /** A unit named for the whole file is not the district and its communes at once. */
  private void refuseOneScopeForMany() {
    List<FiguresRead.Line> unplaced =
        figures.stream()
            .filter(line -> otherwise.scope().isPresent() && unplacedLines.contains(line.number()))
            .filter(line -> line.figure().expression().isPresent())
            .toList();
    unplaced.stream()
        .filter(line -> !isSameUnit(line, unplaced.getFirst()))
        .findFirst()
        .ifPresent(
            line ->
                faults.add(
                    new ReadingFault(
                        line.number(),
                        "scope",
                        "một phạm vi chung (%s) không thể là cả \"%s, %s\" ở dòng %d và \"%s, %s\"; ghi mã đơn vị từng dòng ở cột scope"
                            .formatted(
                                otherwise.scope().get(),
                                unplaced.getFirst().figure().statement().district(),
                                unplaced.getFirst().figure().statement().level(),
                                unplaced.getFirst().number(),
                                line.figure().statement().district(),
                                line.figure().statement().level()))));
  }

  private static boolean isSameUnit(FiguresRead.Line line, FiguresRead.Line other) {
    Statement statement = line.figure().statement();
    Statement first = other.figure().statement();
    return statement.district().equals(first.district()) && statement.level().equals(first.level());
  }

  private void readAll(List<CsvText.Record> records) {
    if (records.isEmpty()) {
      faults.add(
          new ReadingFault(
              1, "", "không có gì; cần dòng đầu ghi tên cột: " + String.join(",", COLUMNS)));
      return;
    }
    CsvText.Record first = records.getFirst();
    List<String> header = first.cells().stream().map(String::strip).toList();
    COLUMNS.stream()
        .filter(column -> !header.contains(column))
        .forEach(
            column ->
                faults.add(
                    new ReadingFault(
                        first.line(), column, "thiếu cột này ở dòng đầu (ngăn bằng dấu phẩy)")));
    header.stream()
        .filter(column -> header.indexOf(column) != header.lastIndexOf(column))
        .distinct()
        .forEach(column -> faults.add(new ReadingFault(first.line(), column, "cột ghi hai lần")));
    if (!faults.isEmpty()) {
      return;
    }
    if (records.size() == 1) {
      faults.add(new ReadingFault(first.line(), "", "chỉ có dòng tên cột, chưa có con số nào"));
    }
    for (CsvText.Record record : records.subList(1, records.size())) {
      if (record.cells().size() == header.size()) {
        readOne(header, record);
      } else {
        faults.add(
            new ReadingFault(
                record.line(),
                "",
                "có %d ô, dòng đầu có %d; chữ có dấu phẩy đặt trong ngoặc kép"
                    .formatted(record.cells().size(), header.size())));
      }
    }
  }

  private void readOne(List<String> header, CsvText.Record record) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), record.cells().get(i).strip());
    }
    int before = faults.size();
    PublishedFigure figure = new Row(record.line(), cells).figure();
    if (cells.getOrDefault("scope", "").isEmpty()) {
      unplacedLines.add(record.line());
    }
    if (faults.size() == before) {
      figures.add(new FiguresRead.Line(record.line(), figure));
    }
  }

  /** One record; what is wrong in it goes to the faults, and something else takes its place. */
  private final class Row {
    private final int line;
    private final Map<String, String> cells;

    Row(int line, Map<String, String> cells) {
      this.line = line;
      this.cells = cells;
    }

    PublishedFigure figure() {
      cells.forEach(
          (column, text) -> {
            if (text.length() > MAX_CELL) {
              fault(column, "dài quá %d chữ".formatted(MAX_CELL));
            }
          });
      String unit = cells.get("unit");
      return new PublishedFigure(
          statement(),
          required("metric"),
          expression(),
          number("value", unit),
          number("printed_denominator", unit),
          unit,
          cells.get("source_line"),
          cells.get("printed_text"),
          cells.get("check_result"));
    }

    private Statement statement() {
      LocalDate from = day("period_from").orElse(LocalDate.MIN);
      LocalDate to = day("period_to").orElse(LocalDate.MAX);
      if (to.isBefore(from)) {
        fault("period_to", "ngày cuối %s đứng trước ngày đầu %s".formatted(to, from));
      }
      return new Statement(
          required("district"),
          cells.get("province"),
          cells.get("level"),
          from,
          to,
          new Counterpart(
                  text("scope"),
                  text("field"),
                  text("printed_on").isEmpty() ? Optional.empty() : day("printed_on"))
              .or(otherwise));
    }

    private Optional<String> text(String column) {
      return Optional.ofNullable(cells.get(column)).filter(text -> !text.isEmpty());
    }

    private String required(String column) {
      if (cells.get(column).isEmpty()) {
        fault(column, "để trống");
      }
      return cells.get(column);
    }

    private Optional<LocalDate> day(String column) {
      try {
        LocalDate day = LocalDate.parse(cells.get(column));
        if (day.getYear() >= 1 && day.getYear() <= 9999) {
          return Optional.of(day);
        }
      } catch (DateTimeParseException unreadable) {
        // Said below, as for a year nobody means.
      }
      fault(
          column,
          "\"%s\" không phải ngày; ghi năm-tháng-ngày, ví dụ 2024-07-01"
              .formatted(cells.get(column)));
      return Optional.empty();
    }

    private Optional<BigDecimal> number(String column, String unit) {
      if (cells.get(column).isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(FigureNumber.plain(cells.get(column), unit));
      } catch (FigureNumber.RefusedException refused) {
        fault(column, refused.getMessage());
        return Optional.empty();
      }
    }

    private Optional<LedgerExpression> expression() {
      try {
        Optional<LedgerExpression> expression = LedgerExpression.parse(cells.get("ledger_column"));
        if (text("field").or(otherwise::field).isPresent()
            && expression.map(LedgerExpression::hasTransfers).orElse(false)) {
          fault("ledger_column", "chuyển đến, chuyển đi không tách theo lĩnh vực được");
        }
        return expression;
      } catch (IllegalArgumentException unknown) {
        fault(
            "ledger_column",
            "\"%s\" không phải chỉ tiêu của sổ cái; ghi tên cột của báo cáo nối bằng dấu + (ví dụ carriedOver+received), hoặc ratio và tên tỷ lệ (ví dụ ratio onTime)"
                .formatted(cells.get("ledger_column")));
        return Optional.empty();
      }
    }

    private void fault(String column, String reason) {
      faults.add(new ReadingFault(line, column, reason));
    }
  }
}
