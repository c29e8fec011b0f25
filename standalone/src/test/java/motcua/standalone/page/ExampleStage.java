package motcua.standalone.page;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import motcua.standalone.Intake;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.StandaloneSettings;

/**
 * Over the payload examples (national-payload.md 8), for views that read books which stand still.
 */
public final class ExampleStage extends Stage {
  /** Where the clock stands: the first day of the last legal quarter. */
  static final OffsetDateTime NOW = OffsetDateTime.parse("2026-09-15T08:00:00+07:00");

  /** The only unit with dossiers. */
  static final String DESK = "Trung tâm Phục vụ hành chính công xã Mẫu Sơn";

  static final String DESK_CODE = "H99.31.07";
  private static final Path EXAMPLES = Path.of("../docs/examples");
  private static final String SOURCE = "replay";

  private ExampleStage() {
    super(NOW);
  }

  /** For {@code @ExtendWith}. */
  public static final class Shared extends Stage.Shared<ExampleStage> {
    /** Of the one stage. */
    public Shared() {
      super(ExampleStage.class);
    }

    @Override
    ExampleStage make() {
      return new ExampleStage();
    }
  }

  @Override
  StandaloneSettings settings(Path where) {
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

  @Override
  void fill(Path where) throws Exception {
    ingest(
        EXAMPLES.resolve("payload-example.json"),
        EXAMPLES.resolve("payload-progress-example.json"));
  }

  /** Books files as an initial load does. */
  void ingest(Path... files) throws Exception {
    ingest(Intake.RecordedAt.BACKFILL, files);
  }

  /** Books files. */
  void ingest(Intake.RecordedAt recordedAt, Path... files) throws Exception {
    ingest(SOURCE, recordedAt, files);
  }
}
