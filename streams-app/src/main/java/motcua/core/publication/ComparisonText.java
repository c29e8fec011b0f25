package motcua.core.publication;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Renders comparisons as plain text in Vietnamese, for a terminal: one table a statement, a row a
 * figure, and under a row what was found about it. {@code (!)} marks a contradiction, {@code (-)}
 * something left unsaid.
 */
public final class ComparisonText {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final List<String> HEADER = List.of("Chỉ tiêu", "Công bố", "Sổ cái", "Kết luận");

  private ComparisonText() {}

  /** The tables of several statements, a blank line between them; ends with a line end. */
  public static String render(List<Comparison> comparisons) {
    StringBuilder text = new StringBuilder();
    for (Comparison comparison : comparisons) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append(render(comparison));
    }
    return text.toString();
  }

  /** The table of one statement: figures the ledger keeps, and any other with a contradiction. */
  public static String render(Comparison comparison) {
    List<Comparison.Row> rows = comparison.rows().stream().filter(ComparisonText::isShown).toList();
    List<List<String>> cells = new ArrayList<>();
    cells.add(HEADER);
    rows.forEach(row -> cells.add(cells(row)));
    int[] widths = widths(cells);
    StringBuilder text = new StringBuilder(heading(comparison.statement())).append('\n');
    line(text, HEADER, widths);
    text.append("  ").append("-".repeat(Arrays.stream(widths).sum() + 3 * 2)).append('\n');
    for (int i = 0; i < rows.size(); i++) {
      line(text, cells.get(i + 1), widths);
      for (Finding finding : rows.get(i).findings()) {
        String mark = finding.fault().isInconsistent() ? "(!) " : "(-) ";
        text.append("      ").append(mark).append(FaultText.of(finding.fault())).append('\n');
      }
    }
    if (comparison.openUndated() > 0) {
      text.append(
          "  Sổ cái giữ %s hồ sơ đang giải quyết không có ngày hẹn trả: đánh dấu, không đoán kết quả.\n"
              .formatted(PrintedNumber.count(comparison.openUndated())));
    }
    return text.toString();
  }

  /** District, province, level and period. */
  public static String heading(Statement statement) {
    return "%s (%s), %s, từ %s đến %s"
        .formatted(
            statement.district(),
            statement.province(),
            MetricNames.level(statement.level()),
            DAY.format(statement.from()),
            DAY.format(statement.to()));
  }

  private static boolean isShown(Comparison.Row row) {
    return row.ledger().isPresent()
        || row.verdict() instanceof Verdict.NotCompared
        || row.findings().stream().anyMatch(f -> f.fault().isInconsistent());
  }

  private static List<String> cells(Comparison.Row row) {
    String printed =
        row.figure().isPrinted()
            ? row.figure().valueAsPrinted()
            : row.figure().valueAsPrinted() + " (suy ra)";
    return List.of(
        MetricNames.metric(row.figure().metric()), printed, ledger(row), verdict(row.verdict()));
  }

  private static String ledger(Comparison.Row row) {
    if (row.ledger().isEmpty()) {
      return "";
    }
    return ledger(row.ledger().get(), row.figure());
  }

  /** A figure of the ledger as it is printed beside this one. */
  public static String ledger(LedgerFigure ledger, PublishedFigure figure) {
    return switch (ledger) {
      case LedgerFigure.Count(long count) -> PrintedNumber.count(count);
      case LedgerFigure.Share share -> share(share, figure);
    };
  }

  /** With two decimals, as every ratio is printed (ledger.md 5), and its counts. */
  private static String share(LedgerFigure.Share share, PublishedFigure figure) {
    int decimals = Math.max(2, figure.value().map(BigDecimal::scale).orElse(2));
    return share
        .percent(decimals)
        .map(
            percent ->
                "%s (%s/%s)"
                    .formatted(
                        PrintedNumber.percent(percent),
                        PrintedNumber.count(share.numerator()),
                        PrintedNumber.count(share.denominator())))
        .orElse("không có dữ liệu");
  }

  /** What a verdict says, in a word or two. */
  public static String verdict(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Equal v -> "khớp";
      case Verdict.EqualOnOtherBase(String base) ->
          "khớp trên mẫu số khác: " + MetricNames.columns(base);
      case Verdict.Different v -> "KHÁC";
      case Verdict.Unreachable v -> "KHÔNG THỂ CÓ";
      case Verdict.NotStated v -> "không nêu";
      case Verdict.NotCompared v -> "chưa đối chiếu";
      case Verdict.NotInLedger v -> "ngoài sổ cái";
    };
  }

  private static int[] widths(List<List<String>> cells) {
    int[] widths = new int[HEADER.size()];
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private static void line(StringBuilder text, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("  ");
    for (int i = 0; i < widths.length; i++) {
      String blank = " ".repeat(widths[i] - cells.get(i).length());
      boolean number = i == 1 || i == 2;
      line.append(number ? blank + cells.get(i) : cells.get(i) + blank).append("  ");
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
