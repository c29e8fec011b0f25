package motcua.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import motcua.core.calendar.VietnamDay;
import motcua.core.document.Document;
import motcua.core.document.Letterheads;
import motcua.core.document.Paragraph;
import motcua.core.document.Part;
import motcua.core.form.FormPreset;
import motcua.core.ledger.Column;
import motcua.core.ledger.ReportRow;
import motcua.core.ledger.VietnameseNumbers;
import motcua.core.period.Period;
import motcua.core.print.FormLine;
import motcua.core.print.FormTable;
import motcua.core.print.LateTable;
import motcua.core.print.ShortfallTable;
import motcua.core.print.SummaryText;
import motcua.core.snapshot.RowKey;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.readmodel.Snapshot;
import motcua.readmodel.SnapshotHead;
import motcua.report.Reference;

/**
 * Makes the office's documents of a snapshot. The same snapshot and letterheads give the same
 * document, save the list of late dossiers: it reads their dues as known now.
 */
public final class SnapshotDocuments {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Reference reference;
  private final Letterheads letterheads;
  private final LateDossiers lateDossiers;

  /**
   * @param reference names of scopes, fields and procedures
   */
  public SnapshotDocuments(
      Reference reference, Letterheads letterheads, LateDossiers lateDossiers) {
    this.reference = Objects.requireNonNull(reference, "reference");
    this.letterheads = Objects.requireNonNull(letterheads, "letterheads");
    this.lateDossiers = Objects.requireNonNull(lateDossiers, "lateDossiers");
  }

  /**
   * What to print.
   *
   * @param form preset of the columns; null: the snapshot's own
   * @param limitPercent highest late rate allowed; read by the appendix of units above it only
   */
  public record Order(DocumentKind kind, FormPreset form, BigDecimal limitPercent) {
    public Order {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(limitPercent, "limitPercent");
    }
  }

  /** The document. */
  public Document of(Snapshot snapshot, Order order) {
    SnapshotHead head = snapshot.head();
    FormPreset form = order.form() == null ? head.form() : order.form();
    List<String> subtitles = new ArrayList<>();
    if (order.kind() == DocumentKind.REPORT) {
      subtitles.add(form.title());
    }
    subtitles.add("Kỳ báo cáo: " + period(head.subject().period()));
    subtitles.add("Phạm vi: " + scope(head) + ". Đơn vị tính: hồ sơ");
    return new Document(
        letterheads.of(head.subject().scope(), VietnamDay.of(head.madeAt())),
        title(order),
        subtitles,
        mark(head),
        parts(snapshot, order, form),
        Foot.of(snapshot));
  }

  private static String title(Order order) {
    return switch (order.kind()) {
      case REPORT -> "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH";
      case LATE -> "DANH SÁCH HỒ SƠ QUÁ HẠN";
      case SHORTFALL -> "PHỤ LỤC: ĐƠN VỊ CÓ TỶ LỆ HỒ SƠ QUÁ HẠN TRÊN " + limit(order);
      case SUMMARY -> "KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH";
    };
  }

  private static String limit(Order order) {
    return order.limitPercent().stripTrailingZeros().toPlainString().replace('.', ',') + "%";
  }

  private List<Part> parts(Snapshot snapshot, Order order, FormPreset form) {
    return switch (order.kind()) {
      case REPORT -> report(snapshot, form);
      case LATE -> late(snapshot);
      case SHORTFALL -> shortfall(snapshot, order);
      case SUMMARY -> summary(snapshot, form);
    };
  }

  private List<Part> report(Snapshot snapshot, FormPreset form) {
    Breakdown by = snapshot.head().subject().by();
    List<FormLine> lines =
        by == Breakdown.NONE
            ? Figures.units(snapshot)
            : Figures.parts(snapshot, reference.asKnownOn(snapshot.head().cut()).procedures());
    String heading =
        switch (by) {
          case NONE -> "Đơn vị";
          case FIELD -> "Lĩnh vực";
          case PROCEDURE -> "Thủ tục hành chính";
        };
    List<Part> parts = new ArrayList<>();
    parts.add(FormTable.of(form, heading, lines, total(snapshot)));
    form.notes().forEach(note -> parts.add(new Paragraph(note, Paragraph.Style.NOTE)));
    return parts;
  }

