package motcua.core.score;

import java.math.BigDecimal;
import java.util.Objects;
import motcua.core.ledger.Ratio;

/**
 * A threshold and the points from it on.
 *
 * @param percent the threshold
 * @param inclusive whether a ratio exactly at it has met it
 * @param points what it gives
 */
public record Step(BigDecimal percent, boolean inclusive, BigDecimal points) {
  public Step {
    Objects.requireNonNull(percent, "percent");
    Objects.requireNonNull(points, "points");
  }

  /** Compared without rounding. */
  boolean isMetBy(Ratio.Value ratio) {
    int order =
        BigDecimal.valueOf(ratio.numerator())
            .movePointRight(2)
            .compareTo(percent.multiply(BigDecimal.valueOf(ratio.denominator())));
    return inclusive ? order >= 0 : order > 0;
  }
}
