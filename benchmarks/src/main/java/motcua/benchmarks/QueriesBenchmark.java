package motcua.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.ledger.Column;
import motcua.core.ledger.ReportRow;
import motcua.core.policy.Policy;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.readmodel.postgres.Migrations;
import motcua.readmodel.postgres.PostgresReadModel;
import motcua.report.CellRequest;
import motcua.report.DrillDown;
import motcua.report.Reference;
import motcua.report.ReportJson;
import motcua.report.ReportRequest;
import motcua.report.Reports;
import motcua.schemas.sample.BenchmarkEvents;
import motcua.standalone.DataFolder;
import motcua.standalone.DatabaseLogin;
import motcua.standalone.Durability;
import motcua.standalone.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How long a report takes, from the request to the JSON, one after the other: for one unit over any
 * period and for all units over a year, as of any cut. The same questions are asked before and
 * after closing, and must be answered by the same bytes.
 */
final class QueriesBenchmark {
  private static final int ROUNDS = 5;

  /** As in production. */
  private static final int CONNECTIONS = 8;

  private static final int WARM_UP = 40;
  private static final int ANSWERS = 10;
  static final String PROVINCE = "H99";

  private final long seed;
  private final int dossiers;
  private final int queries;
  private final PrintStream progress;
  private final Figures figures = new Figures();

  /**
   * @param queries reports for one unit in each of the rounds; for all units a fifth
   */
  QueriesBenchmark(long seed, int dossiers, int queries, PrintStream progress) {
    this.seed = seed;
    this.dossiers = dossiers;
    this.queries = queries;
    this.progress = progress;
  }

  /** What was measured so far. */
  Figures figures() {
    return figures;
  }

  /**
   * Loads and measures.
   *
   * @param data folder that keeps the loaded database, to be used again; empty: a temporary one
   */
  void run(Optional<Path> data) throws IOException {
    try (DataFolder folder =
        data.isPresent() ? DataFolder.kept(data.get()) : DataFolder.scratch()) {
      System.setProperty("motcua.log", folder.log().toString());
      System.setProperty("motcua.stderr.level", "OFF");
      try (EmbeddedPostgres postgres =
          EmbeddedPostgres.start(folder.root().resolve("postgresql"), Durability.SCRATCH)) {
        measure(folder.root().resolve("loaded"), postgres);
      } catch (SQLException e) {
        throw new IOException("the database fails: " + e.getMessage(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("stopped while measuring", e);
      } finally {
        folder.discard(false);
      }
    }
  }

  private void measure(Path loaded, EmbeddedPostgres postgres)
      throws IOException, SQLException, InterruptedException {
    DataSource application = dataSource(postgres.application());
    var readModel = new LoadedReadModel(dataSource(postgres.owner()), application);
    String content = seed + " " + dossiers;
    if (!Files.exists(loaded)) {
      say("loading %,d dossiers", dossiers);
      long begin = System.nanoTime();
      readModel.load(new Lives(seed, dossiers), dossiers);
      double seconds = (System.nanoTime() - begin) / 1e9;
      figures.add("load", "dossiers/s", dossiers / seconds, Map.of("dossiers", dossiers));
      Files.writeString(loaded, content);
    } else if (!Files.readString(loaded).equals(content)) {
      throw new IOException(loaded + " says another seed or number of dossiers");
    }
    var pool = new HikariConfig();
    pool.setDataSource(application);
    pool.setConnectionInitSql(PostgresReadModel.SESSION);
    pool.setMaximumPoolSize(CONNECTIONS);
    try (HikariDataSource connections = new HikariDataSource(pool)) {
      var questions = new Questions(new PostgresReadModel(connections, LoadedReadModel.GENERATION));
      check(questions);
      Path closed = loaded.resolveSibling("closed");
      if (!Files.exists(closed)) {
        close(readModel, questions);
        Files.createFile(closed);
      }
      ask("query", questions, ROUNDS, queries);
      var served =
          new SnapshotsBenchmark(
              ROUNDS,
              dossiers,
              progress,
              figures,
              questions.readModel,
              questions.reference,
              connections);
      served.run(seed);
      served.pages(queries, seed);
    }
  }

  private void close(LoadedReadModel readModel, Questions questions)
      throws IOException, SQLException {
    ask("query-unclosed", questions, 1, Math.max(20, queries / 10));
    List<byte[]> before = questions.answers(seed);
    say("closing months and days");
    long begin = System.nanoTime();
    int months = readModel.close();
    double millis = (System.nanoTime() - begin) / 1e6 / months;
    figures.add("close-month", "ms", millis, Map.of("dossiers", dossiers, "months", months));
    requireSame(before, questions.answers(seed));
  }

  /** Everything that was received is in the books. */
  private void check(Questions questions) throws IOException {
    ReportRow total =
        questions
            .reports
            .draw(
                new ReportRequest(
                    PROVINCE, Lives.FIRST_DAY, Lives.LAST_DAY.plusDays(60), null, Breakdown.NONE))
            .total();
    if (total.received() != dossiers) {
      throw new IOException(
          "the report is wrong: received is %d, loaded were %d"
              .formatted(total.received(), dossiers));
    }
  }

  private void requireSame(List<byte[]> before, List<byte[]> after) throws IOException {
    for (int at = 0; at < before.size(); at++) {
      if (!Arrays.equals(before.get(at), after.get(at))) {
        throw new IOException("report " + at + " differs once days are closed, seed " + seed);
      }
    }
  }

  private void ask(String name, Questions questions, int rounds, int number) {
    Random random = new Random(seed);
    measure(name + "-unit", rounds, number, () -> questions.draw(questions.unit(random)));
    int fewer = Math.max(10, number / 5);
    measure(name + "-province", rounds, fewer, () -> questions.draw(questions.province(random)));
    measure(name + "-dossiers", rounds, fewer, () -> questions.list(questions.cell(random)));
  }

  /** Percentiles of each round, in milliseconds. */
  private void measure(String name, int rounds, int number, Runnable question) {
    say("%s: %d rounds of %d", name, rounds, number);
    for (int i = 0; i < Math.min(WARM_UP, number); i++) {
      question.run();
    }
    Latencies latencies = new Latencies();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < number; i++) {
        latencies.measure(question);
      }
      latencies.endRound();
    }
    latencies.addTo(figures, name, Map.of("dossiers", dossiers, "queriesARound", number));
  }

