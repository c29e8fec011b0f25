package motcua.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import motcua.core.ledger.Column;
import motcua.core.publication.Comparison;
import motcua.core.publication.ComparisonText;
import motcua.core.publication.LedgerExpression;
import motcua.core.publication.LedgerFigure;
import motcua.core.publication.Percentage;
import motcua.core.publication.PublishedFigure;
import motcua.core.publication.Statement;
import motcua.core.publication.Verdict;
import motcua.readmodel.CellDossiers;
import motcua.readmodel.JournalOffException;
import motcua.reconciliation.Reconciliation.Cell;
import motcua.reconciliation.Reconciliation.Difference;
import motcua.reconciliation.Reconciliation.Learned;
import motcua.report.CellRequest;
import motcua.report.DrillDown;
import motcua.report.UnknownScopeException;

/**
 * Follows a figure that differs to dossiers, as far as that is honest: what the office counted is
 * not known, but what the ledger learned after the day of printing is. Not thread-safe.
 */
final class Explanations {
  /** Dossiers named at once; the rest by the list behind the figure. */
  private static final int NAMED = 20;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final Map<String, Column> COLUMNS =
      Arrays.stream(Column.values()).collect(Collectors.toMap(Column::code, Function.identity()));

  private final LedgerRows ledger;
  private final DrillDown drillDown;
  private final LocalDate knownOn;
  private final Map<CellRequest, CellDossiers> listed = new HashMap<>();

  Explanations(LedgerRows ledger, DrillDown drillDown, LocalDate knownOn) {
    this.ledger = ledger;
    this.drillDown = drillDown;
    this.knownOn = knownOn;
  }

  /** Empty when the figure does not differ. */
  Optional<Difference> of(Comparison.Row row, Map<String, Long> columns) {
    boolean differs =
        row.verdict() instanceof Verdict.Different || row.verdict() instanceof Verdict.Unreachable;
    if (!differs) {
      return Optional.empty();
    }
    LedgerExpression expression = row.figure().expression().orElseThrow();
    List<Cell> cells =
        expression.allColumns().stream()
            .map(column -> new Cell(column, columns.get(column)))
            .toList();
    return Optional.of(explained(row, expression, cells));
  }

  private Difference explained(Comparison.Row row, LedgerExpression expression, List<Cell> cells) {
    PublishedFigure figure = row.figure();
    LedgerFigure now = row.ledger().orElseThrow();
    Optional<BigDecimal> difference = difference(figure, now);
    Optional<LocalDate> printedOn = figure.statement().counterpart().printedOn();
    if (printedOn.isEmpty()) {
      return new Difference(
          row,
          difference,
          cells,
          Optional.empty(),
          List.of(),
          "Chưa biết ngày in báo cáo nên không tách được những gì sổ cái biết sau khi in; sổ cái chỉ liệt kê được hồ sơ của con số của mình.");
    }
    LocalDate day = printedOn.get();
    if (knownOn != null && !day.isBefore(knownOn)) {
      return new Difference(
          row,
          difference,
          cells,
          Optional.of(now),
          List.of(),
          "Sổ cái được lấy như đã biết ngày %s, không sau ngày in; sổ cái không biết hồ sơ nào làm nên chênh lệch."
              .formatted(DAY.format(knownOn)));
    }
    LedgerFigure atPrint;
    try {
      atPrint = LedgerFigure.of(expression, ledger.columns(figure.statement(), day));
    } catch (UnknownScopeException notYet) {
      return new Difference(
          row,
          difference,
          cells,
          Optional.empty(),
          List.of(),
          "Cây đơn vị như đã biết ngày %s chưa có đơn vị này, nên không tách được những gì sổ cái biết sau khi in."
              .formatted(DAY.format(day)));
    }
    return learned(row, difference, cells, atPrint, day);
  }

  private Difference learned(
      Comparison.Row row,
      Optional<BigDecimal> difference,
      List<Cell> cells,
      LedgerFigure atPrint,
      LocalDate day) {
    PublishedFigure figure = row.figure();
    LedgerFigure now = row.ledger().orElseThrow();
    try {
      List<Learned> learned = new ArrayList<>();
      for (Cell cell : cells) {
        CellDossiers found = listed(figure.statement(), cell.column(), day);
        if (!found.rows().isEmpty()) {
          long dossiers = found.dossiers().orElseThrow();
          learned.add(new Learned(cell.column(), found.figure(), dossiers, found.rows()));
        }
      }
      return new Difference(
          row,
          difference,
          cells,
          Optional.of(atPrint),
          learned,
          words(figure, now, atPrint, !learned.isEmpty(), day));
    } catch (JournalOffException off) {
      return new Difference(
          row,
          difference,
          cells,
          Optional.of(atPrint),
          List.of(),
          words(figure, now, atPrint, false, day)
              + " Sổ này không giữ nhật ký bút toán nên không liệt kê được hồ sơ.");
    }
  }

  private CellDossiers listed(Statement statement, String column, LocalDate after) {
    return listed.computeIfAbsent(
        new CellRequest(
            LedgerRows.request(statement, knownOn),
            null,
            statement.counterpart().field().orElse(null),
            COLUMNS.get(column),
            after),
        request -> drillDown.dossiers(request, 0, NAMED));
  }

  private static String words(
      PublishedFigure figure, LedgerFigure now, LedgerFigure then, boolean listed, LocalDate day) {
    String onDay = DAY.format(day);
    if (prints(then, figure)) {
      return "Sổ cái như đã biết ngày %s cho đúng con số đã in; chênh lệch là những gì biết sau ngày đó%s."
          .formatted(onDay, listed ? ", ở các hồ sơ nêu đây" : "");
    }
    if (!then.equals(now)) {
      return "Sau ngày %s, những gì biết thêm làm con số của sổ cái đổi từ %s thành %s; phần còn lại của chênh lệch, sổ cái không biết hồ sơ nào."
          .formatted(
              onDay, ComparisonText.ledger(then, figure), ComparisonText.ledger(now, figure));
    }
    return "Sổ cái như đã biết ngày %s cũng cho %s; sổ cái không biết hồ sơ nào làm nên chênh lệch."
        .formatted(onDay, ComparisonText.ledger(now, figure));
  }

  private static boolean prints(LedgerFigure ledger, PublishedFigure figure) {
    BigDecimal printed = figure.value().orElseThrow();
    return switch (ledger) {
      case LedgerFigure.Count(long count) -> printed.compareTo(BigDecimal.valueOf(count)) == 0;
      case LedgerFigure.Share(long numerator, long base) ->
          Percentage.prints(numerator, base, printed);
    };
  }

  /** A percentage's in as many decimals as are printed, but two at least. */
  private static Optional<BigDecimal> difference(PublishedFigure figure, LedgerFigure ledger) {
    BigDecimal printed = figure.value().orElseThrow();
    return switch (ledger) {
      case LedgerFigure.Count(long count) ->
          Optional.of(printed.subtract(BigDecimal.valueOf(count)));
      case LedgerFigure.Share share ->
          share.percent(Math.max(2, printed.scale())).map(printed::subtract);
    };
  }
}
