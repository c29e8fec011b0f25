package motcua.document;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import motcua.core.calendar.VietnamDay;
import motcua.core.document.Document;
import motcua.core.document.Letterheads;
import motcua.core.document.Paragraph;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Period;
import motcua.core.period.Reckoning;
import motcua.core.print.YearsTable;
import motcua.core.snapshot.PublicationRules;
import motcua.core.unit.UnitRow;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.report.PrintedRow;
import motcua.report.Reference;
import motcua.report.Report;
import motcua.report.ReportRequest;
import motcua.report.Reports;

/** Years side by side by level of units (cấp), each unit at the level it had at that year's end. */
public final class YearsComparison {
  private static final Map<String, String> LEVELS =
      Map.of(
          "tinh", "Cấp tỉnh",
          "so", "Sở, ngành",
          "huyen", "Cấp huyện",
          "xa", "Cấp xã");
  private static final String NO_LEVEL = "Không ghi cấp";
  private static final String WHOLE = "Toàn bộ";

  private final Reports reports;
  private final Reference reference;
  private final Letterheads letterheads;
  private final InstantSource clock;

  /**
   * @param clock decides which year is still running
   */
  public YearsComparison(
      Reports reports, Reference reference, Letterheads letterheads, InstantSource clock) {
    this.reports = Objects.requireNonNull(reports, "reports");
    this.reference = Objects.requireNonNull(reference, "reference");
    this.letterheads = Objects.requireNonNull(letterheads, "letterheads");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * What to compare.
   *
   * @param scope a unit or {@code ALL}
   * @param first year, at most {@code last}
   * @param knownOn last day of knowledge; null: everything known
   */
  public record Order(String scope, int first, int last, Reckoning reckoning, LocalDate knownOn) {}

  /**
   * Levels by name, each with its years; the whole scope last.
   *
   * @throws motcua.report.UnknownScopeException when the tree has no such unit
   */
  public List<YearsTable.Line> lines(Order order) {
    Map<String, List<YearsTable.Line>> byLevel = new TreeMap<>();
    List<YearsTable.Line> whole = new ArrayList<>();
    for (int year = order.first(); year <= order.last(); year++) {
      Period period = Period.year(order.reckoning(), year);
      Report report =
          reports.draw(
              new ReportRequest(
                  order.scope(), period.from(), period.to(), order.knownOn(), Breakdown.NONE));
      String name = name(year, period);
      levels(report, order)
          .forEach(
              (level, figures) ->
                  byLevel
                      .computeIfAbsent(level, any -> new ArrayList<>())
                      .add(new YearsTable.Line(level, name, figures)));
      whole.add(new YearsTable.Line(WHOLE, name, report.total()));
    }
    List<YearsTable.Line> lines = new ArrayList<>();
    byLevel.values().forEach(lines::addAll);
    lines.addAll(whole);
    return lines;
  }

  /** The table as a document. */
  public Document document(Order order) {
    List<YearsTable.Line> lines = lines(order);
    LocalDate today = VietnamDay.of(clock.instant());
    return new Document(
        letterheads.of(order.scope(), today),
        "SO SÁNH KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH QUA CÁC NĂM",
        List.of(
            "Từ năm %d đến năm %d (%s)"
                .formatted(
                    order.first(),
                    order.last(),
                    order.reckoning() == Reckoning.LEGAL
                        ? "năm báo cáo, từ ngày 15/12 năm trước đến ngày 14/12"
                        : "năm theo lịch"),
            "Phạm vi: " + scope(order) + ". Đơn vị tính: hồ sơ"),
        lines.stream().anyMatch(line -> line.year().length() > 4)
            ? Optional.of("SỐ LIỆU TẠM TÍNH: năm cuối chưa kết thúc")
            : Optional.empty(),
        List.of(
            YearsTable.of(lines),
            new Paragraph(
                "Đơn vị được xếp vào cấp mà đơn vị có vào ngày cuối năm. Tỷ lệ đúng hạn gồm cả trước hạn, tính trên hồ sơ đã giải quyết có ngày hẹn trả.",
                Paragraph.Style.NOTE)),
        List.of(
            order.knownOn() == null
                ? "Số liệu theo mọi thông tin đã biết khi lập; cách tính: "
                    + reference.policy().name()
                    + "."
                : "Số liệu đã biết đến hết ngày %s; cách tính: %s."
                    .formatted(SnapshotDocuments.day(order.knownOn()), reference.policy().name())));
  }

  private String scope(Order order) {
    return SnapshotDocuments.scopeName(
        reference, order.scope(), order.knownOn(), Period.year(order.reckoning(), order.last()));
  }

  private String name(int year, Period period) {
    LocalDate last = PublicationRules.lastClosedDay(clock.instant());
    return period.to().isAfter(last)
        ? "%d (đến %s)".formatted(year, SnapshotDocuments.day(last))
        : Integer.toString(year);
  }

  private Map<String, ReportRow> levels(Report report, Order order) {
    UnitTree units = reference.asKnownOn(order.knownOn()).units();
    Map<String, ReportRow> levels = new HashMap<>();
    for (PrintedRow row : report.rows()) {
      UnitRow unit = units.row(units.rawCode(row.unit()), report.request().to());
      String level = unit == null || unit.level() == null ? "" : unit.level();
      levels.merge(
          level.isEmpty() ? NO_LEVEL : LEVELS.getOrDefault(level, level),
          row.figures(),
          ReportRow::plus);
    }
    return levels;
  }
}
