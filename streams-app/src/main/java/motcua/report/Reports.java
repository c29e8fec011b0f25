package motcua.report;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import motcua.core.ledger.ReportRow;
import motcua.core.mark.ConstantFlags;
import motcua.core.mark.Mark;
import motcua.core.snapshot.RowKey;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;
import motcua.readmodel.DeadLetterLine;
import motcua.readmodel.LearnedFigures;
import motcua.readmodel.MarkLine;
import motcua.readmodel.ReadModel;
import motcua.readmodel.ReportData;
import motcua.readmodel.ReportLine;
import motcua.readmodel.ReportQuery;

/** Draws reports from the read model, and checks every row before it is printed. Thread-safe. */
public final class Reports {
  private static final Comparator<PrintedRow> ROWS =
      Comparator.comparing(PrintedRow::unit).thenComparing(PrintedRow::part);
  private static final Comparator<MarkLine> MARKS =
      Comparator.comparing(MarkLine::unit)
          .thenComparing(MarkLine::source)
          .thenComparing(MarkLine::dossierId)
          .thenComparing(MarkLine::code)
          .thenComparing(MarkLine::detail);
  private static final Comparator<DeadLetterLine> DEAD_LETTERS =
      Comparator.comparing(DeadLetterLine::fingerprint).thenComparing(DeadLetterLine::reason);

  private final ReadModel readModel;
  private final Reference reference;
  private final InstantSource clock;

  /**
   * @param reference the files in force; a report takes them as known on its cut
   * @param clock printed on each report, and nothing else
   */
  public Reports(ReadModel readModel, Reference reference, InstantSource clock) {
    this.readModel = Objects.requireNonNull(readModel, "readModel");
    this.reference = Objects.requireNonNull(reference, "reference");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Draws a report.
   *
   * @throws UnknownScopeException when the tree has no such unit
   * @throws IllegalArgumentException when the period ends before it begins
   * @throws UnbalancedReportException when a row breaks the identity of ledger.md 5
   */
  public Report draw(ReportRequest request) {
    Reference known = reference.asKnownOn(request.knownOn());
    Scope scope = scope(known.units(), request);
    ReportData data =
        readModel.report(
            new ReportQuery(scope, request.from(), request.to(), request.knownOn(), request.by()));
    check(data);
    return new Report(
        request,
        clock.instant(),
        known.policy(),
        new Report.Versions(
            known.units().version(), known.calendar().version(), known.procedures().version()),
        rows(known.units(), request, data),
        data.total(),
        marks(known.units(), data),
        data.deadLetters().stream().sorted(DEAD_LETTERS).toList());
  }

  /**
   * What became known after an earlier cut, up to that of the request: by row as printed, with
   * {@link RowKey#TOTAL}. Initial loads are left out: they propose no revision (ledger.md 1).
   *
   * @throws UnknownScopeException when the tree has no such unit
   */
  public Map<RowKey, ReportRow> learnedAfter(LocalDate earlier, ReportRequest request) {
    UnitTree units = reference.asKnownOn(request.knownOn()).units();
    LearnedFigures learned =
        readModel.learnedAfter(
            earlier,
            new ReportQuery(
                scope(units, request),
                request.from(),
                request.to(),
                request.knownOn(),
                request.by()));
    Map<RowKey, ReportRow> rows = new HashMap<>();
    learned
        .lines()
        .forEach(
            line ->
                rows.put(new RowKey(units.displayCode(line.unit()), line.part()), line.figures()));
    rows.put(RowKey.TOTAL, learned.total());
    return rows;
  }

  /**
   * The units of a request.
   *
   * @throws UnknownScopeException when the tree has no such unit
   */
  static Scope scope(UnitTree units, ReportRequest request) {
    String code = request.scope();
    if (!units.isScope(code)) {
      throw new UnknownScopeException(code);
    }
    return units.scope(code, request.to());
  }

  private static void check(ReportData data) {
    for (ReportLine line : data.lines()) {
      check(
          "unit " + line.unit() + (line.part().isEmpty() ? "" : ", " + line.part()),
          line.figures());
    }
    check("total", data.total());
  }

  private static void check(String name, ReportRow row) {
    if (!row.isBalanced()) {
      throw new UnbalancedReportException(
          "the ledger does not balance: %s breaks the identity of ledger.md 5: %s"
              .formatted(name, row));
    }
  }

  private static List<PrintedRow> rows(UnitTree units, ReportRequest request, ReportData data) {
    return data.lines().stream()
        .filter(line -> !line.figures().isEmpty())
        .map(
            line ->
                new PrintedRow(
                    units.displayCode(line.unit()),
                    units.row(line.unit(), request.to()) == null
                        ? ""
                        : units.name(line.unit(), request.to()),
                    line.part(),
                    line.figures()))
        .sorted(ROWS)
        .toList();
  }

  private static List<MarkLine> marks(UnitTree units, ReportData data) {
    return Stream.of(data.marks(), data.unknownUnits(), constantFlags(data))
        .flatMap(List::stream)
        .map(
            mark ->
                new MarkLine(
                    mark.unit().isEmpty() ? "" : units.displayCode(mark.unit()),
                    mark.source(),
                    mark.dossierId(),
                    mark.code(),
                    mark.detail()))
        .sorted(MARKS)
        .toList();
  }

  /** They concern a system and no dossier: both are left empty. */
  private static List<MarkLine> constantFlags(ReportData data) {
    Map<String, List<ReportRow>> parts = new TreeMap<>();
    for (ReportLine line : data.lines()) {
      parts.computeIfAbsent(line.unit(), unit -> new ArrayList<>(1)).add(line.figures());
    }
    List<MarkLine> lines = new ArrayList<>();
    parts.forEach(
        (unit, rows) -> {
          for (Mark mark : ConstantFlags.of(unit, rows)) {
            lines.add(new MarkLine(unit, "", "", mark.code().name(), mark.detail()));
          }
        });
    return lines;
  }
}
