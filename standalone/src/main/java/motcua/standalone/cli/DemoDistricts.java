package motcua.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import motcua.core.publication.ComparisonText;
import motcua.core.publication.Counterpart;
import motcua.core.publication.FiguresRead;
import motcua.core.publication.PublishedFiguresCsv;
import motcua.reconciliation.Reconciliation;
import motcua.schemas.sample.DistrictSet;
import motcua.schemas.sample.SampleDistricts;
import motcua.standalone.Intake;
import motcua.standalone.Product;
import motcua.standalone.Progress;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.StandaloneMotcua;

/**
 * The synthetic districts of the demo, whose totals equal what real districts published: written,
 * ingested as a back-fill, and compared.
 */
final class DemoDistricts {
  private final Path folder;
  private final List<DistrictSet> sets;

  private DemoDistricts(Path folder, List<DistrictSet> sets) {
    this.folder = folder;
    this.sets = sets;
  }

  /** Where the clock stands: the end of the latest period. */
  static OffsetDateTime now() {
    return SampleDistricts.CLOCK.atOffset(ZoneOffset.ofHours(7));
  }

  /** Writes payload batches and reference files into a folder, made when missing. */
  static DemoDistricts write(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new DemoDistricts(folder, SampleDistricts.write(folder, SampleDistricts.DEFAULT_SEED));
  }

  /** Where all of it lies. */
  Path folder() {
    return folder;
  }

  /** What the districts' codes mean. */
  ReferenceFiles files() {
    return new ReferenceFiles(
        Optional.of(folder.resolve("units.csv")),
        Optional.of(folder.resolve("unit-aliases.csv")),
        Optional.of(folder.resolve("procedures.csv")),
        Optional.of(folder.resolve("holidays.csv")),
        Optional.empty());
  }

  /** Reads all districts through the connector, each under its own source. */
  void ingest(StandaloneMotcua motcua, Progress progress) throws IOException {
    for (DistrictSet set : sets) {
      Intake intake = new Intake(set.source(), Intake.RecordedAt.BACKFILL, Optional.of(now()));
      motcua.ingest(set.files(), intake, progress);
    }
  }

  /** The published figures beside the ledger's, every inconsistency marked; text in Vietnamese. */
  String compare(Product product) throws IOException {
    FiguresRead published =
        PublishedFiguresCsv.read(
            Files.readString(folder.resolve("published-figures.csv")), Counterpart.NONE);
    return ComparisonText.render(
        product.reconcile(published, null).statements().stream()
            .map(Reconciliation.Compared::comparison)
            .filter(comparison -> comparison.statement().counterpart().scope().isPresent())
            .toList());
  }
}
