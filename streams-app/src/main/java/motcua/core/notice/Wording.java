package motcua.core.notice;

import static motcua.core.ledger.VietnameseNumbers.percent;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.core.ledger.Ratio;

/** How transitions are called in Vietnamese. */
final class Wording {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu").withZone(ZoneOffset.ofHours(7));
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private Wording() {}

  static String moment(Instant at) {
    return MOMENT.format(at);
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** A share in percent, for example {@code 4,5%}. */
  static String share(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString().replace('.', ',') + "%";
  }

  static String rate(AlertFigures figures) {
    return percent(new Ratio.Value(figures.late(), figures.dated()));
  }

  /** What happened, for a subject: unit, rate, event. */
  static String headline(Transition step, String unit, BigDecimal threshold) {
    return switch (step.rule()) {
      case Transition.SOURCE_SILENT -> "Nguồn dữ liệu " + unit + ": " + silence(step);
      case Transition.LATE_REWRITTEN ->
          unit + ": hồ sơ " + step.dossier() + " trễ hạn thành đúng hạn do sửa ngày";
      default ->
          "%s: trễ hạn %s – %s".formatted(unit, rate(step.figures()), event(step, threshold));
    };
  }

  private static String silence(Transition step) {
    return step.kind() == Transition.Kind.CLEARED
        ? "đã gửi dữ liệu trở lại"
        : "không gửi dữ liệu quá thời gian cho phép";
  }

  static String event(Transition step, BigDecimal threshold) {
    String limit = share(threshold);
    return switch (step.kind()) {
      case RAISED ->
          step.severity() == Severity.SURE
              ? "chắc chắn vượt ngưỡng " + limit
              : "có khả năng vượt ngưỡng " + limit;
      case WORSENED -> "nay chắc chắn vượt ngưỡng " + limit;
      case CLEARED -> cleared(step);
      case FROZEN -> "tạm dừng vì nguồn dữ liệu im lặng";
      case THAWED -> "nguồn dữ liệu có trở lại, tiếp tục theo dõi";
      case REMINDED -> "nhắc lại, vẫn vượt ngưỡng " + limit;
      case ESCALATED -> "báo cấp trên vì chưa có xác nhận xử lý";
      case ACKNOWLEDGED ->
          "đã xác nhận xử lý" + (step.until() == null ? "" : " đến " + moment(step.until()));
      case UNACKNOWLEDGED -> "đã rút xác nhận xử lý";
      case EXPIRED -> "xác nhận xử lý đã hết hạn";
    };
  }

  private static String cleared(Transition step) {
    if (step.reason() == null) {
      return "cảnh báo kết thúc";
    }
    return switch (step.reason()) {
      case RECOVERED -> "cảnh báo kết thúc, đã trở lại mức cho phép";
      case PERIOD_ENDED -> "cảnh báo kết thúc vì kỳ báo cáo đã hết";
      case RULE_CHANGED -> "cảnh báo kết thúc vì quy tắc đã thay đổi";
    };
  }
}
