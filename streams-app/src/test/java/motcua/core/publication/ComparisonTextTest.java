package motcua.core.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTextTest {
  @Test
  void shouldPrintCamGiangsTableWithEveryContradictionMarked() {
    String text =
        ComparisonText.render(
            ComparisonTest.compare("Cẩm Giàng", "district", PublishedDistricts.camGiangDistrict()));

    assertEquals(
        """
        Cẩm Giàng (Hải Dương), cấp huyện, từ 01/07/2024 đến 14/09/2024
          Chỉ tiêu                                     Công bố            Sổ cái  Kết luận
          ------------------------------------------------------------------------------------
          Tổng tiếp nhận (kể cả kỳ trước chuyển sang)      969               969  khớp
              (!) 936 + 0 + 30 = 966, công bố 969: thiếu 3 không giải thích được; không nêu: đang giải quyết quá hạn, \
        đang giải quyết không hẹn ngày, tạm dừng, giải quyết không hẹn ngày, từ chối, rút hồ sơ
          Giải quyết trước hạn và đúng hạn                 936               936  khớp
          Giải quyết quá hạn                                 0                 0  khớp
          Đang giải quyết, còn hạn                          30                30  khớp
          Số hóa đầy đủ thành phần hồ sơ                99,43%  99,38% (963/969)  KHÔNG THỂ CÓ
              (!) 99,43% không là tỷ lệ của số nguyên nào trên 969, 936, 30, 966; mẫu số nhỏ nhất cho được: 174
          Sổ cái giữ 3 hồ sơ đang giải quyết không có ngày hẹn trả: đánh dấu, không đoán kết quả.
        """,
        text);
  }

  @Test
  void shouldSayWhichCountsGiveGioLinhsPercentage() {
    String text =
        ComparisonText.render(
            ComparisonTest.compare("Gio Linh", "not_stated", PublishedDistricts.gioLinh()));

    assertTrue(
        text.contains("(!) 12.347/21.849 = 56,51%, công bố 38,2%; 38,2% là 25.470/66.597"), text);
    assertTrue(text.contains("99,74% (65.965/66.136)"), text);
  }

  @Test
  void shouldPrintTheBoundsOfDakSongsOverdueOpen() {
    String text =
        ComparisonText.render(
            ComparisonTest.compare("Đắk Song", "district", PublishedDistricts.dakSong()));

    assertTrue(text.contains("3.241 (suy ra)"), text);
    assertTrue(
        text.contains(
            "(-) không tách còn hạn và quá hạn: quá hạn chưa giải quyết nằm giữa 0 và 3.241"),
        text);
    assertTrue(text.contains("89,41% (15.739/17.604)"), text);
  }

  @Test
  void shouldPartStatementsByABlankLine() {
    Comparison comparison =
        ComparisonTest.compare("Đắk Song", "district", PublishedDistricts.dakSong());

    String both = ComparisonText.render(List.of(comparison, comparison));

    assertEquals(
        ComparisonText.render(comparison) + "\n" + ComparisonText.render(comparison), both);
  }
}
