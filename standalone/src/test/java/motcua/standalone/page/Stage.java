package motcua.standalone.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
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
import java.util.Optional;
import motcua.standalone.Chromium;
import motcua.standalone.DataFolder;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Intake;
import motcua.standalone.Progress;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running product and one browser, shared by the tests of the page that look at the same books:
 * starting them costs more than most of the tests.
 */
public abstract class Stage implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final OffsetDateTime now;
  private Path folder;
  private StandaloneMotcua motcua;
  private Browser browser;

  /**
   * @param now where the clock stands
   */
  Stage(OffsetDateTime now) {
    this.now = now;
  }

  /** Gives a stage to tests that have it as a parameter. */
  abstract static class Shared<S extends Stage> implements ParameterResolver {
    private static final ExtensionContext.Namespace PLACE =
        ExtensionContext.Namespace.create(Stage.class);

    private final Class<S> type;

    Shared(Class<S> type) {
      this.type = type;
    }

    /** The stage, not yet started. */
    abstract S make();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == type;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      // Of the root: closed after the last test of the run.
      return test.getRoot().getStore(PLACE).getOrComputeIfAbsent(type, key -> started(), type);
    }

    private S started() {
      Chromium.require();
      S stage = make();
      try {
        ((Stage) stage).start();
        return stage;
      } catch (Exception failed) {
        stage.close();
        throw new IllegalStateException("the product did not start", failed);
      }
    }
  }

  /** How the product is set up. */
  abstract StandaloneSettings settings(Path where) throws Exception;

  /** Hands in what the books begin with. */
  abstract void fill(Path where) throws Exception;

  private void start() throws Exception {
    folder = Files.createTempDirectory("motcua-page");
    DataFolder data = opened(DataFolder.kept(folder.resolve("data")));
    motcua =
        opened(
            StandaloneMotcua.start(
                data, settings(folder), EmbeddedProduct::start, Progress.SILENT));
    fill(folder);
    browser = opened(Chromium.launch(opened(Chromium.driver(browsers()))));
  }

  /** Books files through the connector. */
  void ingest(String source, Intake.RecordedAt recordedAt, Path... files) throws Exception {
    motcua.ingest(
        List.of(files), new Intake(source, recordedAt, Optional.of(now)), Progress.SILENT);
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

  /** Where tests may write. */
  Path folder() {
    return folder;
  }

  /** Where browsers would be downloaded to. */
  Path browsers() {
    return folder.resolve("browsers");
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
