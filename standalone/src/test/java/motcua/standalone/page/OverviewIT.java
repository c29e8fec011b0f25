package motcua.standalone.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first page: its figures are the API's, and they move when something happens. */
@Timeout(300)
@Tag("page")
@ExtendWith(PageStage.Shared.class)
class OverviewIT {
  private static final int EVENTS = 9;

  @Test
  void shouldShowTheFiguresOfTheApi(PageStage stage) throws Exception {
    JsonNode said = stage.api("/api/overview");
    JsonNode quarter = said.at("/windows/LEGAL_QUARTER");
    try (Visit visit = Visit.to(stage, Screen.DESK, "tong-quan")) {
      assertEquals(Printed.count(said.at("/today/received")), figure(visit, "received"));
      assertEquals(Printed.count(said.at("/open/inProgress")), figure(visit, "inProgress"));
      assertEquals(Printed.count(said.at("/open/dueSoon")), figure(visit, "dueSoon"));
      assertEquals(Printed.count(said.at("/open/overdue")), figure(visit, "overdue"));
      for (String ratio : List.of("late", "componentsDigitised", "resultsDigitised")) {
        assertEquals(Printed.percent(quarter.get(ratio)), figure(visit, ratio));
      }
      assertTrue(said.at("/open/overdue").asLong() > 0, "nothing is overdue in the history");
      assertTrue(said.at("/open/dueSoon").asLong() > 0, "nothing is due soon in the history");
      assertTrue(visit.text("[data-tile=late]").contains("vượt ngưỡng 5%"));
      assertUnits(visit, said.get("units"));
      visit.picture("overview");
    }
  }

  private static void assertUnits(Visit visit, JsonNode units) {
    List<String> codes = new ArrayList<>();
    for (JsonNode unit : units) {
      codes.add(unit.get("unit").asText());
      String row = visit.text(row(unit.get("unit").asText()));
      assertTrue(row.contains(unit.get("name").asText()), row);
      assertTrue(row.contains(Printed.percent(unit.get("late"))), row);
    }
    assertEquals(
        List.of(PageHistory.LATE_UNIT, PageHistory.PUNCTUAL_UNIT, PageHistory.IDLE_UNIT), codes);
    assertEquals(
        codes,
        visit.page().locator("tr[data-unit]").evaluateAll("rows => rows.map(r => r.dataset.unit)"));
    assertNoDataIsNotZero(visit);
  }

  /** Nobody came to the third unit. */
  private static void assertNoDataIsNotZero(Visit visit) {
    String idle = visit.text(row(PageHistory.IDLE_UNIT));
    assertTrue(idle.startsWith("–"), "it has no rank: " + idle);
    assertEquals(3, idle.split(Printed.NO_DATA, -1).length - 1, idle);
    assertFalse(idle.contains("0,00%") || idle.contains("100"), idle);
  }

  @Test
  void shouldMoveWithinASecondOfAnEventAndLeaveTheReaderWhereTheyAre(PageStage stage)
      throws Exception {
    try (Visit visit = Visit.to(stage, Screen.DESK.wide(1280, 500), "tong-quan");
        LiveEvent event = new LiveEvent(stage.motcua())) {
      Page page = visit.page();
      page.waitForSelector(".connection.live");
      Locator link = page.locator(row(PageHistory.PUNCTUAL_UNIT) + " th a").first();
      link.focus();
      page.evaluate("scrollTo(0, 200)");
      long[] millis = new long[EVENTS];
      for (int sent = 0; sent < EVENTS; sent++) {
        millis[sent] = millisUntilSeen(visit, event);
      }
      Arrays.sort(millis);
      System.out.println("figures moved after " + Arrays.toString(millis) + " ms");
      assertTrue(
          millis[EVENTS / 2] <= 1_000, "figures moved after " + Arrays.toString(millis) + " ms");

      assertEquals(true, link.evaluate("link => link === document.activeElement"));
      assertEquals(200, ((Number) page.evaluate("scrollY")).intValue());
      assertEquals("", page.locator("#announcement").innerText(), "it is read out");
      page.waitForSelector("[data-tile=received] .figure:not(.moved)");
      assertNoDataIsNotZero(visit);
    }
  }

  private static long millisUntilSeen(Visit visit, LiveEvent event) throws Exception {
    String before = figure(visit, "received");
    event.received(PageHistory.PUNCTUAL_UNIT);
    long sent = System.nanoTime();
    visit
        .page()
        .waitForFunction(
            "before => document.querySelector('[data-tile=received] .figure').innerText !== before",
            before,
            new Page.WaitForFunctionOptions().setPollingInterval(10));
    long millis = (System.nanoTime() - sent) / 1_000_000;
    String classes = visit.page().locator("[data-tile=received] .figure").getAttribute("class");
    assertTrue(classes.contains("moved"), classes);
    return millis;
  }

  /** The units come a little later than the figures above them. */
  @Test
  void shouldBringTheUnitsUpToDate(PageStage stage) throws Exception {
    try (Visit visit = Visit.to(stage, Screen.DESK, "tong-quan");
        LiveEvent event = new LiveEvent(stage.motcua())) {
      visit.page().waitForSelector(".connection.live");
      String open = row(PageHistory.PUNCTUAL_UNIT) + " td:nth-child(5)";
      String before = visit.text(open);
      event.received(PageHistory.PUNCTUAL_UNIT);
      visit
          .page()
          .waitForFunction(
              "([cell, before]) => document.querySelector(cell).innerText.trim() !== before",
              List.of(open, before));
      assertNotEquals(before, visit.text(open));
    }
  }

  @Test
  void shouldLeadToTheDossiersBehindAFigure(PageStage stage) {
    try (Visit visit = Visit.to(stage, Screen.DESK, "tong-quan?scope=H99")) {
      assertTrue(href(visit, "[data-tile=overdue] a").endsWith("don-vi?scope=H99&list=overdue"));
      assertTrue(href(visit, "[data-tile=dueSoon] a").endsWith("don-vi?scope=H99&list=due"));
      assertTrue(href(visit, "[data-tile=received] a").contains("bao-cao?scope=H99"));
      visit.page().click("[data-tile=overdue] a");
      visit.page().waitForSelector("body[data-view=don-vi][data-state=ready]");
      visit.page().waitForFunction("document.activeElement.id === 'list-overdue'");
    }
  }

  @Test
  void shouldSpeakBothLanguagesInBothThemesOnEveryScreen(PageStage stage) {
    for (Screen screen : Screen.ALL) {
      for (String language : List.of("vi", "en")) {
        try (Visit visit = Visit.to(stage, screen.speaking(language), "tong-quan?scope=H99")) {
          assertTrue(visit.text("h1").startsWith(language.equals("vi") ? "Tổng quan" : "Overview"));
          assertEquals(language, visit.page().locator("html").getAttribute("lang"));
          String ground =
              screen.scheme() == ColorScheme.DARK ? "rgb(16, 22, 29)" : "rgb(255, 255, 255)";
          assertEquals(
              ground, visit.page().evaluate("getComputedStyle(document.body).backgroundColor"));
          visit.assertFits();
          visit.picture("overview");
        }
      }
    }
  }

  private static String figure(Visit visit, String tile) {
    return visit.text("[data-tile=" + tile + "] .figure");
  }

  private static String row(String unit) {
    return "tr[data-unit='" + unit + "']";
  }

  private static String href(Visit visit, String selector) {
    return visit.page().locator(selector).getAttribute("href");
  }
}
