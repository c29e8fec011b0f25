package motcua.core.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as officials read them (ledger.md 5): comma as decimal mark, dot for thousands, half up.
 */
public final class VietnameseNumbers {
  /** Text of a ratio without a denominator. */
  public static final String NO_DATA = "không có số liệu";

  private static final int PERCENT_DECIMALS = 2;

  private VietnameseNumbers() {}

  /** A whole number, for example {@code 12.860}. */
  public static String whole(long number) {
    return grouped(Long.toString(number));
  }

  /** A ratio in percent with two decimals, for example {@code 99,74%}, or {@link #NO_DATA}. */
  public static String percent(Ratio.Value ratio) {
    return ratio.hasData() ? percent(ratio.numerator(), ratio.denominator()) : NO_DATA;
  }

  private static String percent(long numerator, long denominator) {
    String plain =
        BigDecimal.valueOf(numerator)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(denominator), PERCENT_DECIMALS, RoundingMode.HALF_UP)
            .toPlainString();
    int point = plain.indexOf('.');
    return grouped(plain.substring(0, point)) + "," + plain.substring(point + 1) + "%";
  }

  private static String grouped(String digits) {
    StringBuilder text = new StringBuilder(digits);
    int first = digits.startsWith("-") ? 1 : 0;
    for (int at = digits.length() - 3; at > first; at -= 3) {
      text.insert(at, '.');
    }
    return text.toString();
  }
}
