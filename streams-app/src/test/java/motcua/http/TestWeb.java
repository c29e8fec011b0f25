package motcua.http;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import motcua.alert.ActIds;
import motcua.alert.ActNotSentException;
import motcua.alert.AlertActs;
import motcua.alert.Briefings;
import motcua.alert.Handling;
import motcua.core.alert.AlertRules;
import motcua.core.alert.SilenceRule;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.document.Letterheads;
import motcua.core.policy.Policy;
import motcua.core.score.ScoringTable;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.UnitTree;
import motcua.coverage.Coverage;
import motcua.document.ExportJobs;
import motcua.live.Feed;
import motcua.live.Subscription;
import motcua.readmodel.AuditResult;
import motcua.readmodel.postgres.PostgresAlertActStore;
import motcua.readmodel.postgres.PostgresAlertReadModel;
import motcua.readmodel.postgres.PostgresDeadLetterReadModel;
import motcua.readmodel.postgres.PostgresLiveReadModel;
import motcua.readmodel.postgres.PostgresReadModel;
import motcua.readmodel.postgres.PostgresSnapshotStore;
import motcua.readmodel.postgres.PostgresSourceReadModel;
import motcua.readmodel.postgres.TestDatabase;
import motcua.report.Reference;
import motcua.report.Reports;
import motcua.snapshot.Snapshots;

/** The real server over a test's database. */
final class TestWeb implements AutoCloseable {
  private final ExportJobs exports;
  private final Handling handling;
  private final WebServer server;

  private final Feed feed;

  private TestWeb(ExportJobs exports, Handling handling, WebServer server, Feed feed) {
    this.feed = feed;
    this.exports = exports;
    this.handling = handling;
    this.server = server;
  }

  static TestWeb start(
      TestDatabase database, UnitTree units, Letterheads letterheads, InstantSource clock) {
    return start(
        database,
        units,
        letterheads,
        Optional.empty(),
        clock,
        () -> Health.UP,
        () -> "",
        Optional::empty);
  }

  /** With somebody who takes acts on alerts. */
  static TestWeb start(TestDatabase database, UnitTree units, AlertActs acts, InstantSource clock) {
    return start(
        database,
        units,
        Letterheads.NONE,
        acts,
        Optional.empty(),
        clock,
        () -> Health.UP,
        () -> "",
        Optional::empty);
  }

  static TestWeb start(
      TestDatabase database,
      UnitTree units,
      Letterheads letterheads,
      Optional<ScoringTable> scoring,
      InstantSource clock,
      Supplier<Health> ready,
      Supplier<String> metrics,
      Supplier<Optional<AuditResult>> lastAudit) {
    return start(
        database,
        units,
        letterheads,
        act -> {
          throw new ActNotSentException("no Kafka here", null);
        },
        scoring,
        clock,
        ready,
        metrics,
        lastAudit);
  }

  private static TestWeb start(
      TestDatabase database,
      UnitTree units,
      Letterheads letterheads,
      AlertActs acts,
      Optional<ScoringTable> scoring,
      InstantSource clock,
      Supplier<Health> ready,
      Supplier<String> metrics,
      Supplier<Optional<AuditResult>> lastAudit) {
    PostgresReadModel readModel = new PostgresReadModel(database.application(), 1);
    Reference reference =
        new Reference(
            units, new WorkingCalendar(List.of()), ProcedureCatalogue.EMPTY, Policy.DEFAULT);
    Reports reports = new Reports(readModel, reference, clock);
    ExportJobs exports = new ExportJobs(clock);
    AlertParts alerts = alerts(database, reports, readModel, reference, acts, clock);
    SourceParts sources = sources(database, reference, clock);
    LiveParts figures =
        LiveParts.of(
            new PostgresLiveReadModel(database.application(), 1),
            alerts.alerts(),
            sources.coverage(),
            reference,
            clock);
    WebServer server =
        WebServer.start(
            new WebSettings("127.0.0.1", 0),
            new WebParts(
                reports,
                readModel,
                reference,
                figures,
                new Snapshots(
                    reports, new PostgresSnapshotStore(database.application()), () -> {}, clock, 1),
                DocumentParts.of(readModel, reports, reference, letterheads, clock, exports),
                alerts,
                sources,
                scoring,
                clock,
                () -> Health.UP,
                ready,
                metrics,
                lastAudit));
    return new TestWeb(exports, alerts.handling(), server, figures.feed());
  }

  private static SourceParts sources(
      TestDatabase database, Reference reference, InstantSource clock) {
    return new SourceParts(
        new Coverage(
            new PostgresSourceReadModel(database.application(), 1),
            SilenceRule.DEFAULT,
            reference.calendar(),
            clock),
        new PostgresDeadLetterReadModel(database.application(), 1));
  }

  private static AlertParts alerts(
      TestDatabase database,
      Reports reports,
      PostgresReadModel readModel,
      Reference reference,
      AlertActs acts,
      InstantSource clock) {
    var alerts = new PostgresAlertReadModel(database.application());
    return new AlertParts(
        alerts,
        new Briefings(reports, readModel, reference, AlertRules.DEFAULT, clock),
        new Handling(
            alerts,
            new PostgresAlertActStore(database.application()),
            acts,
            clock,
            new ActIds(InstantSource.system())));
  }

  Handling handling() {
    return handling;
  }

  /** How many listen to the stream. */
  int listeners() {
    return feed.listeners();
  }

  /** Takes a place among those who listen. */
  Subscription listen() {
    return feed.subscribe("ALL", OptionalLong.empty()).orElseThrow();
  }

  WebServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
    exports.close();
  }
}
