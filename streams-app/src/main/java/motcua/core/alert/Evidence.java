package motcua.core.alert;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The always-valid evidence that a unit's true late rate is above p0 (ledger.md 9): the mean over p
 * uniform in (p0, min(1, 3 p0)] of the likelihood of x late in n at p over that at p0. At a true
 * rate of p0 it exceeds 1/a at any time with a chance of at most a (Ville), however often one
 * looks.
 */
public final class Evidence {
  private static final double WIDTH = 3;

  private Evidence() {}

  /**
   * Natural logarithm of the evidence; 0 without data.
   *
   * @param late x, at least 0
   * @param dated n, at least x
   * @param p0 threshold, within (0, 1)
   */
  public static double log(long late, long dated, double p0) {
    if (p0 <= 0 || p0 >= 1) {
      throw new IllegalArgumentException("p0 must lie within (0, 1): " + p0);
    }
    if (dated <= 0 || late < 0 || late > dated) {
      return 0;
    }
    double upper = Math.min(1, WIDTH * p0);
    double a = late + 1.0;
    double b = dated - late + 1.0;
    double mass = mass(p0, upper, a, b);
    if (mass < Double.MIN_NORMAL) {
      return outside(late, dated, p0, upper);
    }
    return LogBeta.value(a, b)
        + Math.log(mass)
        - Math.log(upper - p0)
        - atThreshold(late, dated, p0);
  }

  /** Share of a beta distribution between two points, from the side on which little cancels. */
  private static double mass(double from, double to, double a, double b) {
    double below = RegularizedBeta.value(from, a, b);
    return below > 0.5
        ? RegularizedBeta.complement(from, a, b) - RegularizedBeta.complement(to, a, b)
        : RegularizedBeta.value(to, a, b) - below;
  }

  private static double atThreshold(long late, long dated, double p) {
    return late * Math.log(p) + (dated - late) * Math.log1p(-p);
  }

  /**
   * So little of the distribution lies between that it cannot be computed. Below p0 the likelihood
   * falls from 1 on, so the evidence is under 1. Above, its logarithm is concave in p and lies over
   * its chord: the mean along the chord is a lower bound, and a close one where all weight is at
   * the upper end.
   */
  private static double outside(long late, long dated, double p0, double upper) {
    if (late <= p0 * dated) {
      return Double.NEGATIVE_INFINITY;
    }
    double most = atThreshold(late, dated, upper) - atThreshold(late, dated, p0);
    return most + Math.log1p(-Math.exp(-most)) - Math.log(most);
  }
}
