package motcua;

import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import motcua.backtest.Backtests;
import motcua.config.AppConfig;
import motcua.core.document.Letterheads;
import motcua.core.period.Window;
import motcua.coverage.Coverage;
import motcua.document.ExportJobs;
import motcua.http.AlertParts;
import motcua.http.DocumentParts;
import motcua.http.Health;
import motcua.http.LiveParts;
import motcua.http.SourceParts;
import motcua.http.WebParts;
import motcua.http.WebServer;
import motcua.http.WebSettings;
import motcua.metrics.Metrics;
import motcua.notify.Notifier;
import motcua.readmodel.AuditResult;
import motcua.readmodel.DeadLetterReadModel;
import motcua.readmodel.postgres.Migrations;
import motcua.readmodel.postgres.PostgresDailyFigures;
import motcua.readmodel.postgres.PostgresDeadLetterReadModel;
import motcua.readmodel.postgres.PostgresLiveReadModel;
import motcua.readmodel.postgres.PostgresOutbox;
import motcua.readmodel.postgres.PostgresReadModel;
import motcua.readmodel.postgres.PostgresSnapshotStore;
import motcua.reconciliation.Reconciler;
import motcua.reference.ReferenceLoader;
import motcua.report.DrillDown;
import motcua.report.Reports;
import motcua.runtime.Settlement;
import motcua.runtime.TopicSetup;
import motcua.snapshot.SnapshotSchedule;
import motcua.snapshot.Snapshots;
import org.apache.kafka.clients.admin.Admin;

/**
 * The application put together: topics, topology, clock, read model and reports. Starts in order,
 * closes in reverse.
 */
public final class MotcuaApp implements AutoCloseable {
  /** What a process does. */
  public enum Role {
    /** The clock and the topology. */
    STREAMS,
    /** Brings the topics into PostgreSQL. */
    READ_MODEL,
    /** Page and API. */
    WEB,
    /** Tells of alerts. */
    NOTIFY
  }

  private final Parts parts = new Parts();
  private final Installation installation;
  private Admin admin;
  private DataSource queries;
  private PostgresReadModel readModel;
  private PostgresDailyFigures dailyFigures;
  private Reports reports;
  private Snapshots snapshots;
  private Auditing auditing;
  private Generations generations;
  private Optional<StreamsRole> streams = Optional.empty();
  private Optional<ReadModelRole> projection = Optional.empty();
  private Optional<Notifier> notifier = Optional.empty();
  private WebServer web;

  private MotcuaApp(AppConfig config, InstantSource clock) {
    this.installation =
        new Installation(
            config,
            files(config),
            letterheads(config),
            notifyFiles(config),
            clock,
            new Metrics(),
            parts);
    parts.opened(installation.metrics());
  }

  /**
   * Reads the files a configuration names; starts nothing.
   *
   * @throws IllegalArgumentException naming the file and what is wrong in it
   */
  public static ReferenceLoader.Loaded files(AppConfig config) {
    return ReferenceLoader.load(
        config.file(AppConfig.UNITS),
        config.file(AppConfig.ALIASES),
        config.file(AppConfig.PROCEDURES),
        config.file(AppConfig.CALENDAR),
        config.file(AppConfig.POLICY),
        config.file(AppConfig.SCORING),
        config.file(AppConfig.ALERTS));
  }

  /**
   * Reads the heading blocks a configuration names.
   *
   * @throws IllegalArgumentException naming the file and what is wrong in it
   */
  public static Letterheads letterheads(AppConfig config) {
    return ReferenceLoader.letterheads(config.file(AppConfig.LETTERHEADS));
  }

  /**
   * Reads the files of the role notify that a configuration names.
   *
   * @throws IllegalArgumentException naming the file and what is wrong in it
   */
  public static NotifyFiles notifyFiles(AppConfig config) {
    return NotifyFiles.read(config);
  }

  /**
   * Starts every role and returns when all are ready.
   *
   * @throws RuntimeException when a part does not start; those that did are closed again
   */
  public static MotcuaApp start(AppConfig config) throws InterruptedException {
    return start(config, EnumSet.allOf(Role.class));
  }

  /**
   * Starts some roles, perhaps none; the others run in other processes.
   *
   * @throws RuntimeException when a part does not start; those that did are closed again
   */
  public static MotcuaApp start(AppConfig config, Set<Role> roles) throws InterruptedException {
    return start(
        config,
        roles,
        config.fixedClock().map(InstantSource::fixed).orElse(InstantSource.system()));
  }

  /**
   * The same on another clock than the configuration's: for what is played, never for production.
   *
   * @param clock decides what today is; goes forward only
   * @throws RuntimeException when a part does not start; those that did are closed again
   */
  public static MotcuaApp start(AppConfig config, Set<Role> roles, InstantSource clock)
      throws InterruptedException {
    var app = new MotcuaApp(config, clock);
    try {
      app.open(roles);
      return app;
    } catch (RuntimeException | InterruptedException e) {
      app.close();
      throw e;
    }
  }