  private List<Part> late(Snapshot snapshot) {
    ReportRow total = total(snapshot);
    return List.of(
        heading("Hồ sơ đã giải quyết quá hạn: " + whole(total.closedLate())),
        LateTable.of("Da giai quyet", lateDossiers.behind(snapshot.head(), Column.CLOSED_LATE)),
        heading("Hồ sơ đang giải quyết đã quá hạn: " + whole(total.openOverdue())),
        LateTable.of("Dang giai quyet", lateDossiers.behind(snapshot.head(), Column.OPEN_OVERDUE)),
        note(
            "Số ngày quá hạn tính theo ngày lịch, từ sau ngày hẹn trả đến ngày có kết quả; hồ sơ đang giải quyết tính đến ngày cuối kỳ."),
        note(
            "Ngày hẹn trả lấy theo số liệu hiện có; ghi \"đã đổi\" khi ngày hẹn hoặc kết quả đã thay đổi sau ngày chốt."));
  }

  private static List<Part> shortfall(Snapshot snapshot, Order order) {
    List<FormLine> units = Figures.units(snapshot);
    List<Part> parts = new ArrayList<>();
    long above =
        units.stream()
            .filter(unit -> ShortfallTable.isAbove(unit.figures(), order.limitPercent()))
            .count();
    parts.add(
        new Paragraph(
            above == 0
                ? "Không có đơn vị nào có tỷ lệ hồ sơ quá hạn trên %s.".formatted(limit(order))
                : "Có %s đơn vị có tỷ lệ hồ sơ quá hạn trên %s:"
                    .formatted(whole(above), limit(order)),
            Paragraph.Style.BODY));
    if (above > 0) {
      parts.add(ShortfallTable.of(units, order.limitPercent()));
    }
    parts.add(
        note(
            "Tỷ lệ quá hạn tính trên hồ sơ đã giải quyết có ngày hẹn trả; vượt mức khi lớn hơn %s, so trên số hồ sơ, không so trên tỷ lệ làm tròn."
                .formatted(limit(order))));
    return parts;
  }

  private static List<Part> summary(Snapshot snapshot, FormPreset form) {
    List<Part> parts = new ArrayList<>();
    SummaryText.of(form, total(snapshot), snapshot.head().subject().period())
        .forEach(text -> parts.add(new Paragraph(text, Paragraph.Style.BODY)));
    form.notes().forEach(text -> parts.add(note(text)));
    return parts;
  }

  private static Paragraph heading(String text) {
    return new Paragraph(text, Paragraph.Style.HEADING);
  }

  private static Paragraph note(String text) {
    return new Paragraph(text, Paragraph.Style.NOTE);
  }

  private static ReportRow total(Snapshot snapshot) {
    return snapshot.rows().get(RowKey.TOTAL);
  }

  private String scope(SnapshotHead head) {
    return scopeName(reference, head.subject().scope(), head.cut(), head.subject().period());
  }

  /** A scope as documents name it, as of the period's last day. */
  static String scopeName(Reference reference, String code, LocalDate cut, Period period) {
    if (code.equals(UnitTree.ALL)) {
      return "toàn bộ các đơn vị";
    }
    return reference.asKnownOn(cut).units().name(code, period.to()) + " (" + code + ")";
  }

  private static Optional<String> mark(SnapshotHead head) {
    if (head.version() > 1) {
      return Optional.of("BẢN ĐIỀU CHỈNH LẦN " + (head.version() - 1));
    }
    if (head.version() == 1) {
      return Optional.empty();
    }
    return Optional.of(
        head.cut().isBefore(head.subject().period().to())
            ? "BẢN TẠM TÍNH: kỳ báo cáo chưa kết thúc, số liệu đến hết ngày " + day(head.cut())
            : "BẢN TẠM TÍNH");
  }

  private static String period(Period period) {
    return "từ ngày %s đến ngày %s".formatted(day(period.from()), day(period.to()));
  }

  private static String whole(long number) {
    return VietnameseNumbers.whole(number);
  }

  /** A day as documents write it. */
  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
