package motcua.core.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement of a publication beside the ledger's figures for the same scope and period.
 *
 * @param statement the statement
 * @param rows its figures in the order of the source
 * @param openUndated open dossiers without a due date in the ledger: no publication has a place for
 *     them
 */
public record Comparison(Statement statement, List<Row> rows, long openUndated) {
  /** The bases an office may have divided by instead, narrowest first. */
  private static final List<List<String>> OTHER_BASES =
      List.of(
          List.of("closedEarly", "closedOnTime"),
          List.of("closedEarly", "closedOnTime", "closedLate"),
          List.of("received"),
          List.of("carriedOver", "received"));

  /** What form II.06a prints inside another column (rules.md 5). */
  private static final Map<String, List<String>> FORM_II_06A =
      Map.of(
          "closedOnTime",
          List.of("refused", "withdrawn", "closedUndated"),
          "openInTime",
          List.of("suspended", "openUndated"));

  /**
   * One printed figure, the ledger's answer and everything found about it.
   *
   * @param ledger empty when the ledger keeps no such figure
   */
  public record Row(
      PublishedFigure figure,
      Optional<LedgerFigure> ledger,
      Verdict verdict,
      List<Finding> findings) {}

  /**
   * Compares every figure of the statement.
   *
   * @param findings what {@link PublicationChecks} found in the publication
   * @param columns the ledger's row for the statement's scope and period, names as in the report
   *     JSON
   * @throws IllegalArgumentException names a column that a figure needs and the row lacks
   */
  public static Comparison of(
      Publication publication,
      Statement statement,
      List<Finding> findings,
      Map<String, Long> columns) {
    List<Row> rows = new ArrayList<>();
    for (PublishedFigure figure : publication.of(statement)) {
      List<Finding> own =
          findings.stream().filter(finding -> finding.subject().equals(figure)).toList();
      Optional<LedgerFigure> ledger =
          figure.expression().map(expression -> LedgerFigure.of(expression, columns));
      rows.add(new Row(figure, ledger, verdict(figure, ledger, own, columns), own));
    }
    return new Comparison(statement, List.copyOf(rows), columns.getOrDefault("openUndated", 0L));
  }

  /** The figures of a statement for which it is not known what to ask the ledger. */
  public static Comparison withoutLedger(
      Publication publication, Statement statement, List<Finding> findings) {
    List<Row> rows = new ArrayList<>();
    for (PublishedFigure figure : publication.of(statement)) {
      Verdict verdict =
          figure.value().isEmpty()
              ? new Verdict.NotStated()
              : figure.expression().isPresent()
                  ? new Verdict.NotCompared()
                  : new Verdict.NotInLedger();
      rows.add(
          new Row(
              figure,
              Optional.empty(),
              verdict,
              findings.stream().filter(finding -> finding.subject().equals(figure)).toList()));
    }
    return new Comparison(statement, List.copyOf(rows), 0);
  }

  private static Verdict verdict(
      PublishedFigure figure,
      Optional<LedgerFigure> ledger,
      List<Finding> findings,
      Map<String, Long> columns) {
    if (figure.value().isEmpty()) {
      return new Verdict.NotStated();
    }
    if (ledger.isEmpty()) {
      return new Verdict.NotInLedger();
    }
    BigDecimal printed = figure.value().get();
    return switch (ledger.get()) {
      case LedgerFigure.Count(long count) ->
          printed.compareTo(BigDecimal.valueOf(count)) == 0
              ? new Verdict.Equal()
              : countOnOtherBase(figure, printed, columns).orElse(new Verdict.Different());
      case LedgerFigure.Share share -> shareVerdict(share, printed, findings, columns);
    };
  }

  private static Verdict shareVerdict(
      LedgerFigure.Share share,
      BigDecimal printed,
      List<Finding> findings,
      Map<String, Long> columns) {
    if (Percentage.prints(share.numerator(), share.denominator(), printed)) {
      return new Verdict.Equal();
    }
    if (share.denominator() == 0) {
      return new Verdict.Different();
    }
    for (List<String> base : OTHER_BASES) {
      if (Percentage.prints(share.numerator(), LedgerFigure.sum(base, columns), printed)) {
        return new Verdict.EqualOnOtherBase(String.join("+", base));
      }
    }
    boolean noPrintedBase =
        findings.stream().anyMatch(f -> f.fault() instanceof Fault.PercentUnreachable);
    boolean noLedgerBase = Percentage.numerator(printed, share.denominator()).isEmpty();
    return noPrintedBase && noLedgerBase
        ? new Verdict.Unreachable(Percentage.smallestBase(printed))
        : new Verdict.Different();
  }

  /** The sum with the columns that form II.06a prints inside it. */
  private static Optional<Verdict> countOnOtherBase(
      PublishedFigure figure, BigDecimal printed, Map<String, Long> columns) {
    if (!(figure.expression().orElse(null) instanceof LedgerExpression.Sum sum)) {
      return Optional.empty();
    }
    List<String> grouped = new ArrayList<>(sum.columns());
    sum.columns().forEach(column -> grouped.addAll(FORM_II_06A.getOrDefault(column, List.of())));
    return grouped.size() > sum.columns().size()
            && printed.compareTo(BigDecimal.valueOf(LedgerFigure.sum(grouped, columns))) == 0
        ? Optional.of(new Verdict.EqualOnOtherBase("II.06a"))
        : Optional.empty();
  }
}
