package motcua.standalone.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The view of one dossier: found by its code, told as a line of time. */
@Timeout(300)
@Tag("page")
@ExtendWith(ExampleStage.Shared.class)
class DossierViewIT {
  private static final String ID = "H99.31.07-260820-0012";

  @Test
  void shouldFindADossierAndTellItsLine(ExampleStage stage) {
    try (Visit visit = Visit.to(stage, Screen.DESK, "ho-so")) {
      Page page = visit.page();
      page.fill(".find input[name=id]", " " + ID + " ");
      page.keyboard().press("Enter");
      page.waitForSelector("article.dossier");
      assertEquals("Hồ sơ " + ID, visit.text("h1"));
      assertTrue(page.url().contains("id=" + ID), page.url());
      String facts = visit.text(".facts");
      for (String said :
          List.of(
              "Tình trạng giải quyết đúng hạn",
              "Đơn vị " + ExampleStage.DESK + " H99.31.07",
              "Tiếp nhận 08:10 20/8/2026",
              "Hẹn trả 17:00 26/8/2026",
              "Có kết quả 15:42 26/8/2026")) {
        assertTrue(facts.contains(said), said + " is missing: " + facts);
      }
      List<String> days = page.locator("ol.line > li:not(.counter) time").allTextContents();
      assertEquals(List.of("20/8/2026", "26/8/2026"), days);
      assertTrue(visit.text("ol.line").contains("→ giải quyết đúng hạn"), visit.text("ol.line"));
      page.click("details.postings summary");
      assertTrue(page.locator("details.postings tbody tr").count() >= 2);
      visit.picture("dossier-open");
    }
  }

  @Test
  void shouldSayThatThereIsNone(ExampleStage stage) {
    try (Visit visit = Visit.to(stage, Screen.DESK, "ho-so?id=H0")) {
      assertTrue(visit.text(".fault").contains("Không có hồ sơ \"H0\""), visit.text(".fault"));
      assertEquals(0, visit.page().locator("article.dossier").count());
      visit.forgive(404);
    }
  }

  @Test
  void shouldFitEveryScreenInBothLanguages(ExampleStage stage) {
    for (Screen seat : Screen.ALL) {
      try (Visit visit = Visit.to(stage, seat, "ho-so?id=" + ID)) {
        visit.page().waitForSelector("article.dossier");
        assertTrue(
            visit
                .text(".facts")
                .startsWith(seat.language().equals("vi") ? "Tình trạng" : "State closed on time"));
        visit.assertScreen();
        visit.picture("dossier");
      }
    }
  }
}
