package motcua.core.definition;

import java.util.Arrays;
import java.util.List;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;

/** Sets the definitions of "on time" side by side. */
public final class Definitions {
  private Definitions() {}

  /**
   * What each definition makes of the same dossiers, the base first.
   *
   * @param row of a ledger built under timeliness DAY
   * @param moments of the same scope, period and cut
   * @param periodOver whether the cut lies after the period's last day
   * @throws IllegalStateException when causes do not add up to a definition's own formula
   */
  public static List<Answer> of(ReportRow row, MomentCounts moments, boolean periodOver) {
    Ratio.Value base = Definition.STRICT.of(row, moments);
    return Arrays.stream(Definition.values())
        .map(
            definition ->
                definition
                    .refused(moments, periodOver)
                    .<Answer>map(refused -> refused)
                    .orElseGet(() -> figure(definition, base, row, moments)))
        .toList();
  }

  private static Answer figure(
      Definition definition, Ratio.Value base, ReportRow row, MomentCounts moments) {
    Ratio.Value value = definition.of(row, moments);
    List<Effect> effects = definition.effects(row, moments);
    long numerator = base.numerator() + effects.stream().mapToLong(Effect::numerator).sum();
    long denominator = base.denominator() + effects.stream().mapToLong(Effect::denominator).sum();
    if (numerator != value.numerator() || denominator != value.denominator()) {
      throw new IllegalStateException(
          "%s is %s, the base %s with %s gives %d/%d"
              .formatted(definition, value, base, effects, numerator, denominator));
    }
    return new Answer.Figure(definition, value, effects, definition.doubts(row, moments));
  }
}
