package motcua.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import motcua.core.publication.Comparison;
import motcua.core.publication.Fault;
import motcua.core.publication.FiguresRead;
import motcua.core.publication.Finding;
import motcua.core.publication.Publication;
import motcua.core.publication.PublicationChecks;
import motcua.core.publication.ReadingFault;
import motcua.core.publication.Statement;
import motcua.reconciliation.Reconciliation.Cell;
import motcua.reconciliation.Reconciliation.Compared;
import motcua.reconciliation.Reconciliation.Gap;
import motcua.report.DrillDown;
import motcua.report.Reports;
import motcua.report.UnknownScopeException;

/** Reads printed reports beside the ledger; saves nothing. Thread-safe. */
public final class Reconciler {
  private static final String NO_SCOPE =
      "Chưa biết đây là đơn vị nào của sổ cái nên chưa đối chiếu với sổ cái; ghi mã đơn vị ở cột scope hoặc chọn phạm vi.";

  private final Reports reports;
  private final DrillDown drillDown;

  /** Draws figures from the one, lists dossiers from the other. */
  public Reconciler(Reports reports, DrillDown drillDown) {
    this.reports = Objects.requireNonNull(reports, "reports");
    this.drillDown = Objects.requireNonNull(drillDown, "drillDown");
  }

  /**
   * Checks every figure against its publication and against the ledger.
   *
   * @param read figures without a fault
   * @param knownOn knowledge cut of the ledger's figures; null: everything known
   * @throws UnreadableFiguresException when figures have faults, or name units the tree has not
   * @throws motcua.report.JournalBehindException when journal and ledger are not at the same point
   *     just now
   */
  public Reconciliation reconcile(FiguresRead read, LocalDate knownOn) {
    UnreadableFiguresException.throwIfAny(read.faults());
    LedgerRows ledger = new LedgerRows(reports);
    UnreadableFiguresException.throwIfAny(unknownScopes(read, ledger, knownOn));
    Explanations explanations = new Explanations(ledger, drillDown, knownOn);
    List<Compared> compared = new ArrayList<>();
    for (Publication publication : Publication.byDistrict(read.all())) {
      List<Finding> findings = PublicationChecks.check(publication);
      for (Statement statement : publication.statements()) {
        compared.add(
            statement.counterpart().scope().isEmpty()
                ? alone(publication, statement, findings)
                : beside(
                    publication,
                    statement,
                    findings,
                    ledger.columns(statement, knownOn),
                    explanations));
      }
    }
    return new Reconciliation(knownOn, compared);
  }

  private static List<ReadingFault> unknownScopes(
      FiguresRead read, LedgerRows ledger, LocalDate knownOn) {
    List<ReadingFault> faults = new ArrayList<>();
    Set<String> unknown = new HashSet<>();
    for (FiguresRead.Line line : read.figures()) {
      Statement statement = line.figure().statement();
      Optional<String> scope = statement.counterpart().scope();
      try {
        if (scope.isPresent() && !unknown.contains(scope.get())) {
          ledger.columns(statement, knownOn);
        }
      } catch (UnknownScopeException none) {
        unknown.add(scope.get());
        faults.add(
            new ReadingFault(
                line.number(),
                "scope",
                "cây đơn vị không có đơn vị \"%s\"; ghi mã đơn vị, UNKNOWN/<mã> hoặc ALL"
                    .formatted(scope.get())));
      }
    }
    return faults;
  }

  private static Compared alone(
      Publication publication, Statement statement, List<Finding> findings) {
    Comparison comparison = Comparison.withoutLedger(publication, statement, findings);
    Compared compared = new Compared(comparison, Optional.empty(), List.of(), List.of());
    return compared.notCompared() == 0
        ? compared
        : new Compared(comparison, Optional.of(NO_SCOPE), List.of(), List.of());
  }

  private static Compared beside(
      Publication publication,
      Statement statement,
      List<Finding> findings,
      Map<String, Long> columns,
      Explanations explanations) {
    Comparison comparison = Comparison.of(publication, statement, findings, columns);
    List<Gap> gaps =
        comparison.rows().stream()
            .flatMap(row -> row.findings().stream())
            .filter(finding -> finding.fault() instanceof Fault.SumFails)
            .flatMap(finding -> gap(finding, columns).stream())
            .toList();
    return new Compared(
        comparison,
        Optional.empty(),
        gaps,
        comparison.rows().stream().flatMap(row -> explanations.of(row, columns).stream()).toList());
  }

  /** Where the ledger has dossiers in columns that a printed sum leaves out. */
  private static Optional<Gap> gap(Finding finding, Map<String, Long> columns) {
    Fault.SumFails sum = (Fault.SumFails) finding.fault();
    List<Cell> cells =
        sum.notStated().stream()
            .map(column -> new Cell(column, columns.getOrDefault(column, 0L)))
            .filter(cell -> cell.figure() != 0)
            .toList();
    return cells.isEmpty()
        ? Optional.empty()
        : Optional.of(new Gap(finding, cells, words(sum, cells)));
  }

  private static String words(Fault.SumFails sum, List<Cell> cells) {
    long held = cells.stream().mapToLong(Cell::figure).sum();
    boolean exactly =
        sum.whole().value().subtract(sum.sum()).compareTo(java.math.BigDecimal.valueOf(held)) == 0;
    return exactly
        ? "Ở những cột báo cáo không nêu, sổ cái có đúng số còn thiếu."
        : "Ở những cột báo cáo không nêu, sổ cái có hồ sơ, nhưng không đúng bằng chỗ lệch.";
  }
}