  private void say(String format, Object... values) {
    progress.println("motcua: " + format.formatted(values));
  }

  private static DataSource dataSource(DatabaseLogin login) {
    var source = new PGSimpleDataSource();
    source.setUrl(login.url());
    source.setUser(login.user());
    source.setPassword(login.password());
    source.setCurrentSchema(Migrations.SCHEMA);
    return source;
  }

  /** Seeded questions and their answers. */
  private static final class Questions {
    private static final UnitTree TREE = UnitTree.parse(BenchmarkEvents.unitsCsv()).orElseThrow();
    private static final int DAYS =
        (int) (Lives.LAST_DAY.toEpochDay() - Lives.FIRST_DAY.toEpochDay());

    private final PostgresReadModel readModel;
    private final Reference reference;
    private final Reports reports;
    private final DrillDown drillDown;

    Questions(PostgresReadModel readModel) {
      this.readModel = readModel;
      this.reference =
          new Reference(
              TREE, WorkingCalendar.WEEKDAYS_ONLY, ProcedureCatalogue.EMPTY, Policy.DEFAULT);
      this.reports = new Reports(readModel, reference, InstantSource.fixed(Instant.EPOCH));
      this.drillDown = new DrillDown(readModel, reference);
    }

    /** One unit, any period of up to two years, half of them as known on some day. */
    ReportRequest unit(Random random) {
      return unit(random, Breakdown.NONE);
    }

    private static ReportRequest unit(Random random, Breakdown by) {
      LocalDate from = day(random);
      LocalDate to = from.plusDays(random.nextInt(730));
      return new ReportRequest(
          Lives.unit(random.nextInt(BenchmarkEvents.UNITS)),
          from,
          to,
          random.nextBoolean() ? null : from.plusDays(random.nextInt(800)),
          by);
    }

    /** All units, any year: from a legal or calendar new year or any day. */
    ReportRequest province(Random random) {
      LocalDate from =
          switch (random.nextInt(3)) {
            case 0 -> LocalDate.of(2022 + random.nextInt(3), 1, 1);
            case 1 -> LocalDate.of(2021 + random.nextInt(4), 12, 15);
            default -> Lives.FIRST_DAY.plusDays(random.nextInt(DAYS - 365));
          };
      LocalDate to = from.plusYears(1).minusDays(1);
      return new ReportRequest(
          PROVINCE, from, to, random.nextBoolean() ? null : to.plusDays(10), Breakdown.NONE);
    }

    /** A figure of one unit's quarter. */
    CellRequest cell(Random random) {
      LocalDate from = day(random);
      Column[] columns = Column.values();
      return new CellRequest(
          new ReportRequest(
              Lives.unit(random.nextInt(BenchmarkEvents.UNITS)),
              from,
              from.plusMonths(3).minusDays(1),
              null,
              Breakdown.NONE),
          null,
          null,
          columns[random.nextInt(columns.length)]);
    }

    private static LocalDate day(Random random) {
      return Lives.FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    void draw(ReportRequest request) {
      ReportJson.bytes(reports.draw(request));
    }

    void list(CellRequest request) {
      drillDown.dossiers(request, 0, 50);
    }

    /** Reports of every kind, also those whose time is not measured. */
    List<byte[]> answers(long seed) {
      Random random = new Random(seed);
      List<byte[]> answers = new ArrayList<>();
      for (int i = 0; i < ANSWERS; i++) {
        answers.add(ReportJson.bytes(reports.draw(province(random))));
        for (Breakdown by : Breakdown.values()) {
          answers.add(ReportJson.bytes(reports.draw(unit(random, by))));
        }
      }
      return answers;
    }
  }
}
