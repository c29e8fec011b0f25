package motcua.standalone.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** One unit over time, its lists, and what leads from them. */
@Timeout(300)
@Tag("page")
@ExtendWith(PageStage.Shared.class)
class UnitViewIT {
  private static final String UNIT = "don-vi?scope=" + PageHistory.LATE_UNIT;

  @Test
  void shouldDrawTheSeriesOfTheApiAndTellItAsATable(PageStage stage) throws Exception {
    String path = "/api/units/" + PageHistory.LATE_UNIT + "/series?ratio=late&";
    try (Visit visit = Visit.to(stage, Screen.DESK, UNIT)) {
      assertPoints(visit, stage.api(path + "days=30"));
      assertTrue(chartLabel(visit).startsWith("Tỷ lệ trễ hạn, từ "), chartLabel(visit));
      assertTrue(chartLabel(visit).contains("ngưỡng 5%"), chartLabel(visit));
      assertEquals(1, visit.page().locator(".chart canvas").count());
      visit.picture("unit");

      choose(visit, "window", "LEGAL_QUARTER");
      assertPoints(visit, stage.api(path + "toDate=LEGAL_QUARTER"));
      choose(visit, "ratio", "componentsDigitised");
      visit.page().waitForSelector(".chart[aria-label^='Số hóa thành phần hồ sơ, từ ']");
      assertTrue(visit.page().url().contains("window=LEGAL_QUARTER&ratio=componentsDigitised"));
      visit.page().reload();
      visit.ready();
      assertEquals("LEGAL_QUARTER", visit.page().locator("select[name=window]").inputValue());
    }
  }

  private static String chartLabel(Visit visit) {
    return visit.page().locator(".chart").getAttribute("aria-label");
  }

  private static void choose(Visit visit, String name, String value) {
    visit.page().locator("select[name=" + name + "]").selectOption(value);
  }

  /** The latest day stands first in the table. */
  private static void assertPoints(Visit visit, JsonNode series) {
    JsonNode points = series.get("points");
    String rows = "details.points tbody tr";
    visit
        .page()
        .waitForFunction(
            "([rows, count]) => document.querySelectorAll(rows).length === count",
            List.of(rows, points.size()));
    JsonNode last = points.get(points.size() - 1);
    assertTrue(last.get("denominator").asLong() > 0, "the history has no late rate");
    String text = visit.page().locator(rows).first().textContent().replaceAll("\\s+", " ");
    assertTrue(text.contains(Printed.percent(last)), text);
  }

  @Test
  void shouldListWhatIsOverdueAndLeadToEachDossier(PageStage stage) throws Exception {
    JsonNode overdue = stage.api("/api/overdue?scope=H99");
    try (Visit visit = Visit.to(stage, Screen.DESK, "don-vi?scope=H99")) {
      String rows = "section[aria-labelledby=list-overdue] tbody tr";
      assertEquals(Printed.count(overdue.get("total")), visit.text("#list-overdue .count"));
      assertTrue(overdue.get("total").asInt() > 10, "one page holds all: " + overdue.get("total"));
      assertEquals(10, visit.page().locator(rows).count());
      JsonNode first = overdue.at("/dossiers/0");
      assertEquals(first.get("dossierId").asText(), visit.text(rows + " th"));
      String href = visit.page().locator(rows + " th a").first().getAttribute("href");
      assertTrue(href.startsWith("#/ho-so?") && href.contains("source=h99"), href);

      visit.page().click("section[aria-labelledby=list-overdue] nav button:text-is('Sau')");
      String eleventh = overdue.at("/dossiers/10/dossierId").asText();
      visit.page().waitForSelector(rows + " th:has-text('" + eleventh + "')");
    }
  }

  @Test
  void shouldSplitByFieldAndByProcedure(PageStage stage) {
    try (Visit visit = Visit.to(stage, Screen.DESK, UNIT + "&window=LEGAL_QUARTER")) {
      Page page = visit.page();
      assertEquals(3, page.locator("section[aria-labelledby=breakdown] tbody tr").count());
      choose(visit, "by", "procedure");
      page.waitForSelector("section[aria-labelledby=breakdown] th:text-is('1.990001')");
      assertTrue(page.url().contains("by=procedure"), page.url());
    }
  }

  @Test
  void shouldSpeakBothLanguagesInBothThemesOnEveryScreen(PageStage stage) {
    for (Screen screen : Screen.ALL) {
      String language = screen.scheme() == ColorScheme.DARK ? "en" : "vi";
      try (Visit visit = Visit.to(stage, screen.speaking(language), UNIT)) {
        assertEquals(
            language.equals("vi") ? "Theo thời gian" : "Over time", visit.text("h2"), "first part");
        visit.assertFits();
        visit.picture("unit");
      }
    }
  }
}
