package motcua.live;

import java.util.Comparator;
import motcua.core.ledger.Ratio;

/** Order of units: the highest late rate first, those without data last, then by code. */
final class Ranking {
  static final Comparator<Overview.Unit> LATEST_FIRST =
      Comparator.comparing(Overview.Unit::late, Ranking::higherFirst)
          .thenComparing(Overview.Unit::code);

  private Ranking() {}

  /** Exact: two rates are compared crosswise. */
  private static int higherFirst(Ratio.Value one, Ratio.Value other) {
    if (!one.hasData() || !other.hasData()) {
      return Boolean.compare(other.hasData(), one.hasData());
    }
    return Long.compare(
        other.numerator() * one.denominator(), one.numerator() * other.denominator());
  }
}
