package motcua.standalone.page;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import motcua.standalone.Intake;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.StandaloneSettings;

/**
 * Over a little history of a small province. Tests add events, so they compare with the API and not
 * with figures of their own.
 */
public final class PageStage extends Stage {
  /** Where the clock stands: near the end of a reporting quarter, a Thursday. */
  public static final OffsetDateTime NOW = OffsetDateTime.parse("2026-09-10T10:00:00+07:00");

  private PageStage() {
    super(NOW);
  }

  /** For {@code @ExtendWith}. */
  public static final class Shared extends Stage.Shared<PageStage> {
    /** Of the one stage. */
    public Shared() {
      super(PageStage.class);
    }

    @Override
    PageStage make() {
      return new PageStage();
    }
  }

  @Override
  StandaloneSettings settings(Path where) throws Exception {
    ReferenceFiles files =
        new ReferenceFiles(
            Optional.of(PageHistory.writeUnits(where)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new StandaloneSettings(Optional.of(NOW), 0, 1, files, Map.of());
  }

  @Override
  void fill(Path where) throws Exception {
    ingest(PageHistory.SOURCE, Intake.RecordedAt.CLOCK, PageHistory.write(where, NOW));
  }
}
