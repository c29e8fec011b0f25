package motcua.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import org.junit.jupiter.api.Test;

/** What heads read. */
class LetterTest {
  private static final Instant AT = Instant.parse("2026-03-10T03:00:00Z");

  private static AlertFacts facts(
      Transition.Kind kind, Severity severity, Transition.Reason reason, String unit) {
    var step =
        new Transition(
            "late@1",
            "H",
            "LEGAL_QUARTER",
            LocalDate.of(2025, 12, 15),
            1,
            kind,
            severity,
            reason,
            new AlertFigures(1_865, 17_594, 1_200, 310),
            Transition.CLOCK,
            AT,
            false,
            null,
            null);
    return new AlertFacts(
        step,
        unit,
        new BigDecimal("0.05"),
        new BigDecimal("0.045"),
        Optional.of(new LateField("Đất đai", 1_668, 1_865)),
        List.of(
            new OpenDossier("HS-1", "Xã X", AT.minusSeconds(86_400), true),
            new OpenDossier("HS-2", "Xã X", AT.plusSeconds(86_400), false)),
        Optional.of("http://127.0.0.1:8080/#/canh-bao?scope=H&x=1"));
  }

  @Test
  void shouldSayWhatHowManyHowSureAndWhatToDo() {
    Message message =
        AlertLetter.of(facts(Transition.Kind.RAISED, Severity.SURE, null, "Huyện Đắk Song"));

    assertEquals(
        "[Một cửa] Huyện Đắk Song: trễ hạn 10,60% – chắc chắn vượt ngưỡng 5%", message.subject());
    assertEquals(
        """
        Huyện Đắk Song: trễ hạn 10,60% – chắc chắn vượt ngưỡng 5%.

        Từ ngày 15/12/2025 đến 10:00 ngày 10/03/2026: 1.865 trên 17.594 hồ sơ đã trả kết quả bị trễ hạn, tỷ lệ 10,60% (ngưỡng 5%).

        Ngưỡng 5% cho phép 879 hồ sơ trễ hạn, đã dùng 1.865, vượt 986 hồ sơ.

        Đang giải quyết: 1.200 trong hạn, 310 quá hạn. Nếu mọi hồ sơ còn trong hạn được trả đúng hạn, tỷ lệ trễ hạn vẫn là 11,39%.

        Nhiều nhất ở lĩnh vực Đất đai: 1.668 trên 1.865 hồ sơ trễ hạn.

        Hồ sơ cần giải quyết trước:
        - HS-1: quá hạn từ 10:00 ngày 09/03/2026
        - HS-2: hạn trả 10:00 ngày 11/03/2026

        Xem chi tiết: http://127.0.0.1:8080/#/canh-bao?scope=H&x=1
        """,
        message.plain());
  }

  @Test
  void shouldEscapeInHtmlWhatFilesSay() {
    Message message =
        AlertLetter.of(
            facts(Transition.Kind.RAISED, Severity.SURE, null, "Xã <script>\"'&\r\nBcc: x"));

    assertFalse(message.html().contains("<script>"), message.html());
    assertTrue(message.html().contains("Xã &lt;script&gt;&quot;&#39;&amp;"), message.html());
    assertTrue(message.html().contains("scope=H&amp;x=1"), message.html());
    assertFalse(message.subject().contains("\n"), message.subject());
  }

  @Test
  void shouldSayWhyAnAlertEndedAndAskForNothingMore() {
    Message message =
        AlertLetter.of(
            facts(
                Transition.Kind.CLEARED,
                Severity.SURE,
                Transition.Reason.RECOVERED,
                "Huyện Đắk Song"));

    assertTrue(
        message.plain().contains("Cảnh báo kết thúc vì tỷ lệ đã về mức 4,5% hoặc thấp hơn."),
        message.plain());
    assertFalse(message.plain().contains("HS-1"), message.plain());
  }

  @Test
  void shouldListAlertsAndDossiersDueSoonInADigest() {
    var digest =
        new DigestFacts(
            LocalDate.of(2026, 3, 11),
            List.of(facts(Transition.Kind.RAISED, Severity.LIKELY, null, "Xã X")),
            List.of(new OpenDossier("HS-2", "Xã X", AT.plusSeconds(86_400), false)),
            21,
            3,
            Optional.empty());

    Message message = DigestLetter.of(digest);

    assertEquals(
        "[Một cửa] Tổng hợp ngày 11/03/2026: 1 thông báo, 21 hồ sơ sắp đến hạn", message.subject());
    assertEquals(
        """
        Tổng hợp ngày 11/03/2026.

        Thông báo:
        - Xã X: trễ hạn 10,60% – có khả năng vượt ngưỡng 5% (1.865 trên 17.594 hồ sơ, lúc 10:00 ngày 10/03/2026)

        21 hồ sơ đến hạn trong 3 ngày làm việc tới:
        - HS-2: hạn trả 10:00 ngày 11/03/2026 (Xã X)
        - và 20 hồ sơ khác
        """,
        message.plain());
  }
}
