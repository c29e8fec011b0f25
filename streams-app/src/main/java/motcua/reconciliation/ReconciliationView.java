package motcua.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import motcua.core.publication.Comparison;
import motcua.core.publication.ComparisonText;
import motcua.core.publication.Fault;
import motcua.core.publication.FaultText;
import motcua.core.publication.Finding;
import motcua.core.publication.LedgerFigure;
import motcua.core.publication.MetricNames;
import motcua.core.publication.Percentage;
import motcua.core.publication.PrintedNumber;
import motcua.core.publication.PublishedFigure;
import motcua.core.publication.Statement;
import motcua.core.publication.Verdict;
import motcua.readmodel.CellDossier;

/**
 * A reconciliation as it is written in JSON; codes beside what people read in Vietnamese. Links
 * lead to the lists of dossiers of the HTTP API.
 */
public record ReconciliationView(
    @JsonInclude String knownOn, Summary summary, List<PublicationView> publications) {

  /** Of everything handed in. */
  public record Summary(
      int publications,
      int figures,
      long sums,
      long percentages,
      long differences,
      int remarks,
      long notCompared,
      boolean agrees) {}

  /** All statements of one publication. */
  public record PublicationView(String publication, List<StatementView> statements) {}

  /**
   * One statement.
   *
   * @param note why it was not compared with the ledger; null when it was, or needs not
   */
  public record StatementView(
      String province,
      String level,
      String levelName,
      String from,
      String to,
      @JsonInclude String scope,
      @JsonInclude String field,
      @JsonInclude String printedOn,
      @JsonInclude String note,
      List<SumView> sums,
      List<PercentageView> percentages,
      List<DifferenceView> differences,
      List<RemarkView> remarks,
      List<FigureView> figures) {}

  /** A printed figure. */
  public record Printed(String metric, String name, String printed, String sourceLine) {
    static Printed of(PublishedFigure figure) {
      return new Printed(
          figure.metric(),
          MetricNames.metric(figure.metric()),
          figure.valueAsPrinted(),
          figure.sourceLine());
    }
  }

  /** A count with the name it is called by. */
  public record Count(String metric, String name, BigDecimal value) {
    static Count of(Fault.Named named) {
      return new Count(named.name(), MetricNames.metric(named.name()), named.value());
    }
  }

  /**
   * A sum that fails.
   *
   * @param gap the whole less its parts
   * @param ledger what the ledger has in the columns the publication leaves out
   */
  public record SumView(
      Printed figure,
      BigDecimal whole,
      List<Count> parts,
      BigDecimal gap,
      List<String> notStated,
      List<CellView> ledger,
      String says) {}

  /**
   * A percentage that cannot be.
   *
   * @param kind UNREACHABLE, MISMATCH or ABOVE_HUNDRED
   * @param smallestBase the smallest base that can print it; null: none, or another kind
   * @param nearest what whole numbers next to it would print, over each printed base
   */
  public record PercentageView(
      Printed figure,
      String kind,
      @JsonInclude Long smallestBase,
      List<ShareView> nearest,
      String says) {}

  /** A share of whole numbers and what it prints. */
  public record ShareView(long numerator, long denominator, String prints) {}

  /**
   * A figure that the ledger has otherwise.
   *
   * @param difference printed less the ledger's
   * @param atPrint the ledger's figure as known on the day of printing
   */
  public record DifferenceView(
      Printed figure,
      String verdict,
      String ledger,
      @JsonInclude BigDecimal difference,
      @JsonInclude String atPrint,
      List<CellView> cells,
      List<LearnedView> learned,
      String says) {}

  /** A column of the ledger's figure, with the way to its dossiers. */
  public record CellView(String column, String name, long figure, String dossiers) {}

  /** What became known of a column after the day of printing. */
  public record LearnedView(
      String column,
      String name,
      long figure,
      long count,
      List<DossierView> first,
      String dossiers) {}

  /** A dossier, and how often it changed the figure. */
  public record DossierView(String source, String dossierId, String unit, long count) {}

  /** Something else that is wrong, or left unsaid. */
  public record RemarkView(Printed figure, boolean inconsistent, String says) {}

  /** Any figure handed in. */
  public record FigureView(Printed figure, @JsonInclude String ledger, String verdict) {}

  /** The view of a reconciliation. */
  public static ReconciliationView of(Reconciliation reconciliation) {
    Map<String, List<StatementView>> byPublication = new LinkedHashMap<>();
    int figures = 0;
    for (Reconciliation.Compared one : reconciliation.statements()) {
      figures += one.comparison().rows().size();
      byPublication
          .computeIfAbsent(one.comparison().statement().district(), district -> new ArrayList<>())
          .add(new Statements(reconciliation.knownOn(), one).view());
    }
    return new ReconciliationView(
        text(Optional.ofNullable(reconciliation.knownOn())),
        new Summary(
            byPublication.size(),
            figures,
            reconciliation.count(Reconciliation.Group.SUM),
            reconciliation.count(Reconciliation.Group.PERCENTAGE),
            reconciliation.differences(),
            byPublication.values().stream()
                .flatMap(List::stream)
                .mapToInt(statement -> statement.remarks().size())
                .sum(),
            reconciliation.notCompared(),
            reconciliation.agrees()),
        byPublication.entrySet().stream()
            .map(entry -> new PublicationView(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }

  /** Writes one statement. */
  private record Statements(LocalDate knownOn, Reconciliation.Compared compared) {
    StatementView view() {
      Statement statement = compared.comparison().statement();
      return new StatementView(
          statement.province(),
          statement.level(),
          MetricNames.level(statement.level()),
          statement.from().toString(),
          statement.to().toString(),
          text(statement.counterpart().scope()),
          text(statement.counterpart().field()),
          text(statement.counterpart().printedOn()),
          text(compared.note()),
          compared.findings(Reconciliation.Group.SUM).stream().map(this::sum).toList(),
          compared.findings(Reconciliation.Group.PERCENTAGE).stream()
              .map(Statements::percentage)
              .toList(),
          compared.differences().stream().map(this::difference).toList(),
          remarks(),
          compared.comparison().rows().stream().map(Statements::figure).toList());
    }

    /** One ratio on two bases is no fault of a figure, but must not pass unseen (rules.md T23). */
    private List<RemarkView> remarks() {
      Stream<RemarkView> found =
          compared.findings(Reconciliation.Group.REMARK).stream()
              .map(
                  finding ->
                      new RemarkView(
                          Printed.of(finding.subject()),
                          finding.fault().isInconsistent(),
                          FaultText.of(finding.fault())));
      Stream<RemarkView> otherBase =
          compared.comparison().rows().stream()
              .filter(row -> row.verdict() instanceof Verdict.EqualOnOtherBase)
              .map(
                  row ->
                      new RemarkView(
                          Printed.of(row.figure()),
                          false,
                          "sổ cái cho %s; %s"
                              .formatted(
                                  ledger(row.ledger(), row.figure()),
                                  ComparisonText.verdict(row.verdict()))));
      return Stream.concat(found, otherBase).toList();
    }

    private SumView sum(Finding finding) {
      Optional<Reconciliation.Gap> gap =
          compared.gaps().stream().filter(one -> one.finding().equals(finding)).findFirst();
      String says = FaultText.of(finding.fault()) + gap.map(one -> ". " + one.words()).orElse("");
      List<CellView> cells =
          gap.map(Reconciliation.Gap::cells).orElse(List.of()).stream().map(this::cell).toList();
      return switch (finding.fault()) {
        case Fault.SumFails sum ->
            new SumView(
                Printed.of(finding.subject()),
                sum.whole().value(),
                sum.parts().stream().map(Count::of).toList(),
                sum.whole().value().subtract(sum.sum()),
                sum.notStated(),
                cells,
                says);
        case Fault.PartExceedsWhole(Fault.Named part, Fault.Named whole) ->
            new SumView(
                Printed.of(finding.subject()),
                whole.value(),
                List.of(Count.of(part)),
                whole.value().subtract(part.value()),
                List.of(),
                cells,
                says);
        default -> throw new IllegalArgumentException("no sum: " + finding);
      };
    }

    private static PercentageView percentage(Finding finding) {
      Printed figure = Printed.of(finding.subject());
      String says = FaultText.of(finding.fault());
      return switch (finding.fault()) {
        case Fault.PercentUnreachable f ->
            new PercentageView(
                figure,
                "UNREACHABLE",
                boxed(f.smallestBase()),
                f.triedBases().stream()
                    .flatMap(base -> nearest(f.percent(), base.value().longValueExact()).stream())
                    .toList(),
                says);
        case Fault.FractionMismatch f -> {
          long base = f.printed().denominator().value().longValueExact();
          yield new PercentageView(figure, "MISMATCH", null, nearest(f.percent(), base), says);
        }
        case Fault.RateAboveHundred f ->
            new PercentageView(figure, "ABOVE_HUNDRED", null, List.of(), says);
        default -> throw new IllegalArgumentException("no percentage: " + finding);
      };
    }

    private static Long boxed(OptionalLong number) {
      return number.isPresent() ? number.getAsLong() : null;
    }

    private static List<ShareView> nearest(BigDecimal percent, long base) {
      return Percentage.around(percent, base).stream()
          .map(
              numerator ->
                  new ShareView(
                      numerator,
                      base,
                      PrintedNumber.percent(
                          Percentage.of(numerator, base, Math.max(2, percent.scale())))))
          .toList();
    }

    private DifferenceView difference(Reconciliation.Difference difference) {
      Comparison.Row row = difference.row();
      return new DifferenceView(
          Printed.of(row.figure()),
          ComparisonText.verdict(row.verdict()),
          ledger(row.ledger(), row.figure()),
          difference.difference().orElse(null),
          ledger(difference.atPrint(), row.figure()),
          difference.cells().stream().map(this::cell).toList(),
          difference.learned().stream().map(this::learned).toList(),
          difference.words());
    }

    private static FigureView figure(Comparison.Row row) {
      return new FigureView(
          Printed.of(row.figure()),
          ledger(row.ledger(), row.figure()),
          ComparisonText.verdict(row.verdict()));
    }

    private static String ledger(Optional<LedgerFigure> ledger, PublishedFigure figure) {
      return ledger.map(one -> ComparisonText.ledger(one, figure)).orElse(null);
    }

    private CellView cell(Reconciliation.Cell cell) {
      return new CellView(
          cell.column(),
          MetricNames.column(cell.column()),
          cell.figure(),
          link(cell.column(), Optional.empty()));
    }

    private LearnedView learned(Reconciliation.Learned learned) {
      return new LearnedView(
          learned.column(),
          MetricNames.column(learned.column()),
          learned.figure(),
          learned.dossiers(),
          learned.first().stream().map(Statements::dossier).toList(),
          link(learned.column(), compared.comparison().statement().counterpart().printedOn()));
    }

    private static DossierView dossier(CellDossier row) {
      return new DossierView(row.source(), row.dossierId(), row.unit(), row.count());
    }

    private String link(String column, Optional<LocalDate> knownAfter) {
      Statement statement = compared.comparison().statement();
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put("scope", statement.counterpart().scope().orElseThrow());
      parameters.put("column", column);
      parameters.put("from", statement.from().toString());
      parameters.put("to", statement.to().toString());
      statement.counterpart().field().ifPresent(field -> parameters.put("field", field));
      if (knownOn != null) {
        parameters.put("knownOn", knownOn.toString());
      }
      knownAfter.ifPresent(day -> parameters.put("knownAfter", day.toString()));
      return parameters.entrySet().stream()
          .map(
              one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
          .collect(Collectors.joining("&", "/api/report/dossiers?", ""));
    }
  }
}
