package motcua.core.publication;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Vietnamese names of levels, printed metrics and report columns. What has no name here is printed
 * by its code.
 */
public final class MetricNames {
  private static final Map<String, String> LEVELS =
      Map.of(
          "district", "cấp huyện",
          "communes", "cấp xã",
          "communes_total", "cấp xã",
          "district_and_communes", "huyện và xã",
          "province", "cấp tỉnh",
          "not_stated", "không nêu cấp");

  private static final Map<String, String> METRICS =
      Map.ofEntries(
          Map.entry("received_total", "Tổng tiếp nhận (kể cả kỳ trước chuyển sang)"),
          Map.entry("received_new", "Tiếp nhận mới trong kỳ"),
          Map.entry("received_online", "Tiếp nhận trực tuyến"),
          Map.entry("received_direct_postal", "Tiếp nhận trực tiếp và bưu chính"),
          Map.entry("carried_over", "Kỳ trước chuyển sang"),
          Map.entry("resolved_total", "Đã giải quyết"),
          Map.entry("resolved_early_plus_ontime", "Giải quyết trước hạn và đúng hạn"),
          Map.entry("resolved_ontime", "Giải quyết đúng hạn (gồm trước hạn)"),
          Map.entry("resolved_early", "Giải quyết trước hạn"),
          Map.entry("resolved_on_due_day", "Giải quyết đúng ngày hẹn"),
          Map.entry("refused", "Từ chối giải quyết"),
          Map.entry("withdrawn", "Công dân rút hồ sơ"),
          Map.entry("suspended", "Đang tạm dừng"),
          Map.entry("overdue_open_pct", "Tỷ lệ quá hạn trong số đang giải quyết"),
          Map.entry("online_dossiers_pct", "Tỷ lệ hồ sơ trực tuyến"),
          Map.entry("apologised_pct", "Tỷ lệ xin lỗi khi quá hạn"),
          Map.entry("resolved_late", "Giải quyết quá hạn"),
          Map.entry("late_of_which_land", "Quá hạn thuộc lĩnh vực đất đai"),
          Map.entry("ontime_pct", "Tỷ lệ đúng hạn"),
          Map.entry("late_pct", "Tỷ lệ quá hạn"),
          Map.entry("pending_total", "Đang giải quyết"),
          Map.entry("pending_within", "Đang giải quyết, còn hạn"),
          Map.entry("pending_overdue", "Đang giải quyết, quá hạn"),
          Map.entry("digitised_full_components_pct", "Số hóa đầy đủ thành phần hồ sơ"),
          Map.entry("digitised_components_pct", "Số hóa thành phần hồ sơ"),
          Map.entry("digitised_results_pct", "Số hóa kết quả giải quyết"),
          Map.entry("online_services_pct", "Tỷ lệ hồ sơ trực tuyến"),
          Map.entry("online_payment_pct", "Tỷ lệ thanh toán trực tuyến"),
          Map.entry("procedures_total", "Số thủ tục"),
          Map.entry("procedures_published_on_portal", "Thủ tục công khai trên Cổng"),
          Map.entry("procedures_at_one_stop", "Thủ tục tại Bộ phận Một cửa"),
          Map.entry(
              "online_services_with_dossiers_printed_as_rate",
              "\"Tỷ lệ\" dịch vụ công có phát sinh hồ sơ"),
          Map.entry(
              "dossiers_via_e_one_stop_printed_as_rate", "\"Tỷ lệ\" hồ sơ qua Một cửa điện tử"),
          Map.entry("par_score", "Điểm cải cách hành chính"),
          Map.entry("par_criterion_3_4", "Tiêu chí 3.4 cải cách hành chính"),
          Map.entry("par_apology_lost", "Điểm trừ về xin lỗi"));

  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("carriedOver", "kỳ trước chuyển sang"),
          Map.entry("received", "tiếp nhận"),
          Map.entry("receivedOnline", "tiếp nhận trực tuyến"),
          Map.entry("receivedDirect", "tiếp nhận trực tiếp"),
          Map.entry("receivedPostal", "tiếp nhận qua bưu chính"),
          Map.entry("transferredIn", "chuyển đến"),
          Map.entry("transferredOut", "chuyển đi"),
          Map.entry("componentsDigitised", "số hóa đủ thành phần"),
          Map.entry("componentsPartial", "số hóa một phần"),
          Map.entry("resultsDigitised", "số hóa kết quả"),
          Map.entry("feePaid", "có thu phí"),
          Map.entry("feePaidOnline", "nộp phí trực tuyến"),
          Map.entry("lateApologised", "quá hạn có xin lỗi"),
          Map.entry("lateFirstDue", "quá hẹn lần đầu"),
          Map.entry("sameDay", "trả trong ngày"),
          Map.entry("closedEarly", "giải quyết trước hạn"),
          Map.entry("closedOnTime", "giải quyết đúng hạn"),
          Map.entry("closedLate", "giải quyết quá hạn"),
          Map.entry("closedUndated", "giải quyết không hẹn ngày"),
          Map.entry("refused", "từ chối"),
          Map.entry("withdrawn", "rút hồ sơ"),
          Map.entry("openInTime", "đang giải quyết còn hạn"),
          Map.entry("openOverdue", "đang giải quyết quá hạn"),
          Map.entry("openUndated", "đang giải quyết không hẹn ngày"),
          Map.entry("suspended", "tạm dừng"),
          Map.entry("II.06a", "cách gộp của biểu II.06a"));

  private MetricNames() {}

  /** A level. */
  public static String level(String level) {
    return LEVELS.getOrDefault(level, level);
  }

  /** A printed metric. */
  public static String metric(String metric) {
    return METRICS.getOrDefault(metric, metric);
  }

  /** Columns joined by a plus. */
  static String columns(String joined) {
    return List.of(joined.split("\\+")).stream()
        .map(MetricNames::column)
        .collect(Collectors.joining(" + "));
  }

  static String columnList(List<String> columns) {
    return columns.stream().map(MetricNames::column).collect(Collectors.joining(", "));
  }

  /** A column of a report row. */
  public static String column(String column) {
    return COLUMNS.getOrDefault(column, column);
  }
}
