package motcua.core.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import motcua.core.form.FormPreset;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Period;
import motcua.core.period.Reckoning;
import org.junit.jupiter.api.Test;

class SummaryTextTest {
  private static final ReportRow ROW =
      ReportRow.of(
          Amounts.of(Measure.OPEN_IN_TIME, 40),
          Amounts.of(Measure.RECEIVED_ONLINE, 12_860)
              .plus(Measure.RECEIVED_DIRECT, 100)
              .plus(Measure.CLOSED_EARLY, 9_000)
              .plus(Measure.CLOSED_ON_TIME, 3_500)
              .plus(Measure.CLOSED_LATE, 250)
              .plus(Measure.REFUSED, 50)
              .plus(Measure.OPEN_IN_TIME, 150)
              .plus(Measure.OPEN_OVERDUE, 10)
              .plus(Measure.RESULTS_DIGITISED, 6_375));

  @Test
  void shouldSayTheFiguresOfFormII06aInWords() {
    List<String> text =
        SummaryText.of(FormPreset.II_06A, ROW, Period.quarter(Reckoning.LEGAL, 2024, 3));

    assertEquals(
        "Tổng số hồ sơ tiếp nhận từ ngày 15/06/2024 đến ngày 14/09/2024: 13.000 hồ sơ, gồm trực tuyến 12.860; trực tiếp, bưu chính 100; từ kỳ trước 40.",
        text.get(0));
    assertEquals(
        "Đã giải quyết: 12.800 hồ sơ, gồm trước hạn 9.000; đúng hạn 3.550; quá hạn 250. Tỷ lệ đúng hạn và trước hạn 98,04%, tỷ lệ quá hạn 1,96%, tính trên 12.750 hồ sơ đã giải quyết có ngày hẹn trả.",
        text.get(1));
    assertEquals("Đang giải quyết: 200 hồ sơ, gồm trong hạn 190; quá hạn 10.", text.get(2));
    assertEquals(
        "Hồ sơ tiếp nhận trực tuyến đạt 99,23%; hồ sơ có thành phần được số hóa đạt 0,00%; kết quả được số hóa đạt 50,00%; thanh toán trực tuyến đạt không có số liệu; hồ sơ quá hạn có phiếu xin lỗi đạt 0,00%.",
        text.get(3));
  }
}
