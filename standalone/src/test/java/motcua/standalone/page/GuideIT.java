package motcua.standalone.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The guide: its pictures are taken of the running page ({@code -Dmotcua.guide.write=true} puts
 * them where the page has them), it shows each of them, and leads nowhere wrong.
 */
@Timeout(300)
@Tag("page")
@ExtendWith(PageStage.Shared.class)
class GuideIT {
  private static final Path TAKEN = Path.of("target/guide");
  private static final Path KEPT = Path.of("../streams-app/src/main/resources/web/guide");
  private static final String PERIOD = "bao-cao?scope=H99&from=2026-07-01&to=2026-08-31";

  @Test
  void shouldHaveAPictureOfWhatItTells(PageStage stage) throws IOException {
    try (Visit visit = Visit.to(stage, Screen.DESK, "tong-quan?scope=H99")) {
      take(visit, "tong-quan");
      visit.go("don-vi?scope=" + PageHistory.LATE_UNIT);
      visit.page().locator(".chart canvas").first().waitFor();
      take(visit, "don-vi");
      visit.go("ho-so?id=" + PageHistory.LATE_UNIT + "-26-0000");
      take(visit, "ho-so");
      visit.go("nguon-du-lieu?scope=H99");
      take(visit, "nguon-du-lieu");
      reports(visit);
      alerts(visit);
    }
    try (Visit visit = Visit.to(stage, Screen.DESK.wide(1280, 720), "man-hinh?scope=H99")) {
      take(visit, "man-hinh");
    }
    assertEquals(pictures(TAKEN), pictures(KEPT));
  }

  private static void reports(Visit visit) {
    Page page = visit.page();
    visit.go(PERIOD + "&form=II.06a");
    take(visit, "bao-cao");
    page.locator("tfoot td[data-label^='(3)'] button").click();
    page.waitForSelector("dialog.drill[open] .dossiers a");
    take(visit, "ho-so-sau-con-so");
    page.keyboard().press("Escape");
    page.fill(".make input[name=author]", "Phòng Nội vụ");
    page.click(".make .publish");
    page.waitForSelector(".make .done:has-text('Đã công bố báo cáo số')");
    page.click(".make .done a");
    page.waitForSelector(".downloads");
    take(visit, "cong-bo");
    visit.go("doi-chieu?scope=H99&period=2026-Q3&calendar=legal");
    page.locator(".typed-line select").first().selectOption("received_total");
    page.locator(".typed-line input").first().fill("141");
    page.click("form.reconcile button[type=submit]");
    page.waitForSelector(".statement");
    page.locator(".summary").scrollIntoViewIfNeeded();
    take(visit, "doi-chieu");
  }

  private static void alerts(Visit visit) {
    visit.go("canh-bao?scope=H99");
    visit.page().locator("article button:text-is('Nhận xử lý')").first().waitFor();
    take(visit, "canh-bao");
    visit.page().locator("article button:text-is('Nhận xử lý')").first().click();
    visit.page().waitForSelector("dialog.act[open]");
    take(visit, "nhan-xu-ly");
  }

  private static void take(Visit visit, String name) {
    visit.page().screenshot(new Page.ScreenshotOptions().setPath(TAKEN.resolve(name + ".png")));
  }

  /** Names of the pictures; where they are to be kept, those just taken are put there first. */
  private static TreeSet<String> pictures(Path folder) throws IOException {
    if (folder.equals(KEPT) && Boolean.getBoolean("motcua.guide.write")) {
      for (String name : pictures(TAKEN)) {
        Files.copy(TAKEN.resolve(name), KEPT.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    TreeSet<String> names = new TreeSet<>();
    try (var files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".png"))
          .forEach(names::add);
    }
    return names;
  }

  @Test
  void shouldShowEveryPictureAndFitEverybody(PageStage stage) throws IOException {
    for (Screen screen : List.of(Screen.DESK, Screen.DESK.wide(360, 740).in(ColorScheme.DARK))) {
      try (BrowserContext context = stage.browser().newContext(screen.options())) {
        Page page = context.newPage();
        page.navigate(stage.url() + "#/tong-quan");
        page.click("nav a[href='guide/index.html']");
        page.waitForURL("**/guide/index.html");
        // Those below the fold wait for a reader.
        page.locator("img").evaluateAll("images => images.forEach(i => { i.loading = 'eager'; })");
        page.waitForFunction("() => [...document.images].every(i => i.complete)");
        assertEquals(
            List.of(),
            page.locator("img")
                .evaluateAll("is => is.filter(i => !i.naturalWidth).map(i => i.src)"));
        assertEquals(
            pictures(KEPT),
            new TreeSet<>(
                (List<?>)
                    page.locator("img").evaluateAll("is => is.map(i => i.getAttribute('src'))")));
        assertEquals(
            List.of(),
            page.locator("nav a[href^='#']")
                .evaluateAll("as => as.map(a => a.hash).filter(h => !document.querySelector(h))"));
        Object width = page.evaluate("document.documentElement.scrollWidth");
        assertTrue(((Number) width).intValue() <= screen.width(), screen + ": " + width);
        Accessibility.assertFit(page, "guide " + screen.name());
      }
    }
  }
}
