package motcua.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
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
import motcua.core.publication.Publication;
import motcua.core.publication.PublicationChecks;
import motcua.core.publication.PublishedFiguresCsv;
import motcua.core.publication.Statement;
import motcua.schemas.sample.DistrictSet;
import motcua.schemas.sample.SampleDistricts;
import motcua.schemas.sample.SampleFiles;
import motcua.standalone.Product;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.ReportRequest;

/** The sample districts: written by the seeded generator, compared with what the districts printed. */
final class PublishedDistricts implements DemoSample {
  private final long seed;
  private List<DistrictSet> sets = List.of();

  PublishedDistricts(long seed) {
    this.seed = seed;
  }

  @Override
  public OffsetDateTime now() {
    return SampleDistricts.CLOCK.atOffset(ZoneOffset.ofHours(7));
  }

  @Override
  public Written write(Path folder) throws IOException {
    sets = SampleDistricts.write(folder, seed);
    List<Source> sources = new ArrayList<>();
    for (DistrictSet set : sets) {
      sources.add(new Source(set.source(), set.files()));
    }
    return new Written(
        sources,
        new ReferenceFiles(
            Optional.of(folder.resolve("units.csv")),
            Optional.of(folder.resolve("unit-aliases.csv")),
            Optional.of(folder.resolve("procedures.csv")),
            Optional.of(folder.resolve("holidays.csv")),
            Optional.empty()));
  }

  @Override
  public void print(Product product, PrintStream out) throws IOException {
    out.println("Dữ liệu mô phỏng, hạt giống (seed) " + seed + "; số liệu công bố là thật.");
    out.println();
    Map<String, Publication> publications = new HashMap<>();
    for (Publication publication :
        Publication.byDistrict(PublishedFiguresCsv.parse(SampleFiles.PUBLISHED_FIGURES.text()))) {
      publications.put(publication.district(), publication);
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (DistrictSet set : sets) {
      Publication publication = publications.get(set.district());
      var findings = PublicationChecks.check(publication);
      for (DistrictSet.Statement statement : set.statements()) {
        comparisons.add(
            Comparison.of(
                publication,
                matching(publication, statement),
                findings,
                columns(product, statement)));
      }
    }
    out.println(ComparisonText.render(comparisons));
  }

  private static Statement matching(
      Publication publication, DistrictSet.Statement wanted) {
    return publication.statements().stream()
        .filter(s -> s.level().equals(wanted.level()))
        .filter(s -> s.from().equals(wanted.from()) && s.to().equals(wanted.to()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no publication of " + wanted));
  }

  private static Map<String, Long> columns(Product product, DistrictSet.Statement statement)
      throws IOException {
    JsonNode total =
        product
            .report(
                new ReportRequest(
                    Optional.empty(),
                    statement.from(),
                    statement.to(),
                    Optional.empty(),
                    statement.scopeUnit(),
                    ReportRequest.Split.NONE))
            .get("total");
    Map<String, Long> columns = new HashMap<>();
    total
        .fields()
        .forEachRemaining(
            column -> {
              if (column.getValue().isIntegralNumber()) {
                columns.put(column.getKey(), column.getValue().longValue());
              }
            });
    return columns;
  }
}
