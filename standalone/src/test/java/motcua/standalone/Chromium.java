package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's browser, driven by tests; nothing is downloaded. */
public final class Chromium {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  private Chromium() {}

  /** Skips the test where there is no browser, but not on a build server. */
  public static void require() {
    boolean present = Files.isExecutable(PROGRAM);
    String message = PROGRAM + " is absent; the Debian package is called chromium";
    if ("true".equals(System.getenv("CI"))) {
      assertTrue(present, message);
    }
    assumeTrue(present, message);
  }

  /** The driver comes with the libraries; the browser is the system's. */
  public static Playwright driver(Path browsers) {
    return Playwright.create(
        new Playwright.CreateOptions()
            .setEnv(
                Map.of(
                    "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                    "1",
                    "PLAYWRIGHT_BROWSERS_PATH",
                    browsers.toString())));
  }

  /** Starts it. */
  public static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(PROGRAM)
                .setHeadless(true)
                // Without its sandbox, which root cannot have; and no traffic of its own.
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--disable-quic")));
  }
}
