package motcua.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.core.publication.Comparison;
import motcua.core.publication.ComparisonText;
import motcua.core.publication.Finding;
import motcua.core.publication.Publication;
import motcua.core.publication.PublicationChecks;
import motcua.core.publication.PublishedFiguresCsv;
import motcua.core.publication.Statement;
import motcua.readmodel.Breakdown;
import motcua.report.Report;
import motcua.report.ReportJson;
import motcua.report.ReportRequest;
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
    List<Publication> publications =
        Publication.byDistrict(
            PublishedFiguresCsv.parse(Files.readString(folder.resolve("published-figures.csv"))));
    List<Comparison> comparisons = new ArrayList<>();
    for (DistrictSet set : sets) {
      Publication publication =
          publications.stream()
              .filter(one -> one.district().equals(set.district()))
              .findFirst()
              .orElseThrow();
      List<Finding> findings = PublicationChecks.check(publication);
      for (DistrictSet.Statement asked : set.statements()) {
        Statement statement = statement(publication, asked);
        comparisons.add(Comparison.of(publication, statement, findings, columns(product, asked)));
      }
    }
    return ComparisonText.render(comparisons);
  }

  private static Statement statement(Publication publication, DistrictSet.Statement asked) {
    return publication.statements().stream()
        .filter(one -> one.level().equals(asked.level()))
        .filter(one -> one.from().equals(asked.from()) && one.to().equals(asked.to()))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Long> columns(Product product, DistrictSet.Statement asked)
      throws IOException {
    Report report =
        product.report(
            new ReportRequest(asked.scopeUnit(), asked.from(), asked.to(), null, Breakdown.NONE));
    // The names of the columns are those of the report's own form.
    JsonNode total = new ObjectMapper().readTree(ReportJson.bytes(report)).path("total");
    Map<String, Long> columns = new HashMap<>();
    total.properties().stream()
        .filter(column -> column.getValue().isIntegralNumber())
        .forEach(column -> columns.put(column.getKey(), column.getValue().longValue()));
    return columns;
  }
}
