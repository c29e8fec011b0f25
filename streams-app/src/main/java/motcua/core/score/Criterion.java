package motcua.core.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import motcua.core.ledger.Ratio;

/**
 * One criterion of a decision.
 *
 * @param code its name in answers
 * @param title in Vietnamese
 * @param ratio the ledger ratio it is scored by
 * @param max most points
 * @param steps thresholds, the highest first; the first that is met holds
 * @param otherwise points below every threshold; empty: the decision as we have it does not say
 * @param note Vietnamese, for readers; says what is unknown
 */
public record Criterion(
    String code,
    String title,
    Ratio ratio,
    BigDecimal max,
    List<Step> steps,
    Optional<BigDecimal> otherwise,
    String note) {
  public Criterion {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(ratio, "ratio");
    Objects.requireNonNull(max, "max");
    Objects.requireNonNull(otherwise, "otherwise");
    Objects.requireNonNull(note, "note");
    steps = List.copyOf(steps);
  }

  /** The score of a ratio. */
  Score score(Ratio.Value value) {
    if (!value.hasData()) {
      return new Score(this, value, Optional.empty(), Optional.empty());
    }
    Optional<Step> met = steps.stream().filter(step -> step.isMetBy(value)).findFirst();
    return new Score(this, value, met, met.map(Step::points).or(() -> otherwise));
  }
}
