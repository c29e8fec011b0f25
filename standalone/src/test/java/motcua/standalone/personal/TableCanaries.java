package motcua.standalone.personal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An office's export: columns nobody maps hold canaries, and so do broken cells of mapped ones. */
final class TableCanaries {
  static final String MAPPING =
      """
      version: 1
      source: h99-tables
      rows: event
      fields:
        dossierId: Mã hồ sơ
        unit: {column: Đơn vị, codes: {Xã Mẫu Sơn: H99.31.07}}
        procedure: Thủ tục
        channel: {constant: DIRECT}
      events:
        - fields: {type: {constant: RECEIVED}, occurredAt: Tiếp nhận, recordedAt: Tiếp nhận}
        - when: {present: Lý do chờ}
          fields: {type: {constant: SUSPENDED}, occurredAt: Tiếp nhận, recordedAt: Tiếp nhận, reason: Lý do chờ}
        - when: {present: Trả qua mạng}
          fields: {type: {constant: FEE_PAID}, occurredAt: Tiếp nhận, recordedAt: Tiếp nhận, online: Trả qua mạng}
      """;

  private static final String DAY = "03/08/2026 08:00";

  private final Canaries canaries;

  TableCanaries(Canaries canaries) {
    this.canaries = canaries;
  }

  /** Header and rows; cells are never null. */
  List<List<String>> rows(String where) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "Mã hồ sơ",
            "Người nộp",
            "Số giấy tờ",
            "Đơn vị",
            "Thủ tục",
            "Tiếp nhận",
            "Lý do chờ",
            "Trả qua mạng",
            "Ghi chú " + canaries.text(where + ".header")));
    rows.add(row(where, "T-1", "Xã Mẫu Sơn", "1.990001", DAY, "", "x"));
    rows.add(row(where, "T-2", "Xã Mẫu Sơn", "1.990001", DAY, canaries.text(where + ".why"), ""));
    rows.add(row(where, canaries.identity(), "Xã Mẫu Sơn", "1.990001", DAY, "", ""));
    rows.add(row(where, "T-4", canaries.text(where + ".unit"), "1.990001", DAY, "", ""));
    rows.add(row(where, "T-5", "Xã Mẫu Sơn", canaries.mail(where + ".procedure"), DAY, "", ""));
    rows.add(row(where, "T-6", "Xã Mẫu Sơn", "Gọi " + canaries.spacedPhone(), DAY, "", ""));
    rows.add(row(where, "T-7", "Xã Mẫu Sơn", "1", canaries.text(where + ".date"), "", ""));
    rows.add(row(where, "T-8", "Xã Mẫu Sơn", "1", DAY, "", canaries.text(where + ".truth")));
    String tooLong = canaries.text(where + ".tooLong") + "x".repeat(600);
    rows.add(row(where, "T-9", "Xã Mẫu Sơn", tooLong, DAY, "", ""));
    rows.add(row(where, "", "Xã Mẫu Sơn", "1", DAY, "", ""));
    return rows;
  }

  private List<String> row(String where, String... mapped) {
    String here = where + ".row" + mapped[0].replaceAll("\\W", "");
    List<String> cells = new ArrayList<>(Arrays.asList(mapped));
    cells.add(1, canaries.text(here + ".person") + "\nvà vợ");
    cells.add(2, canaries.identity());
    cells.add(canaries.text(here + ".note"));
    return cells;
  }

  /** As CSV. */
  static String csv(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().collect(Collectors.joining("\";\"", "\"", "\"")))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
