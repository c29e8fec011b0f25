package motcua.reconciliation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import motcua.core.ledger.Column;
import motcua.core.ledger.ReportRow;
import motcua.core.publication.Counterpart;
import motcua.core.publication.Statement;
import motcua.readmodel.Breakdown;
import motcua.report.PrintedRow;
import motcua.report.Report;
import motcua.report.ReportRequest;
import motcua.report.Reports;

/** The ledger's figures for statements, each report drawn once. Not thread-safe. */
final class LedgerRows {
  private final Reports reports;
  private final Map<ReportRequest, Report> drawn = new HashMap<>();

  LedgerRows(Reports reports) {
    this.reports = reports;
  }

  /** The report on a statement that has a scope. */
  static ReportRequest request(Statement statement, LocalDate knownOn) {
    Counterpart place = statement.counterpart();
    return new ReportRequest(
        place.scope().orElseThrow(),
        statement.from(),
        statement.to(),
        knownOn,
        place.field().isPresent() ? Breakdown.FIELD : Breakdown.NONE);
  }

  /**
   * The columns by their codes: of the scope's total, or of its field, transfers left out then.
   *
   * @throws motcua.report.UnknownScopeException when the tree has no such unit
   */
  Map<String, Long> columns(Statement statement, LocalDate knownOn) {
    Report report = drawn.computeIfAbsent(request(statement, knownOn), reports::draw);
    Optional<String> field = statement.counterpart().field();
    return field.isEmpty()
        ? columns(List.of(report.total()), List.of(Column.values()))
        : columns(
            report.rows().stream()
                .filter(row -> row.part().equals(field.get()))
                .map(PrintedRow::figures)
                .toList(),
            Arrays.stream(Column.values())
                .filter(c -> c != Column.TRANSFERRED_IN && c != Column.TRANSFERRED_OUT)
                .toList());
  }

  private static Map<String, Long> columns(List<ReportRow> rows, List<Column> columns) {
    return columns.stream()
        .collect(
            Collectors.toMap(Column::code, column -> rows.stream().mapToLong(column::of).sum()));
  }
}
