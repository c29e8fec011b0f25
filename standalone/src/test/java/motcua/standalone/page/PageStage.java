package motcua.standalone.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.standalone.Chromium;
import motcua.standalone.DataFolder;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Intake;
import motcua.standalone.Progress;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running product with a little history and one browser, shared by every test of the page:
 * starting them costs more than most of the tests. Tests add events, so they compare with the API
 * and not with figures of their own.
 */
public final class PageStage implements AutoCloseable {
  /** Where the clock stands: near the end of a reporting quarter, a Thursday. */
  public static final OffsetDateTime NOW = OffsetDateTime.parse("2026-09-10T10:00:00+07:00");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private StandaloneMotcua motcua;
  private Browser browser;

  private PageStage() {}

  /** For {@code @ExtendWith}: gives the stage to tests that have it as a parameter. */
  public static final class Shared implements ParameterResolver {
    private static final ExtensionContext.Namespace PLACE =
        ExtensionContext.Namespace.create(PageStage.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == PageStage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      // Of the root: closed after the last test of the run.
      return test.getRoot()
          .getStore(PLACE)
          .getOrComputeIfAbsent(PageStage.class, key -> started(), PageStage.class);
    }
  }

  private static PageStage started() {
    Chromium.require();
    PageStage stage = new PageStage();
    try {
      stage.start();
      return stage;
    } catch (Exception failed) {
      stage.close();
      throw new IllegalStateException("the product did not start", failed);
    }
  }

  private void start() throws Exception {
    Path folder = Files.createTempDirectory("motcua-page");
    DataFolder data = opened(DataFolder.kept(folder.resolve("data")));
    motcua =
        opened(
            StandaloneMotcua.start(
                data, settings(folder), EmbeddedProduct::start, Progress.SILENT));
    Intake intake = new Intake(PageHistory.SOURCE, Intake.RecordedAt.CLOCK, Optional.of(NOW));
    motcua.ingest(List.of(PageHistory.write(folder, NOW)), intake, Progress.SILENT);
    Playwright playwright = opened(Chromium.driver(folder.resolve("browsers")));
    browser = opened(Chromium.launch(playwright));
  }

  private static StandaloneSettings settings(Path folder) throws Exception {
    ReferenceFiles files =
        new ReferenceFiles(
            Optional.of(PageHistory.writeUnits(folder)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new StandaloneSettings(Optional.of(NOW), 0, 1, files, Map.of());
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  public StandaloneMotcua motcua() {
    return motcua;
  }

  public Browser browser() {
    return browser;
  }

  /** The page itself. */
  public URI url() {
    return motcua.product().url();
  }

  /** What the API answers. */
  public JsonNode api(String path) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(url().resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answers " + answer.statusCode() + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception failed) {
        throw new IllegalStateException("cannot stop", failed);
      }
    }
  }
}
