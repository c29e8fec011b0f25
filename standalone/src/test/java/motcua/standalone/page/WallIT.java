package motcua.standalone.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The screen on the wall of the operations room. */
@Timeout(300)
@Tag("page")
@ExtendWith(PageStage.Shared.class)
class WallIT {
  private static final Screen WALL = Screen.DESK.wide(1920, 1080).in(ColorScheme.DARK);
  private static final String ROUTE = "man-hinh?scope=H99";

  @Test
  void shouldShowBigFiguresWithoutTheFrame(PageStage stage) throws Exception {
    JsonNode said = stage.api("/api/overview?scope=H99");
    try (Visit visit = Visit.to(stage, WALL, ROUTE)) {
      Page page = visit.page();
      assertFalse(page.locator("nav").first().isVisible(), "the frame stands there");
      assertTrue(page.locator(".freshness").isVisible(), "nobody sees how old the figures are");
      assertEquals(
          Printed.count(said.at("/open/overdue")), visit.text("[data-tile=overdue] .figure"));
      Object size =
          page.evaluate(
              "parseFloat(getComputedStyle(document.querySelector('.wall .figure')).fontSize)");
      assertTrue(((Number) size).doubleValue() >= 72, "figures of " + size + " px");
      visit.assertFits();
      assertEquals(true, page.evaluate("document.documentElement.scrollHeight <= innerHeight"));
      visit.picture("wall");
    }
  }

  @Test
  void shouldTurnItsPagesUntilToldToStop(PageStage stage) {
    try (Visit visit = opened(stage, WALL)) {
      Page page = visit.page();
      assertEquals("trang 1 / 3", visit.text(".wall-page"));
      page.clock().runFor(15_100);
      assertEquals("trang 2 / 3", visit.text(".wall-page"));
      assertEquals(
          true, page.evaluate("document.documentElement.scrollHeight <= innerHeight"), "it is cut");
      visit.picture("wall-pages");
      page.keyboard().press("Space");
      assertEquals("Tự lật trang", visit.text("[data-act=pause]"));
      page.clock().runFor(60_000);
      assertEquals("trang 2 / 3", visit.text(".wall-page"), "it turned though told to stop");
      page.keyboard().press("ArrowRight");
      assertEquals("trang 3 / 3", visit.text(".wall-page"));
      page.keyboard().press("Escape");
      page.waitForSelector("body[data-view=tong-quan]");
    }
  }

  @Test
  void shouldNotTurnByItselfForThoseWhoAskedForLessMotion(PageStage stage) {
    try (Visit visit = opened(stage, WALL.still())) {
      visit.page().clock().runFor(60_000);
      assertEquals("trang 1 / 3", visit.text(".wall-page"));
      visit.page().click("[data-act=pause]");
      visit.page().clock().runFor(15_100);
      assertEquals("trang 2 / 3", visit.text(".wall-page"));
    }
  }

  /** As if there were many units: the three there are, seven times; and a clock that tests turn. */
  private static Visit opened(PageStage stage, Screen screen) {
    return Visit.to(
        stage,
        screen,
        ROUTE,
        page -> {
          page.clock().install();
          page.route("**/api/overview*", WallIT::manyUnits);
        });
  }

  private static void manyUnits(Route route) {
    APIResponse answer = route.fetch();
    try {
      ObjectNode overview = (ObjectNode) new ObjectMapper().readTree(answer.text());
      ArrayNode units = (ArrayNode) overview.get("units");
      List<JsonNode> there = List.copyOf(units.valueStream().toList());
      for (int time = 1; time < 7; time++) {
        for (JsonNode unit : there) {
          ObjectNode copy = unit.deepCopy();
          units.add(copy.put("unit", unit.get("unit").asText() + "." + time));
        }
      }
      route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(overview.toString()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void shouldFitEveryScreen(PageStage stage) {
    for (Screen screen : Screen.ALL) {
      try (Visit visit = Visit.to(stage, screen, ROUTE)) {
        visit.assertFits();
        visit.picture("wall");
      }
    }
  }
}
