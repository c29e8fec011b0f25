package motcua.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.core.form.FormPreset;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.ReportRow;
import motcua.core.policy.Policy;
import motcua.readmodel.Breakdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportJsonTest {
  private static final String FIGURES =
      "\"carriedOver\":5,\"received\":1,\"receivedOnline\":1,\"receivedDirect\":0,\"receivedPostal\":0,"
          + "\"transferredIn\":0,\"transferredOut\":2,\"closedEarly\":0,\"closedOnTime\":1,\"closedLate\":0,\"closedUndated\":0,"
          + "\"refused\":1,\"withdrawn\":0,\"openInTime\":1,\"openOverdue\":0,\"openUndated\":0,\"suspended\":1,"
          + "\"componentsDigitised\":0,\"componentsPartial\":0,\"resultsDigitised\":0,\"feePaid\":0,\"feePaidOnline\":0,"
          + "\"lateApologised\":0,\"lateFirstDue\":0,\"sameDay\":0,"
          + "\"ratios\":{\"onTime\":{\"numerator\":1,\"denominator\":1},\"late\":{\"numerator\":0,\"denominator\":1},"
          + "\"overdueOpen\":{\"numerator\":0,\"denominator\":1},\"componentsDigitised\":{\"numerator\":0,\"denominator\":1},"
          + "\"resultsDigitised\":{\"numerator\":0,\"denominator\":1},\"online\":{\"numerator\":1,\"denominator\":1},"
          + "\"paidOnline\":{\"numerator\":0,\"denominator\":0},\"apologised\":{\"numerator\":0,\"denominator\":0}}";
  private static final String HEAD =
      "{\"scope\":\"ALL\",\"from\":\"2024-07-01\",\"to\":\"2024-07-31\",\"knownOn\":null,\"now\":\"2024-09-15T00:00:00+07:00\","
          + "\"policy\":{\"name\":\"default\",\"timeliness\":\"DAY\",\"closes\":\"COMPLETED_OR_RETURNED\",\"supplement\":\"AS_REPORTED\"},"
          + "\"versions\":{\"unitTree\":\"t\",\"calendar\":\"c\",\"procedures\":\"p\"},";
  private static final String TAIL = "\"deadLetters\":[],\"marks\":[]}";

  @Test
  void shouldPrintNoFormUnlessAskedFor() {
    assertEquals(
        HEAD
            + "\"rows\":[{\"unit\":\"H1\",\"name\":\"Xã Một\","
            + FIGURES
            + "}],\"total\":{"
            + FIGURES
            + "},"
            + TAIL,
        text(ReportJson.bytes(report(null))));
  }

  @Test
  void shouldPrintTheFormWithItsColumnsNotesAndFigures() {
    String printed =
        ",\"printed\":{\"receivedTotal\":4,\"receivedOnline\":1,\"receivedDirectPostal\":0,\"carriedOverWithTransfers\":3,"
            + "\"finishedTotal\":2,\"closedEarly\":0,\"closedOnTimeOrNotDue\":2,\"closedLate\":0,"
            + "\"openTotal\":2,\"openInTimeOrNotDue\":2,\"openOverdue\":0}";
    assertEquals(
        HEAD
            + "\"form\":{\"preset\":\"II.06a\",\"title\":\"Biểu số II.06a/VPCP/KSTT\",\"notes\":[\""
            + String.join("\",\"", FormPreset.II_06A.notes())
            + "\"],\"paragraphs\":[\"Tổng số hồ sơ tiếp nhận từ ngày 01/07/2024 đến ngày 31/07/2024: 4 hồ sơ, gồm trực tuyến 1; trực tiếp, bưu chính 0; từ kỳ trước 3.\","
            + "\"Đã giải quyết: 2 hồ sơ, gồm trước hạn 0; đúng hạn 2; quá hạn 0. Tỷ lệ đúng hạn và trước hạn 100,00%, tỷ lệ quá hạn 0,00%, tính trên 1 hồ sơ đã giải quyết có ngày hẹn trả.\","
            + "\"Đang giải quyết: 2 hồ sơ, gồm trong hạn 2; quá hạn 0.\","
            + "\"Hồ sơ tiếp nhận trực tuyến đạt 100,00%; hồ sơ có thành phần được số hóa đạt 0,00%; kết quả được số hóa đạt 0,00%; thanh toán trực tuyến đạt không có số liệu; hồ sơ quá hạn có phiếu xin lỗi đạt không có số liệu.\"],\"columns\":["
            + column(
                "receivedTotal",
                3,
                "tiếp nhận",
                "Tổng số",
                "\"carriedOver\",\"received\",\"transferredIn\"",
                "\"transferredOut\"")
            + column("receivedOnline", 4, "tiếp nhận", "Trực tuyến", "\"receivedOnline\"", "")
            + column(
                "receivedDirectPostal",
                5,
                "tiếp nhận",
                "Trực tiếp, bưu chính",
                "\"receivedDirect\",\"receivedPostal\"",
                "")
            + column(
                "carriedOverWithTransfers",
                6,
                "tiếp nhận",
                "Từ kỳ trước",
                "\"carriedOver\",\"transferredIn\"",
                "\"transferredOut\"")
            + column(
                "finishedTotal",
                7,
                "đã giải quyết",
                "Tổng số",
                "\"closedEarly\",\"closedOnTime\",\"closedLate\",\"closedUndated\",\"refused\",\"withdrawn\"",
                "")
            + column("closedEarly", 8, "đã giải quyết", "Trước hạn", "\"closedEarly\"", "")
            + column(
                "closedOnTimeOrNotDue",
                9,
                "đã giải quyết",
                "Đúng hạn",
                "\"closedOnTime\",\"closedUndated\",\"refused\",\"withdrawn\"",
                "")
            + column("closedLate", 10, "đã giải quyết", "Quá hạn", "\"closedLate\"", "")
            + column(
                "openTotal",
                11,
                "đang giải quyết",
                "Tổng số",
                "\"openInTime\",\"openOverdue\",\"openUndated\",\"suspended\"",
                "")
            + column(
                "openInTimeOrNotDue",
                12,
                "đang giải quyết",
                "Trong hạn",
                "\"openInTime\",\"openUndated\",\"suspended\"",
                "")
            + column("openOverdue", 13, "đang giải quyết", "Quá hạn", "\"openOverdue\"", "")
                .replaceAll(",$", "")
            + "]},\"rows\":[{\"unit\":\"H1\",\"name\":\"Xã Một\","
            + FIGURES
            + printed
            + "}],\"total\":{"
            + FIGURES
            + printed
            + "},"
            + TAIL,
        text(ReportJson.bytes(report(FormPreset.II_06A))));
  }

  @ParameterizedTest
  @EnumSource
  void shouldKeepTheCanonicalBodyWithoutTheForm(FormPreset form) {
    assertArrayEquals(
        ReportJson.canonicalBytes(report(null)), ReportJson.canonicalBytes(report(form)));
  }

  @Test
  void shouldPrintEachOfSeveralReportsInItsOwnForm() {
    Map<String, Report> reports = new LinkedHashMap<>();
    reports.put("a", report(FormPreset.STRICT));
    reports.put("b", report(null));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    ReportJson.writeAll(reports, out);

    String json = text(out.toByteArray());
    int second = json.indexOf("{\"id\":\"b\"");
    assertEquals(json.indexOf("\"form\":{\"preset\":\"strict\""), json.lastIndexOf("\"form\""));
    assertFalse(json.substring(second).contains("printed"), json);
  }

  private static String column(
      String code, int number, String group, String heading, String of, String less) {
    return "{\"code\":\"%s\",\"number\":%d,\"group\":\"Số lượng hồ sơ %s\",\"heading\":\"%s\",\"of\":[%s],\"less\":[%s]},"
        .formatted(code, number, group, heading, of, less);
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  private static Report report(FormPreset form) {
    ReportRow row =
        ReportRow.of(
            Amounts.of(Measure.OPEN_IN_TIME, 4).plus(Measure.OPEN_OVERDUE, 1),
            Amounts.of(Measure.RECEIVED_ONLINE, 1)
                .plus(Measure.TRANSFERRED_OUT, 2)
                .plus(Measure.CLOSED_ON_TIME, 1)
                .plus(Measure.REFUSED, 1)
                .plus(Measure.OPEN_IN_TIME, -3)
                .plus(Measure.OPEN_OVERDUE, -1)
                .plus(Measure.SUSPENDED, 1));
    return new Report(
        new ReportRequest(
            "ALL",
            LocalDate.parse("2024-07-01"),
            LocalDate.parse("2024-07-31"),
            null,
            Breakdown.NONE,
            form),
        Instant.parse("2024-09-14T17:00:00Z"),
        Policy.DEFAULT,
        new Report.Versions("t", "c", "p"),
        List.of(new PrintedRow("H1", "Xã Một", "", row)),
        row,
        List.of(),
        List.of());
  }
}
