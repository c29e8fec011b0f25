package motcua.report;

import java.util.Objects;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;
import motcua.readmodel.CellDossier;
import motcua.readmodel.CellDossiers;
import motcua.readmodel.CellQuery;
import motcua.readmodel.PostingLine;
import motcua.readmodel.ReadModel;
import motcua.readmodel.ReportQuery;

/** Follows a figure of a report back to its dossiers, as of the same cut. Thread-safe. */
public final class DrillDown {
  private final ReadModel readModel;
  private final Reference reference;

  /**
   * @param reference the files in force; taken as known on the cut, as a report takes them
   */
  public DrillDown(ReadModel readModel, Reference reference) {
    this.readModel = Objects.requireNonNull(readModel, "readModel");
    this.reference = Objects.requireNonNull(reference, "reference");
  }

  /**
   * The dossiers of a cell, units as printed. Their counts add up to the figure of the report.
   *
   * @param offset number of dossiers to pass over
   * @param limit most dossiers to give
   * @throws UnknownScopeException when the tree has no such unit
   * @throws UnitOutsideScopeException when the row's unit is not in the scope
   * @throws JournalBehindException when journal and ledger are not at the same point just now
   */
  public CellDossiers dossiers(CellRequest request, int offset, int limit) {
    ReportRequest report = request.report();
    UnitTree units = reference.asKnownOn(report.knownOn()).units();
    Scope scope = Reports.scope(units, report);
    String unit = request.unit() == null ? null : units.rawCode(request.unit());
    if (unit != null && !scope.includes(unit)) {
      throw new UnitOutsideScopeException(request.unit(), report.scope());
    }
    ReportQuery query =
        new ReportQuery(scope, report.from(), report.to(), report.knownOn(), report.by());
    CellDossiers found =
        readModel.dossiers(
            new CellQuery(query, unit, request.part(), request.column(), request.knownAfter()),
            offset,
            limit);
    if (found.listed() != found.figure()) {
      throw new JournalBehindException(
          "%s is %d in the ledger and %d in the journal"
              .formatted(request, found.figure(), found.listed()));
    }
    return new CellDossiers(
        found.figure(),
        found.listed(),
        found.dossiers(),
        found.more(),
        found.rows().stream().map(row -> printed(row, units)).toList());
  }

  private static CellDossier printed(CellDossier row, UnitTree units) {
    return new CellDossier(
        row.source(),
        row.dossierId(),
        units.displayCode(row.unit()),
        row.field(),
        row.procedure(),
        row.count(),
        row.causes().stream().map(line -> printed(line, units)).toList());
  }

  private static PostingLine printed(PostingLine line, UnitTree units) {
    return new PostingLine(
        line.sequence(),
        line.leg(),
        units.displayCode(line.unit()),
        line.counterpart().isEmpty() ? "" : units.displayCode(line.counterpart()),
        line.field(),
        line.procedure(),
        line.channel(),
        line.fromBucket(),
        line.toBucket(),
        line.counter(),
        line.count(),
        line.countsOn(),
        line.knownOn(),
        line.cause());
  }
}
