package motcua.core.print;

import static motcua.core.ledger.VietnameseNumbers.percent;
import static motcua.core.ledger.VietnameseNumbers.whole;

import java.time.format.DateTimeFormatter;
import java.util.List;
import motcua.core.form.FormColumn;
import motcua.core.form.FormPreset;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Period;

/** The paragraphs that offices paste into their quarterly report: one figure a clause. */
public final class SummaryText {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private SummaryText() {}

  /**
   * The paragraphs: received, finished, open, digitised. Groups are printed as the form preset
   * groups them; rates are the ledger's.
   */
  public static List<String> of(FormPreset form, ReportRow row, Period period) {
    return List.of(
        "Tổng số hồ sơ tiếp nhận từ ngày %s đến ngày %s: %s hồ sơ, gồm %s."
            .formatted(
                DAY.format(period.from()),
                DAY.format(period.to()),
                figure(form, row, "receivedTotal"),
                parts(form, row, "receivedTotal")),
        "Đã giải quyết: %s hồ sơ, gồm %s. Tỷ lệ đúng hạn và trước hạn %s, tỷ lệ quá hạn %s, tính trên %s hồ sơ đã giải quyết có ngày hẹn trả."
            .formatted(
                figure(form, row, "finishedTotal"),
                parts(form, row, "finishedTotal"),
                percent(Ratio.ON_TIME.of(row)),
                percent(Ratio.LATE.of(row)),
                whole(Ratio.LATE.of(row).denominator())),
        "Đang giải quyết: %s hồ sơ, gồm %s."
            .formatted(figure(form, row, "openTotal"), parts(form, row, "openTotal")),
        "Hồ sơ tiếp nhận trực tuyến đạt %s; hồ sơ có thành phần được số hóa đạt %s; kết quả được số hóa đạt %s; thanh toán trực tuyến đạt %s; hồ sơ quá hạn có phiếu xin lỗi đạt %s."
            .formatted(
                percent(Ratio.ONLINE.of(row)),
                percent(Ratio.COMPONENTS_DIGITISED.of(row)),
                percent(Ratio.RESULTS_DIGITISED.of(row)),
                percent(Ratio.PAID_ONLINE.of(row)),
                percent(Ratio.APOLOGISED.of(row))));
  }

  private static String figure(FormPreset form, ReportRow row, String code) {
    return whole(column(form, code).of(row));
  }

  /** The columns of a total's group, without the total. */
  private static String parts(FormPreset form, ReportRow row, String totalCode) {
    FormColumn total = column(form, totalCode);
    StringBuilder text = new StringBuilder();
    for (FormColumn column : form.columns()) {
      if (column.group() == total.group() && column != total) {
        text.append(text.isEmpty() ? "" : "; ")
            .append(column.heading().toLowerCase(java.util.Locale.ROOT))
            .append(' ')
            .append(whole(column.of(row)));
      }
    }
    return text.toString();
  }

  private static FormColumn column(FormPreset form, String code) {
    return form.columns().stream()
        .filter(column -> column.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
