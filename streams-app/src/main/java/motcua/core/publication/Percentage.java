package motcua.core.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Which whole numbers can print a percentage. A printed percentage carries its decimals as its
 * scale.
 */
public final class Percentage {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Percentage() {}

  /** What a share prints, half up; the base is above 0. */
  public static BigDecimal of(long numerator, long base, int decimals) {
    return BigDecimal.valueOf(numerator)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(base), decimals, RoundingMode.HALF_UP);
  }

  /** Whether a share prints exactly this percentage. */
  public static boolean prints(long numerator, long base, BigDecimal percent) {
    return base > 0 && of(numerator, base, decimals(percent)).compareTo(percent) == 0;
  }

  /**
   * A whole number within 0 and the base that prints the percentage over it; empty when none does.
   */
  public static OptionalLong numerator(BigDecimal percent, long base) {
    long near =
        percent
            .multiply(BigDecimal.valueOf(base))
            .divide(HUNDRED, 0, RoundingMode.HALF_UP)
            .longValueExact();
    for (long candidate = Math.max(0, near - 1);
        candidate <= Math.min(base, near + 1);
        candidate++) {
      if (prints(candidate, base, percent)) {
        return OptionalLong.of(candidate);
      }
    }
    return OptionalLong.empty();
  }

  /**
   * The smallest base over which some whole number prints the percentage; empty outside 0 to 100. A
   * percentage of d decimals is always reached at 100 * 10^d, so the search ends.
   */
  public static OptionalLong smallestBase(BigDecimal percent) {
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
      return OptionalLong.empty();
    }
    // The share lies in [low, high) / whole, half a unit of the last decimal either way.
    BigDecimal unit = BigDecimal.ONE.movePointRight(decimals(percent));
    long whole = unit.multiply(HUNDRED).multiply(BigDecimal.TWO).longValueExact();
    long twice = percent.multiply(unit).multiply(BigDecimal.TWO).longValueExact();
    long base = 1;
    while (!isReached(base, Math.max(0, twice - 1), twice + 1, whole)) {
      base++;
    }
    return OptionalLong.of(base);
  }

  /** Whether a whole number from 0 to the base lies in base * [low, high) / whole. */
  private static boolean isReached(long base, long low, long high, long whole) {
    long candidate = Math.ceilDiv(Math.multiplyExact(base, low), whole);
    return candidate <= base && Math.multiplyExact(candidate, whole) < base * high;
  }

  /**
   * The whole numbers next to a percentage of a base, below and above: what could have been printed
   * instead. One of them where the percentage is beyond 0 or the base.
   */
  public static List<Long> around(BigDecimal percent, long base) {
    long below =
        percent
            .multiply(BigDecimal.valueOf(base))
            .divide(HUNDRED, 0, RoundingMode.DOWN)
            .longValueExact();
    return LongStream.of(below, below + 1).map(n -> Math.min(n, base)).distinct().boxed().toList();
  }

  private static int decimals(BigDecimal percent) {
    return Math.max(0, percent.scale());
  }
}