  private void open(Set<Role> roles) throws InterruptedException {
    admin = parts.opened(Admin.create(installation.kafka()));
    TopicSetup.ensure(
        admin,
        installation.generation(),
        installation.partitions(),
        installation.config().getShort(AppConfig.REPLICATION));
    Migrations.migrate(installation.databases().owner());
    queries = installation.databases().queries(parts);
    readModel = new PostgresReadModel(queries, installation.generation());
    dailyFigures = new PostgresDailyFigures(queries, installation.generation());
    reports = new Reports(readModel, installation.reference(), installation.clock());
    auditing = new Auditing(installation, admin);
    snapshots =
        new Snapshots(
            reports,
            new PostgresSnapshotStore(queries),
            auditing::settle,
            installation.clock(),
            installation.generation());
    generations = new Generations(installation, admin);
    if (roles.contains(Role.READ_MODEL) || roles.contains(Role.STREAMS)) {
      generations.claim();
    }
    if (roles.contains(Role.READ_MODEL)) {
      projection = Optional.of(ReadModelRole.open(installation, queries));
      auditing.schedule();
      prepareSnapshots(projection.get());
    }
    if (roles.contains(Role.STREAMS)) {
      streams = Optional.of(StreamsRole.open(installation));
    }
    if (roles.contains(Role.WEB)) {
      openWeb();
    }
    if (roles.contains(Role.NOTIFY)) {
      notifier =
          Optional.of(
              NotifyRole.open(
                  installation,
                  new PostgresOutbox(queries),
                  readModel,
                  reports,
                  installation.files().alerts()));
    }
  }

  private void prepareSnapshots(ReadModelRole caughtUp) {
    AppConfig config = installation.config();
    parts
        .opened(
            new SnapshotSchedule(
                snapshots,
                config.getList(AppConfig.SNAPSHOTS_SCOPES),
                config.getList(AppConfig.SNAPSHOTS_PREPARE).stream().map(Window::valueOf).toList(),
                installation.clock(),
                caughtUp::hasCaughtUp))
        .start();
  }

  private void openWeb() {
    AppConfig config = installation.config();
    Coverage coverage = installation.coverage(queries);
    AlertParts alerts = AlertPages.open(installation, reports, readModel, queries);
    web =
        parts.opened(
            WebServer.start(
                new WebSettings(
                    config.getString(AppConfig.HTTP_HOST), config.getInt(AppConfig.HTTP_PORT)),
                new WebParts(
                    reports,
                    readModel,
                    installation.reference(),
                    LiveParts.of(
                        new PostgresLiveReadModel(queries, installation.generation()),
                        alerts.alerts(),
                        coverage,
                        installation.reference(),
                        installation.clock()),
                    snapshots,
                    documents(),
                    alerts,
                    new SourceParts(coverage, deadLetters()),
                    installation.files().scoring(),
                    installation.clock(),
                    () -> new Health(failure().stream().toList()),
                    this::ready,
                    installation.metrics()::scrape,
                    auditing::last)));
  }

  private DocumentParts documents() {
    return DocumentParts.of(
        readModel,
        reports,
        installation.reference(),
        installation.letterheads(),
        installation.clock(),
        parts.opened(new ExportJobs(installation.clock())));
  }

  private Health ready() {
    return new Health(
        Stream.of(
                failure(),
                streams.flatMap(StreamsRole::notReady),
                projection.flatMap(ReadModelRole::notReady))
            .flatMap(Optional::stream)
            .toList());
  }

  /** Returns when all that stands in the log now has reached PostgreSQL. */
  public void awaitSettled() throws InterruptedException {
    new Settlement(
            admin,
            installation.applicationId(),
            installation.generation(),
            installation.partitions(),
            part -> projection.orElseThrow().settledAt(part.topic(), part.partition()),
            this::check)
        .await(streams.orElseThrow().ticker());
  }

  private void check() {
    failure()
        .ifPresent(
            why -> {
              throw new IllegalStateException(why);
            });
  }

  /** Why it cannot go on; empty while it can. */
  public Optional<String> failure() {
    return streams
        .flatMap(StreamsRole::failure)
        .or(() -> projection.flatMap(ReadModelRole::failure))
        .or(() -> notifier.flatMap(Notifier::failure).map(why -> "the notifier stopped: " + why));
  }

  /**
   * Recounts the ledger from the event log and compares; needs no role, and works beside other
   * processes.
   *
   * @throws motcua.audit.NotSettledException when the read model has not caught up
   */
  public AuditResult audit() throws InterruptedException {
    return auditing.run();
  }

  /** Generations of the ledger that stand in Kafka, this one included. */
  public SortedSet<Integer> generations() throws InterruptedException {
    return generations.present();
  }

  /**
   * Deletes another generation: its topics, its rows and its local stores here.
   *
   * @throws IllegalStateException for the generation in use, and when a process still builds it;
   *     nothing is deleted then
   */
  public void deleteGeneration(int generation) throws InterruptedException {
    generations.delete(generation);
  }

  /** Draws reports. */
  public Reports reports() {
    return reports;
  }

  /** Draws, publishes and revises snapshots. */
  public Snapshots snapshots() {
    return snapshots;
  }

  /** Reads printed reports beside the ledger; needs no role. */
  public Reconciler reconciler() {
    return new Reconciler(reports, new DrillDown(readModel, installation.reference()));
  }

  /** Records that could not be read; needs no role. */
  public DeadLetterReadModel deadLetters() {
    return new PostgresDeadLetterReadModel(queries, installation.generation());
  }

  /**
   * Waits until all that lies in the log now is in the read model; needs no role.
   *
   * @throws motcua.snapshot.BooksBehindException when that takes too long
   */
  public void awaitCaughtUp() {
    auditing.settle();
  }

  /** Tries rules of alerts on the past; needs no role. */
  public Backtests backtests() {
    return new Backtests(dailyFigures, installation.reference(), installation.clock());
  }

  /** Where the page is served, by a process of role WEB. */
  public URI url() {
    return URI.create(web.url());
  }

  /** What the files said. */
  public ReferenceLoader.Loaded files() {
    return installation.files();
  }

  @Override
  public void close() {
    parts.close();
  }
}
