package motcua.standalone.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Figures as a Vietnamese reader sees them, written independently of the page. */
final class Printed {
  static final String NO_DATA = "không có số liệu";

  private Printed() {}

  static String count(JsonNode number) {
    return format("#,##0").format(number.asLong());
  }

  /** Two decimals, half up; without a denominator there is no figure. */
  static String percent(JsonNode ratio) {
    if (ratio == null || ratio.path("denominator").asLong() == 0) {
      return NO_DATA;
    }
    BigDecimal share =
        ratio
            .get("numerator")
            .decimalValue()
            .movePointRight(2)
            .divide(ratio.get("denominator").decimalValue(), 2, RoundingMode.HALF_UP);
    return format("#,##0.00").format(share) + "%";
  }

  private static DecimalFormat format(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.of("vi", "VN")));
  }
}
