package motcua.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import motcua.alert.Briefings;
import motcua.alert.Handling;
import motcua.core.alert.AlertRules;
import motcua.core.alert.SilenceRule;
import motcua.core.document.Document;
import motcua.core.document.Letterheads;
import motcua.core.form.FormPreset;
import motcua.core.period.Period;
import motcua.core.period.Reckoning;
import motcua.core.snapshot.RowKey;
import motcua.coverage.Coverage;
import motcua.document.DocumentKind;
import motcua.document.ExportJobs;
import motcua.document.LateDossiers;
import motcua.document.SnapshotDocuments;
import motcua.export.FileFormat;
import motcua.http.AlertParts;
import motcua.http.DocumentParts;
import motcua.http.Health;
import motcua.http.LiveParts;
import motcua.http.SourceParts;
import motcua.http.WebParts;
import motcua.http.WebServer;
import motcua.http.WebSettings;
import motcua.readmodel.Breakdown;
import motcua.readmodel.ReadModel;
import motcua.readmodel.Snapshot;
import motcua.readmodel.SnapshotSubject;
import motcua.readmodel.postgres.PostgresAlertActStore;
import motcua.readmodel.postgres.PostgresAlertReadModel;
import motcua.readmodel.postgres.PostgresDeadLetterReadModel;
import motcua.readmodel.postgres.PostgresLiveReadModel;
import motcua.readmodel.postgres.PostgresSnapshotStore;
import motcua.readmodel.postgres.PostgresSourceReadModel;
import motcua.report.DrillDown;
import motcua.report.Reference;
import motcua.report.Reports;
import motcua.schemas.sample.BenchmarkEvents;
import motcua.snapshot.Order;
import motcua.snapshot.Snapshots;

/**
 * How long a province's quarterly snapshot takes to draw and keep, its files to write, and how fast
 * kept ones are served over HTTP while they are asked for at a fixed rate.
 */
final class SnapshotsBenchmark {
  /** After every cut: nothing is provisional for want of time. */
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static final int DRAWN_A_ROUND = 12;
  private static final int FILES_A_ROUND = 5;
  private static final int SECONDS_A_ROUND = 10;
  private static final int QUERIES_A_SECOND = 500;
  private static final int UNITS_KEPT = 60;

  private final int rounds;
  private final int dossiers;
  private final PrintStream progress;
  private final Figures figures;
  private final Reports reports;
  private final ReadModel readModel;
  private final Reference reference;
  private final DataSource connections;
  private final Snapshots snapshots;
  private final SnapshotDocuments documents;
  private final List<Long> ids = new ArrayList<>();

  SnapshotsBenchmark(
      int rounds,
      int dossiers,
      PrintStream progress,
      Figures figures,
      ReadModel readModel,
      Reference reference,
      DataSource connections) {
    this.rounds = rounds;
    this.dossiers = dossiers;
    this.progress = progress;
    this.figures = figures;
    this.readModel = readModel;
    this.reference = reference;
    this.connections = connections;
    this.reports = new Reports(readModel, reference, clock());
    this.snapshots =
        new Snapshots(
            reports,
            new PostgresSnapshotStore(connections),
            () -> {},
            clock(),
            LoadedReadModel.GENERATION);
    this.documents =
        new SnapshotDocuments(
            reference,
            Letterheads.NONE,
            new LateDossiers(new DrillDown(readModel, reference), readModel, reference));
  }

  private static InstantSource clock() {
    return InstantSource.fixed(NOW);
  }

  /**
   * Measures.
   *
   * @param seed of what is asked for
   */
  void run(long seed) throws IOException, InterruptedException {
    Random random = new Random(seed);
    List<Snapshot> kept = draw(random);
    files(kept, random);
    serve(kept, seed);
    ids.addAll(kept.stream().map(snapshot -> snapshot.head().id()).toList());
  }

  /**
   * Measures what the page asks for, on the last day of the lives; {@link #run} comes first.
   *
   * @param questions of each kind
   */
  void pages(int questions, long seed) throws IOException, InterruptedException, SQLException {
    LoadedSurroundings.load(connections);
    InstantSource lastDay = InstantSource.fixed(Lives.END.minus(Duration.ofHours(12)));
    try (ExportJobs jobs = new ExportJobs(lastDay);
        WebServer server = WebServer.start(new WebSettings("127.0.0.1", 0), parts(jobs, lastDay))) {
      new PagesBenchmark(
              server.url(),
              () -> LoadedSurroundings.move(connections),
              questions,
              progress,
              figures)
          .run(new PageQuestions(ids, dossiers), seed);
    }
  }

