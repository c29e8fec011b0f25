package motcua.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import motcua.core.alert.AlertFigures;
import motcua.core.calendar.VietnamDay;
import motcua.core.ledger.Ratio;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.readmodel.DossierLine;
import motcua.readmodel.ReadModel;
import motcua.report.PrintedRow;
import motcua.report.Reference;
import motcua.report.Report;
import motcua.report.ReportRequest;
import motcua.report.Reports;

/**
 * What the ledger says of a scope that is late: figures, fields, dossiers to save first. The page
 * and the letters both ask here, so that they never tell a head two things. Thread-safe.
 */
public final class LateFigures {
  private static final int MOST_TO_SAVE = 5;

  /** Days after which an open dossier is not among those to save first. */
  private static final int AHEAD_DAYS = 3_660;

  private static final Comparator<FieldLate> MOST_LATE =
      Comparator.comparingLong(FieldLate::late).reversed().thenComparing(FieldLate::field);

  private final Reports reports;
  private final ReadModel readModel;
  private final Reference reference;

  /** Of a read model and the reports drawn from it. */
  public LateFigures(Reports reports, ReadModel readModel, Reference reference) {
    this.reports = Objects.requireNonNull(reports, "reports");
    this.readModel = Objects.requireNonNull(readModel, "readModel");
    this.reference = Objects.requireNonNull(reference, "reference");
  }

  /**
   * Figures of some days.
   *
   * @param fields those with late dossiers, with most first
   */
  public record Drawn(AlertFigures figures, List<FieldLate> fields) {
    public Drawn {
      Objects.requireNonNull(figures, "figures");
      fields = List.copyOf(fields);
    }
  }

  /**
   * Open dossiers to save first, at most five in all.
   *
   * @param overdue the longest overdue first
   * @param due the first due first
   */
  public record ToSave(List<DossierLine> overdue, List<DossierLine> due) {
    public ToSave {
      overdue = List.copyOf(overdue);
      due = List.copyOf(due);
    }
  }

  /**
   * Figures of a scope from one day to another, both counted; names of fields are those of the
   * last.
   */
  public Drawn draw(String scope, LocalDate from, LocalDate to) {
    Report report =
        reports.draw(new ReportRequest(printed(scope), from, to, null, Breakdown.FIELD));
    return new Drawn(AlertFigures.of(report.total()), fields(report, to));
  }

  private List<FieldLate> fields(Report report, LocalDate day) {
    Map<String, FieldLate> fields = new LinkedHashMap<>();
    for (PrintedRow row : report.rows()) {
      fields.merge(row.part(), field(row, day), LateFigures::sum);
    }
    return fields.values().stream().filter(field -> field.late() > 0).sorted(MOST_LATE).toList();
  }

  private FieldLate field(PrintedRow row, LocalDate day) {
    Ratio.Value late = Ratio.LATE.of(row.figures());
    String code = row.part();
    String name = code.isEmpty() ? "" : reference.procedures().fieldName(code, day);
    return new FieldLate(code, name, late.numerator(), late.denominator());
  }

  private static FieldLate sum(FieldLate one, FieldLate other) {
    return new FieldLate(
        one.field(), one.name(), one.late() + other.late(), one.dated() + other.dated());
  }

  /** What can still be done on a day for a scope: the overdue ones, then those that are due. */
  public ToSave toSave(String scope, LocalDate today) {
    Scope inside = reference.units().scope(printed(scope), today);
    List<DossierLine> overdue = readModel.overdue(inside, 0, MOST_TO_SAVE);
    if (overdue.size() == MOST_TO_SAVE) {
      return new ToSave(overdue, List.of());
    }
    Instant ahead = VietnamDay.startOf(today.plusDays(AHEAD_DAYS));
    return new ToSave(overdue, readModel.due(inside, ahead, 0, MOST_TO_SAVE - overdue.size()));
  }

  /** The code a report can be drawn for. */
  private String printed(String scope) {
    UnitTree units = reference.units();
    return units.isScope(scope) ? scope : units.displayCode(scope);
  }
}
