package motcua.standalone.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the first look costs somebody who was never here. */
@Timeout(300)
@Tag("page")
@ExtendWith(PageStage.Shared.class)
class FirstViewIT {
  private static final long MOST_BYTES = 400_000;
  private static final int LOOKS = 9;

  /** Remembers when the view could first be used. */
  private static final String WATCH =
      """
      new MutationObserver(() => {
        if (document.body?.dataset.state === 'ready') { window.readyAt ??= performance.now(); }
      }).observe(document, { subtree: true, childList: true, attributes: true });
      """;

  @Test
  void shouldCostLittle(PageStage stage) {
    List<Double> millis = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < LOOKS; i++) {
      try (BrowserContext context = stage.browser().newContext(Screen.DESK.options())) {
        Page page = context.newPage();
        AtomicLong received = new AtomicLong();
        CDPSession network = context.newCDPSession(page);
        network.send("Network.enable");
        network.on(
            "Network.dataReceived",
            said -> received.addAndGet(said.get("encodedDataLength").getAsLong()));
        page.addInitScript(WATCH);
        page.navigate(stage.url().toString());
        page.waitForFunction("() => window.readyAt");
        page.waitForSelector(".connection.live");
        millis.add(((Number) page.evaluate("window.readyAt")).doubleValue());
        bytes = Math.max(bytes, received.get());
        page.navigate(stage.url() + "icon.svg");
        bare.add(
            ((Number)
                    page.evaluate(
                        "performance.timing.loadEventEnd - performance.timing.navigationStart"))
                .doubleValue());
      }
    }
    double median = median(millis);
    System.out.printf(
        Locale.ROOT,
        "first view: %d bytes, ready after %.0f ms (median of %d, slowest %.0f); a picture alone %.0f ms%n",
        bytes,
        median,
        LOOKS,
        millis.stream().mapToDouble(d -> d).max().orElseThrow(),
        median(bare));
    assertTrue(bytes > 10_000, "the count of bytes does not count: " + bytes);
    assertTrue(bytes < MOST_BYTES, bytes + " bytes");
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
