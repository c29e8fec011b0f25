package motcua.standalone.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Somebody at the page. Closing it checks that nothing failed and nothing was asked elsewhere. */
public final class Visit implements AutoCloseable {
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final double PATIENCE_MS = 20_000;

  private final URI url;
  private final Screen screen;
  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();
  private final Set<String> authorities = new TreeSet<>();

  private Visit(URI url, Screen screen, BrowserContext context) {
    this.url = url;
    this.screen = screen;
    this.context = context;
    this.page = context.newPage();
  }

  /**
   * Opens a view and waits until it is ready.
   *
   * @param route the address behind {@code #/}, as {@code don-vi?scope=H99}
   */
  public static Visit to(Stage stage, Screen screen, String route) {
    return to(stage, screen, route, page -> {});
  }

  /** The same, with something done to the page before it asks for anything. */
  static Visit to(Stage stage, Screen screen, String route, Consumer<Page> before) {
    BrowserContext context = stage.browser().newContext(screen.options());
    Visit visit = new Visit(stage.url(), screen, context);
    try {
      before.accept(visit.page);
      visit.begin(route);
      return visit;
    } catch (RuntimeException | Error broken) {
      context.close();
      throw broken;
    }
  }

  private void begin(String route) {
    page.setDefaultTimeout(PATIENCE_MS);
    context.addInitScript(
        "localStorage.getItem('motcua.language') ?? localStorage.setItem('motcua.language', '%s')"
            .formatted(screen.language()));
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
  public void go(String route) {
    page.evaluate(
        "route => { if (location.hash !== '#/' + route) {"
            + " document.body.dataset.state = 'leaving'; location.hash = '#/' + route; } }",
        route);
    ready();
  }

  /** Waits until the view is drawn with its figures. */
  public void ready() {
    page.waitForSelector("body[data-state=ready]");
  }

  public Page page() {
    return page;
  }

  /** Text of the first of what a selector finds, white space made single. */
  public String text(String selector) {
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
  public void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + "-" + screen.name() + ".png"))
            .setFullPage(true));
  }

  /** Nothing runs out at the side, nothing is unsaid, and the colours follow the device. */
  void assertScreen() {
    assertFits();
    assertEquals(screen.language(), page.locator("html").getAttribute("lang"));
    String ground = screen.scheme() == ColorScheme.DARK ? "rgb(16, 22, 29)" : "rgb(255, 255, 255)";
    assertEquals(ground, page.evaluate("getComputedStyle(document.body).backgroundColor"));
    String text = page.locator("main").innerText();
    assertFalse(text.contains("undefined") || text.contains("null"), text);
  }

  /** Nothing runs out at the side. */
  public void assertFits() {
    assertFits(screen.width());
  }

  /** The same when the window is made as wide as this. */
  void assertFits(int width) {
    page.setViewportSize(width, screen.height());
    Object needed = page.evaluate("document.documentElement.scrollWidth");
    assertEquals(width, ((Number) needed).intValue(), screen + " " + page.url());
  }

  @Override
  public void close() {
    // A request that comes while the page closes could not be answered by what the test put there.
    page.unrouteAll();
    context.close();
    assertEquals(List.of(), errors, screen.toString());
    assertEquals(Set.of(url.getAuthority()), authorities, screen.toString());
  }
}
