package motcua.standalone.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody at a view over the payload examples. Closing it checks that nothing failed and nothing
 * was asked elsewhere.
 */
final class ExampleVisit implements AutoCloseable {
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final double PATIENCE_MS = 20_000;

  /** Every width and theme that the views are looked at. */
  static final List<Seat> SEATS =
      List.of(
          new Seat(360, ColorScheme.LIGHT, "vi"),
          new Seat(360, ColorScheme.DARK, "en"),
          new Seat(1280, ColorScheme.LIGHT, "en"),
          new Seat(1280, ColorScheme.DARK, "vi"),
          new Seat(1920, ColorScheme.LIGHT, "vi"),
          new Seat(1920, ColorScheme.DARK, "en"));

  /**
   * Before what somebody sits.
   *
   * @param width in CSS pixels
   * @param language vi or en
   */
  record Seat(int width, ColorScheme scheme, String language) {
    static final Seat DESK = new Seat(1280, ColorScheme.LIGHT, "vi");

    Seat speaking(String other) {
      return new Seat(width, scheme, other);
    }

    String name() {
      return width + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
    }
  }

  private final URI url;
  private final Seat seat;
  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();
  private final Set<String> authorities = new TreeSet<>();

  private ExampleVisit(URI url, Seat seat, BrowserContext context) {
    this.url = url;
    this.seat = seat;
    this.context = context;
    this.page = context.newPage();
  }

  /**
   * Opens a view and waits until it is ready.
   *
   * @param route the address behind {@code #/}
   */
  static ExampleVisit to(ExampleStage stage, Seat seat, String route) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(seat.width, 800)
            .setColorScheme(seat.scheme)
            .setLocale("vi-VN")
            .setTimezoneId("Asia/Ho_Chi_Minh");
    var visit = new ExampleVisit(stage.url(), seat, stage.browser().newContext(options));
    try {
      visit.begin(route);
      return visit;
    } catch (RuntimeException | Error broken) {
      visit.context.close();
      throw broken;
    }
  }

  private void begin(String route) {
    page.setDefaultTimeout(PATIENCE_MS);
    context.addInitScript(
        "localStorage.getItem('motcua.language') ?? localStorage.setItem('motcua.language', '%s')"
            .formatted(seat.language));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
    page.onRequest(request -> authorities.add(URI.create(request.url()).getAuthority()));
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            errors.add(response.status() + ": " + response.url());
          }
        });
    page.navigate(url + "#/" + route);
    ready();
  }

  /** Goes on to another view by its address. */
  void go(String route) {
    page.evaluate(
        "route => { document.body.dataset.state = 'leaving'; location.hash = '#/' + route; }",
        route);
    ready();
  }

  /** Waits until the view is drawn with its figures. */
  void ready() {
    page.waitForSelector("body[data-state=ready]");
  }

  Page page() {
    return page;
  }

  /** Text of the first of what a selector finds, white space made single. */
  String text(String selector) {
    return page.locator(selector).first().innerText().replaceAll("\\s+", " ").strip();
  }

  /** The lines of a row's cell, found by the label that narrow screens show. */
  static List<String> cell(Locator row, String label) {
    Locator cell = row.locator("td[data-label='" + label + "']");
    cell.waitFor();
    return cell.innerText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** A refusal that the test provokes, as the browser and the answer report it. */
  void forgive(int status) {
    errors.removeIf(error -> error.contains(Integer.toString(status)));
  }

  /** Keeps a picture of the whole page under target/screenshots. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + "-" + seat.name() + ".png"))
            .setFullPage(true));
  }

  /** Nothing runs out at the side, nothing is unsaid, and the colours follow the device. */
  void assertScreen() {
    assertFits(seat.width);
    assertEquals(seat.language, page.locator("html").getAttribute("lang"));
    String ground = seat.scheme == ColorScheme.DARK ? "rgb(16, 22, 29)" : "rgb(255, 255, 255)";
    assertEquals(ground, page.evaluate("getComputedStyle(document.body).backgroundColor"));
    String text = page.locator("main").innerText();
    assertFalse(text.contains("undefined") || text.contains("null"), text);
  }

  void assertFits(int width) {
    page.setViewportSize(width, 800);
    Object needed = page.evaluate("document.documentElement.scrollWidth");
    assertEquals(width, ((Number) needed).intValue(), seat + " " + page.url());
  }

  @Override
  public void close() {
    context.close();
    assertEquals(List.of(), errors, seat.toString());
    assertEquals(Set.of(url.getAuthority()), authorities, seat.toString());
  }
}