  private List<Snapshot> draw(Random random) {
    progress.println("motcua: drawing snapshots of a quarter");
    List<Snapshot> kept = new ArrayList<>();
    prepare(QueriesBenchmark.PROVINCE, random);
    Latencies latencies = new Latencies();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < DRAWN_A_ROUND; i++) {
        latencies.measure(() -> kept.add(prepare(QueriesBenchmark.PROVINCE, random)));
      }
      latencies.endRound();
    }
    latencies.addTo(figures, "snapshot-draw", params(DRAWN_A_ROUND));
    for (int i = 0; i < UNITS_KEPT; i++) {
      kept.add(prepare(Lives.unit(random.nextInt(BenchmarkEvents.UNITS)), random));
    }
    return kept;
  }

  private Snapshot prepare(String scope, Random random) {
    Period quarter =
        Period.quarter(Reckoning.LEGAL, 2022 + random.nextInt(4), 1 + random.nextInt(4));
    LocalDate cut = quarter.to().plusDays(random.nextInt(30));
    return snapshots.prepare(
        new Order(
            new SnapshotSubject(scope, quarter, Breakdown.NONE), cut, FormPreset.II_06A, "bench"));
  }

  private void files(List<Snapshot> kept, Random random) throws IOException {
    Path folder = Files.createTempDirectory("motcua-bench");
    for (FileFormat format : FileFormat.values()) {
      Latencies latencies = new Latencies();
      progress.println("motcua: writing " + format);
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < FILES_A_ROUND; i++) {
          Snapshot snapshot = kept.get(random.nextInt(rounds * DRAWN_A_ROUND));
          latencies.measure(() -> write(folder, snapshot, DocumentKind.REPORT, format));
        }
        latencies.endRound();
      }
      latencies.addTo(figures, "snapshot-" + format.extension(), params(FILES_A_ROUND));
    }
    Snapshot snapshot = kept.getFirst();
    Latencies late = new Latencies();
    late.measure(() -> write(folder, snapshot, DocumentKind.LATE, FileFormat.XLSX));
    late.endRound();
    late.addTo(figures, "late-list-xlsx", Map.of("dossiers", dossiers, "lines", late(snapshot)));
    Files.delete(folder);
  }

  private static long late(Snapshot snapshot) {
    var total = snapshot.rows().get(RowKey.TOTAL);
    return total.closedLate() + total.openOverdue();
  }

  private void write(Path folder, Snapshot snapshot, DocumentKind kind, FileFormat format) {
    Document document =
        documents.of(
            snapshot, new SnapshotDocuments.Order(kind, FormPreset.II_06A, BigDecimal.valueOf(5)));
    Path file = folder.resolve("snapshot");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        format.write(document, out);
      }
      Files.delete(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void serve(List<Snapshot> kept, long seed) throws InterruptedException {
    progress.println("motcua: serving " + QUERIES_A_SECOND + " snapshots a second");
    try (ExportJobs jobs = new ExportJobs(clock());
        WebServer server = WebServer.start(new WebSettings("127.0.0.1", 0), parts(jobs, clock()))) {
      List<String> paths =
          kept.stream().map(snapshot -> "api/snapshots/" + snapshot.head().id()).toList();
      SteadyLoad load = new SteadyLoad(server.url(), paths, seed);
      load.run(QUERIES_A_SECOND, SECONDS_A_ROUND);
      Latencies latencies = new Latencies();
      List<Double> rates = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        rates.add(load.run(QUERIES_A_SECOND, SECONDS_A_ROUND, latencies));
        latencies.endRound();
      }
      latencies.addTo(figures, "snapshot-query", params(QUERIES_A_SECOND * SECONDS_A_ROUND));
      figures.add(
          "snapshot-query-rate", "queries/s", rates, params(QUERIES_A_SECOND * SECONDS_A_ROUND));
    }
  }

  private WebParts parts(ExportJobs jobs, InstantSource clock) {
    AlertParts alerts = alerts(clock);
    Coverage coverage =
        new Coverage(
            new PostgresSourceReadModel(connections, 1),
            SilenceRule.DEFAULT,
            reference.calendar(),
            clock);
    return new WebParts(
        new Reports(readModel, reference, clock),
        readModel,
        reference,
        LiveParts.of(
            new PostgresLiveReadModel(connections, 1), alerts.alerts(), coverage, reference, clock),
        snapshots,
        DocumentParts.of(readModel, reports, reference, Letterheads.NONE, clock, jobs),
        alerts,
        new SourceParts(coverage, new PostgresDeadLetterReadModel(connections, 1)),
        Optional.empty(),
        clock,
        () -> new Health(List.of()),
        () -> new Health(List.of()),
        () -> "",
        Optional::empty);
  }

  /** Nobody asks for alerts here. */
  private AlertParts alerts(InstantSource clock) {
    var alerts = new PostgresAlertReadModel(connections);
    return new AlertParts(
        alerts,
        new Briefings(
            new Reports(readModel, reference, clock),
            readModel,
            reference,
            AlertRules.DEFAULT,
            clock),
        new Handling(
            alerts,
            new PostgresAlertActStore(connections),
            act -> {
              throw new UnsupportedOperationException("no Kafka here");
            },
            clock,
            () -> {
              throw new UnsupportedOperationException("nobody acts here");
            }));
  }

  private Map<String, Object> params(int aRound) {
    return Map.of("dossiers", dossiers, "aRound", aRound);
  }
}
