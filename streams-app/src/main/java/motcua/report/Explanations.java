package motcua.report;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import motcua.core.calendar.VietnamDay;
import motcua.core.definition.Answer;
import motcua.core.definition.Definitions;
import motcua.core.definition.Moment;
import motcua.core.policy.Policy.Timeliness;
import motcua.core.unit.UnitTree;
import motcua.readmodel.MomentData;
import motcua.readmodel.MomentDossier;
import motcua.readmodel.MomentDossiers;
import motcua.readmodel.ReadModel;
import motcua.readmodel.ReportQuery;

/** Explains what definitions of "on time" make of the same dossiers. Thread-safe. */
public final class Explanations {
  private final ReadModel readModel;
  private final Reference reference;
  private final InstantSource clock;

  /**
   * @param reference the files in force; taken as known on the cut, as a report takes them
   * @param clock decides whether a period is over
   */
  public Explanations(ReadModel readModel, Reference reference, InstantSource clock) {
    this.readModel = Objects.requireNonNull(readModel, "readModel");
    this.reference = Objects.requireNonNull(reference, "reference");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * What each definition gives for a request without a split, and why.
   *
   * @throws UnknownScopeException when the tree has no such unit
   * @throws InstantLedgerException when the ledger has no ratio by day
   * @throws JournalBehindException when journal and ledger are not at the same point just now
   */
  public List<Answer> explain(ReportRequest request) {
    if (reference.policy().timeliness() != Timeliness.DAY) {
      throw new InstantLedgerException(reference.policy().name());
    }
    MomentData data = readModel.moments(query(units(request), request));
    if (!data.agrees()) {
      throw new JournalBehindException(
          "%s is %s in the ledger; in the journal %d on the due day, %d refused or withdrawn"
              .formatted(request, data.total(), data.listedOnTime(), data.listedDropped()));
    }
    return Definitions.of(data.total(), data.moments(), isOver(request));
  }

  /**
   * The dossiers of a moment, units as printed.
   *
   * @param offset number of dossiers to pass over
   * @param limit most dossiers to give
   * @throws UnknownScopeException when the tree has no such unit
   */
  public MomentDossiers dossiers(ReportRequest request, Moment moment, int offset, int limit) {
    UnitTree units = units(request);
    MomentDossiers found = readModel.moments(query(units, request), moment, offset, limit);
    return new MomentDossiers(
        found.total(), found.rows().stream().map(row -> printed(row, units)).toList());
  }

  private boolean isOver(ReportRequest request) {
    LocalDate today = VietnamDay.of(clock.instant());
    LocalDate cut = request.knownOn();
    LocalDate known = cut == null || cut.isAfter(today) ? today : cut;
    return known.isAfter(request.to());
  }

  private UnitTree units(ReportRequest request) {
    return reference.asKnownOn(request.knownOn()).units();
  }

  private static ReportQuery query(UnitTree units, ReportRequest request) {
    return new ReportQuery(
        Reports.scope(units, request),
        request.from(),
        request.to(),
        request.knownOn(),
        request.by());
  }

  private static MomentDossier printed(MomentDossier row, UnitTree units) {
    return new MomentDossier(
        row.source(),
        row.dossierId(),
        units.displayCode(row.unit()),
        row.field(),
        row.procedure(),
        row.day(),
        row.dueAt(),
        row.finishedAt());
  }
}
