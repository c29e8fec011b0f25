package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import motcua.standalone.cli.SnapshotCommands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page over the payload examples (national-payload.md 8), in a real browser. */
@Timeout(300)
class PageIT {
  private static final Path EXAMPLES = Path.of("../docs/examples");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-09-15T08:00:00+07:00");
  private static final String HEADING = "Kết quả giải quyết hồ sơ theo đơn vị";
  private static final String DESK = "Trung tâm Phục vụ hành chính công xã Mẫu Sơn";
  private static final List<Screen> SCREENS =
      List.of(
          new Screen(360, ColorScheme.LIGHT),
          new Screen(360, ColorScheme.DARK),
          new Screen(1280, ColorScheme.LIGHT),
          new Screen(1280, ColorScheme.DARK));

  @TempDir Path folder;

  /** Width in CSS pixels. */
  private record Screen(int width, ColorScheme scheme) {
    Path screenshot(String what) {
      String name = what + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
      return SCREENSHOTS.resolve(name);
    }
  }

  /** What the browser reports about a page from its first request on. */
  private record Seen(List<String> errors, Set<String> authorities) {
    static Seen by(Page page) {
      Seen seen = new Seen(new ArrayList<>(), new TreeSet<>());
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              seen.errors.add(message.text());
            }
          });
      page.onPageError(seen.errors::add);
      page.onRequest(request -> seen.authorities.add(URI.create(request.url()).getAuthority()));
      page.onRequestFailed(request -> seen.errors.add("no answer: " + request.url()));
      page.onResponse(
          response -> {
            if (response.status() >= 400) {
              seen.errors.add(response.status() + ": " + response.url());
            }
          });
      return seen;
    }
  }

  @BeforeAll
  static void requireChromium() {
    Chromium.require();
  }

  @Test
  void shouldShowTheExamplesOnEveryScreen() throws Exception {
    Path browsers = folder.resolve("browsers");
    try (DataFolder data = DataFolder.kept(folder.resolve("data"));
        StandaloneMotcua motcua = start(data)) {
      Intake intake = new Intake("replay", Intake.RecordedAt.BACKFILL, Optional.of(NOW));
      motcua.ingest(
          List.of(
              EXAMPLES.resolve("payload-example.json"),
              EXAMPLES.resolve("payload-progress-example.json")),
          intake,
          Progress.SILENT);
      assertReferenceFilesKept(motcua.postgres().application());
      try (Playwright playwright = Chromium.driver(browsers);
          Browser browser = Chromium.launch(playwright)) {
        for (Screen screen : SCREENS) {
          check(browser, motcua.product().url(), screen);
        }
        URI url = motcua.product().url();
        SnapshotCommands.check(url, SnapshotPage.check(browser, url, folder), folder);
        AlertPage.check(browser, motcua);
      }
    }
    assertFalse(Files.exists(browsers), "a browser was downloaded");
  }

  private static void assertReferenceFilesKept(DatabaseLogin login) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.user(), login.password());
        ResultSet kinds =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT string_agg(kind, ' ' ORDER BY kind) FROM motcua.reference_version")) {
      kinds.next();
      assertEquals("holiday procedure unit unit-alias", kinds.getString(1));
    }
  }

  private static void check(Browser browser, URI url, Screen screen) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(screen.width, 800)
            .setColorScheme(screen.scheme)
            .setLocale("vi-VN")
            .setTimezoneId("Asia/Ho_Chi_Minh");
    try (BrowserContext context = browser.newContext(options)) {
      Page page = context.newPage();
      page.setDefaultTimeout(20_000);
      Seen seen = Seen.by(page);
      page.navigate(url.toString());
      page.waitForSelector("body[data-trang-thai=xong]");
      assertChrome(page);
      chooseThirdQuarter(page);
      picture(page, screen.screenshot("page"));

      assertFigures(page);
      assertScreen(page, screen);
      checkForms(page, screen);
      assertEquals(List.of(), seen.errors, screen.toString());
      assertEquals(Set.of(url.getAuthority()), seen.authorities, screen.toString());
    }
  }

  private static void assertChrome(Page page) {
    assertEquals("vi", page.locator("html").getAttribute("lang"));
    assertEquals(HEADING, page.title());
    assertEquals(HEADING, page.locator("h1").innerText());
    // NOW is the first day of the last legal quarter.
    assertEquals("4", page.locator("#quy").inputValue());
    assertEquals("2026", page.locator("#nam").inputValue());
  }

  private static void chooseThirdQuarter(Page page) {
    page.locator("#quy").selectOption("3");
    page.locator("#ky button").click();
    page.waitForSelector("#tieu-de:text-is('Kỳ từ 15/6/2026 đến 14/9/2026')");
  }

  private static void assertFigures(Page page) {
    Locator rows = page.locator("#hang tr");
    assertEquals(1, rows.count());
    assertEquals(
        List.of(DESK, "H99.31.07"), rows.first().locator("th").innerText().lines().toList());
    for (Locator row : List.of(rows.first(), page.locator("#tong tr"))) {
      assertEquals(List.of("50,00%", "1 / 2"), cell(row, "Tỷ lệ trễ hạn"));
      assertEquals(List.of("3"), cell(row, "Tiếp nhận"));
      assertEquals(List.of("1"), cell(row, "Đúng hạn"));
      assertEquals(List.of("1"), cell(row, "Trễ hạn"));
      assertEquals(List.of("0"), cell(row, "Đang quá hạn"));
      assertEquals(List.of("33,33%", "1 / 3"), cell(row, "Số hóa thành phần"));
    }
  }

  private static void picture(Page page, Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  private static void checkForms(Page page, Screen screen) {
    choose(page, "strict", "Mẫu chặt chẽ (strict)");
    picture(page, screen.screenshot("strict"));
    // Running number and unit stand before the figures.
    assertEquals(2 + 18, page.locator("#cot th[scope=col]").count());
    assertEquals(0, page.locator("#cot .so-cot").count(), "it has no numbers");
    assertEquals(List.of("0"), cell(total(page), "Số lượng hồ sơ đang giải quyết: tạm dừng"));
    assertScreen(page, screen);

    choose(page, "II.06a", "Biểu số II.06a/VPCP/KSTT");
    picture(page, screen.screenshot("II.06a"));
    assertEquals(
        List.of(
            "Số lượng hồ sơ tiếp nhận",
            "Số lượng hồ sơ đã giải quyết",
            "Số lượng hồ sơ đang giải quyết"),
        page.locator("#cot th[scope=colgroup]").allTextContents());
    assertEquals(
        IntStream.rangeClosed(1, 13).mapToObj(number -> "(" + number + ")").toList(),
        page.locator("#cot .so-cot").allTextContents());
    for (Locator row : List.of(page.locator("#dong tr"), total(page))) {
      assertEquals(
          List.of("3", "1", "2", "0", "2", "0", "1", "1", "1", "1", "0"),
          row.locator("td:not([data-nhan=STT])").allTextContents());
    }
    Locator onTime =
        total(page).locator("td[data-nhan='(9) Số lượng hồ sơ đã giải quyết: đúng hạn']");
    assertEquals(
        "đúng hạn 1 + không có hẹn trả 0 + từ chối 0 + rút hồ sơ 0", onTime.getAttribute("title"));
    assertTrue(page.locator("#ghi-chu").innerText().contains("Cột 9 (đúng hạn) gồm cả"));
    assertFalse(page.locator("#cach-doc").isVisible(), "it explains the other table");
    assertFalse(page.locator("body").innerText().contains("undefined"));
    assertScreen(page, screen);
    assertKeptInTheAddress(page);
    assertFitsHalfway(page);
  }

  private static Locator total(Page page) {
    return page.locator("#tong-bieu tr");
  }

  private static void choose(Page page, String form, String title) {
    page.locator("#mau").selectOption(form);
    page.locator("#ky button").click();
    page.waitForSelector(
        "#tieu-de-bieu:text-is('%s, kỳ từ 15/6/2026 đến 14/9/2026 (đơn vị tính: hồ sơ)')"
            .formatted(title));
  }

  private static void assertKeptInTheAddress(Page page) {
    assertTrue(page.url().endsWith("form=II.06a"), page.url());
    page.reload();
    page.waitForSelector("#bieu #dong tr");
    assertEquals("II.06a", page.locator("#mau").inputValue());
    page.locator("#mau").selectOption("");
    page.locator("#ky button").click();
    page.waitForSelector("#chi-tiet #hang tr");
    assertFalse(page.locator("#bieu").isVisible());
    assertFalse(page.url().contains("form"), page.url());
  }

  /** Between the widths of a telephone and of a desk, the widest table. */
  private static void assertFitsHalfway(Page page) {
    choose(page, "strict", "Mẫu chặt chẽ (strict)");
    for (int width : List.of(500, 800)) {
      page.setViewportSize(width, 800);
      Object needed = page.evaluate("document.documentElement.scrollWidth");
      assertEquals(width, ((Number) needed).intValue());
    }
  }

  private static List<String> cell(Locator row, String label) {
    Locator cell = row.locator("td[data-nhan='" + label + "']");
    assertTrue(cell.isVisible(), label);
    return cell.innerText().lines().filter(line -> !line.isBlank()).toList();
  }

  /** Nothing runs out at the side, and the colours follow the setting of the device. */
  private static void assertScreen(Page page, Screen screen) {
    Object width = page.evaluate("document.documentElement.scrollWidth");
    assertEquals(screen.width, ((Number) width).intValue(), screen.toString());
    String background =
        screen.scheme == ColorScheme.DARK ? "rgb(18, 24, 31)" : "rgb(255, 255, 255)";
    assertEquals(background, page.evaluate("getComputedStyle(document.body).backgroundColor"));
  }

  private static StandaloneMotcua start(DataFolder data) throws Exception {
    ReferenceFiles files =
        new ReferenceFiles(
            Optional.of(EXAMPLES.resolve("units.csv")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    StandaloneSettings settings =
        new StandaloneSettings(
            Optional.of(NOW),
            0,
            1,
            files,
            Map.of(
                "files.letterheads",
                EXAMPLES.resolve("letterheads.csv").toAbsolutePath().toString()));
    return StandaloneMotcua.start(data, settings, EmbeddedProduct::start, Progress.SILENT);
  }
}
