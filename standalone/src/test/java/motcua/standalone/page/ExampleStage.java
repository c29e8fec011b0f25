package motcua.standalone.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.net.URI;
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
 * One running product over the payload examples (national-payload.md 8) and one browser, shared by
 * the tests of the views that read books which stand still.
 */
public final class ExampleStage implements AutoCloseable {
  /** Where the clock stands: the first day of the last legal quarter. */
  static final OffsetDateTime NOW = OffsetDateTime.parse("2026-09-15T08:00:00+07:00");

  /** The only unit with dossiers. */
  static final String DESK = "Trung tâm Phục vụ hành chính công xã Mẫu Sơn";

  static final String DESK_CODE = "H99.31.07";
  private static final Path EXAMPLES = Path.of("../docs/examples");

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private Path folder;
  private StandaloneMotcua motcua;
  private Browser browser;

  private ExampleStage() {}

  /** For {@code @ExtendWith}: gives the stage to tests that have it as a parameter. */
  public static final class Shared implements ParameterResolver {
    private static final ExtensionContext.Namespace PLACE =
        ExtensionContext.Namespace.create(ExampleStage.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == ExampleStage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      // Of the root: closed after the last test of the run.
      return test.getRoot()
          .getStore(PLACE)
          .getOrComputeIfAbsent(ExampleStage.class, key -> started(), ExampleStage.class);
    }
  }

  private static ExampleStage started() {
    Chromium.require();
    ExampleStage stage = new ExampleStage();
    try {
      stage.start();
      return stage;
    } catch (Exception failed) {
      stage.close();
      throw new IllegalStateException("the product did not start", failed);
    }
  }

  private void start() throws Exception {
    folder = Files.createTempDirectory("motcua-examples");
    DataFolder data = opened(DataFolder.kept(folder.resolve("data")));
    motcua =
        opened(StandaloneMotcua.start(data, settings(), EmbeddedProduct::start, Progress.SILENT));
    ingest(
        EXAMPLES.resolve("payload-example.json"),
        EXAMPLES.resolve("payload-progress-example.json"));
    Playwright playwright = opened(Chromium.driver(browsers()));
    browser = opened(Chromium.launch(playwright));
  }

  /** Books files as an initial load does. */
  void ingest(Path... files) throws Exception {
    ingest(Intake.RecordedAt.BACKFILL, files);
  }

  /** Books files. */
  void ingest(Intake.RecordedAt recordedAt, Path... files) throws Exception {
    motcua.ingest(
        List.of(files), new Intake("replay", recordedAt, Optional.of(NOW)), Progress.SILENT);
  }

  private static StandaloneSettings settings() {
    ReferenceFiles files =
        new ReferenceFiles(
            Optional.of(EXAMPLES.resolve("units.csv")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new StandaloneSettings(
        Optional.of(NOW),
        0,
        1,
        files,
        Map.of(
            "files.letterheads", EXAMPLES.resolve("letterheads.csv").toAbsolutePath().toString()));
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  StandaloneMotcua motcua() {
    return motcua;
  }

  Browser browser() {
    return browser;
  }

  /** The page itself. */
  URI url() {
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
