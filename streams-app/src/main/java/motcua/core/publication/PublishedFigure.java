package motcua.core.publication;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One figure as an office printed it.
 *
 * @param statement where it belongs
 * @param metric name of the metric
 * @param expression what it corresponds to in a report row; empty when the ledger keeps no such
 *     figure
 * @param value the number, its scale the decimals printed; empty = not stated, which is never 0
 * @param printedDenominator the denominator printed beside it, as in 17/17
 * @param unit dossiers, percent, procedures, units, points or another word
 * @param sourceLine line of the publication
 * @param printedText verbatim; empty when the figure is derived and stands nowhere
 * @param reading what a reader of the publication found: ok, fail, conflict, possible, derived,
 *     unverifiable, none
 */
public record PublishedFigure(
    Statement statement,
    String metric,
    Optional<LedgerExpression> expression,
    Optional<BigDecimal> value,
    Optional<BigDecimal> printedDenominator,
    String unit,
    String sourceLine,
    String printedText,
    String reading) {

  /** Stands in the publication, as opposed to following from it. */
  public boolean isPrinted() {
    return !printedText.isBlank();
  }

  public boolean isPercent() {
    return unit.equals("percent");
  }

  /** A count of dossiers that is stated. */
  public boolean isDossierCount() {
    return unit.equals("dossiers") && value.isPresent();
  }

  /** How to read numbers in the printed text. */
  public PrintedNumber.Context context() {
    return isPercent() || unit.equals("points")
        ? PrintedNumber.Context.MEASURE
        : PrintedNumber.Context.COUNT;
  }

  /**
   * The value as it was printed, for example {@code 12.860} or {@code 99,43%}; in Vietnamese form
   * when it was not.
   */
  public String valueAsPrinted() {
    if (value.isEmpty()) {
      return "không nêu";
    }
    return PrintedNumber.allIn(printedText, context()).stream()
        .filter(token -> token.value().compareTo(value.get()) == 0)
        .map(token -> token.printed() + (printedText.contains(token.printed() + "%") ? "%" : ""))
        .findFirst()
        .orElseGet(
            () ->
                isPercent()
                    ? PrintedNumber.percent(value.get())
                    : PrintedNumber.number(value.get()));
  }
}
