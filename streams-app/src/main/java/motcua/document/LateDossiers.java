package motcua.document;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import motcua.core.calendar.VietnamDay;
import motcua.core.dossier.DossierKey;
import motcua.core.ledger.Column;
import motcua.core.period.Period;
import motcua.core.print.LateDossier;
import motcua.core.print.LateTable;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.readmodel.CellDossier;
import motcua.readmodel.DossierLine;
import motcua.readmodel.PostingLine;
import motcua.readmodel.ReadModel;
import motcua.readmodel.SnapshotHead;
import motcua.report.CellRequest;
import motcua.report.DrillDown;
import motcua.report.Reference;
import motcua.report.ReportRequest;

/**
 * The late dossiers behind a figure of a snapshot, from the journal as of its cut; their dues as
 * known now, because the journal keeps none.
 */
public final class LateDossiers {
  private static final int PAGE = 5_000;

  private final DrillDown drillDown;
  private final ReadModel readModel;
  private final Reference reference;

  public LateDossiers(DrillDown drillDown, ReadModel readModel, Reference reference) {
    this.drillDown = Objects.requireNonNull(drillDown, "drillDown");
    this.readModel = Objects.requireNonNull(readModel, "readModel");
    this.reference = Objects.requireNonNull(reference, "reference");
  }

  /**
   * Reads them when asked to, a page at a time, by code.
   *
   * @param column CLOSED_LATE or OPEN_OVERDUE
   */
  LateTable.Dossiers behind(SnapshotHead head, Column column) {
    Period period = head.subject().period();
    CellRequest request =
        new CellRequest(
            new ReportRequest(
                head.subject().scope(), period.from(), period.to(), head.cut(), Breakdown.NONE),
            null,
            null,
            column,
            null);
    UnitTree units = reference.asKnownOn(head.cut()).units();
    return reader -> read(request, units, reader);
  }

  private void read(CellRequest request, UnitTree units, Consumer<LateDossier> reader) {
    List<CellDossier> page;
    for (int offset = 0; ; offset += PAGE) {
      page = drillDown.dossiers(request, offset, PAGE).rows();
      Map<DossierKey, LocalDate> dues = dues(page);
      for (CellDossier dossier : page) {
        // Below 0: the period takes back what an earlier one counted, and nothing is late in it.
        if (dossier.count() > 0) {
          reader.accept(late(request, units, dossier, dues));
        }
      }
      if (page.size() < PAGE) {
        return;
      }
    }
  }

  private Map<DossierKey, LocalDate> dues(List<CellDossier> page) {
    Map<DossierKey, LocalDate> dues = new HashMap<>();
    for (DossierLine line : readModel.standing(page.stream().map(LateDossiers::key).toList())) {
      if (line.dueAt() != null) {
        dues.put(new DossierKey(line.source(), line.dossierId()), VietnamDay.of(line.dueAt()));
      }
    }
    return dues;
  }

  private static DossierKey key(CellDossier dossier) {
    return new DossierKey(dossier.source(), dossier.dossierId());
  }

  private static LateDossier late(
      CellRequest request, UnitTree units, CellDossier dossier, Map<DossierKey, LocalDate> dues) {
    LocalDate to = request.report().to();
    LocalDate finished =
        request.column() == Column.CLOSED_LATE
            ? dossier.causes().stream()
                .map(PostingLine::countsOn)
                .max(Comparator.naturalOrder())
                .orElse(to)
            : null;
    String raw = units.rawCode(dossier.unit());
    return new LateDossier(
        dossier.dossierId(),
        dossier.unit(),
        units.row(raw, to) == null ? "" : units.name(raw, to),
        dossier.field(),
        dues.get(key(dossier)),
        finished,
        finished == null ? to : finished);
  }
}
