package motcua.http;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import motcua.core.score.ScoringTable;
import motcua.readmodel.AuditResult;
import motcua.readmodel.ReadModel;
import motcua.report.Reference;
import motcua.report.Reports;
import motcua.snapshot.Snapshots;

/**
 * What the server serves from.
 *
 * @param figures figures of now, and over time
 * @param snapshots published reports
 * @param documents their files
 * @param alerts who is told that a unit is late too often
 * @param sources what records come from
 * @param scoring the decisions the office is scored by, if it has named any
 * @param clock decides what today is
 * @param live whether the process works at all; asked at every request of {@code /health/live}
 * @param ready whether its figures can be used
 * @param metrics the scrape in Prometheus' text format
 * @param lastAudit the latest result kept
 */
public record WebParts(
    Reports reports,
    ReadModel readModel,
    Reference reference,
    LiveParts figures,
    Snapshots snapshots,
    DocumentParts documents,
    AlertParts alerts,
    SourceParts sources,
    Optional<ScoringTable> scoring,
    InstantSource clock,
    Supplier<Health> live,
    Supplier<Health> ready,
    Supplier<String> metrics,
    Supplier<Optional<AuditResult>> lastAudit) {
  public WebParts {
    Objects.requireNonNull(reports, "reports");
    Objects.requireNonNull(readModel, "readModel");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(figures, "figures");
    Objects.requireNonNull(snapshots, "snapshots");
    Objects.requireNonNull(documents, "documents");
    Objects.requireNonNull(alerts, "alerts");
    Objects.requireNonNull(sources, "sources");
    Objects.requireNonNull(scoring, "scoring");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(live, "live");
    Objects.requireNonNull(ready, "ready");
    Objects.requireNonNull(metrics, "metrics");
    Objects.requireNonNull(lastAudit, "lastAudit");
  }
}
