package motcua.core.publication;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the number of a figure that is handed in, and refuses what could be meant two ways. */
final class FigureNumber {
  private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");

  /** Everything else is counted in whole things. */
  private static final Set<String> MEASURES = Set.of("percent", "points", "unclear", "");

  private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000_000L);

  /** Above it no rate is meant; counts printed as rates stay below. */
  private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1_000_000);

  private static final int MOST_DECIMALS = 4;

  private FigureNumber() {}

  /** The text is no number, or not one that this figure can have; says why in Vietnamese. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
      super(reason);
    }
  }

  /** With a decimal point and nothing between thousands, as in the value column of a file. */
  static BigDecimal plain(String text, String unit) throws RefusedException {
    if (!PLAIN.matcher(text).matches()) {
      throw new RefusedException(
          "\"%s\" không đọc được; ghi số thường với dấu chấm thập phân, ví dụ 12860 hoặc 99.43"
              .formatted(text));
    }
    BigDecimal value = new BigDecimal(text);
    if (value.scale() > 0 && !MEASURES.contains(unit)) {
      throw new RefusedException(
          "\"%s\" có hai cách hiểu: dấu chấm ở cột này là dấu thập phân, mà số đếm (%s) phải là số nguyên; ghi liền, ví dụ 12860"
              .formatted(text, unit));
    }
    return inRange(text, value, unit);
  }

  /** As printed: dots between thousands, a comma before decimals, and "9.5" too. */
  static BigDecimal printed(String text, String unit) throws RefusedException {
    boolean measure = MEASURES.contains(unit);
    Optional<BigDecimal> value =
        text.length() > 30
            ? Optional.empty()
            : PrintedNumber.read(
                text, measure ? PrintedNumber.Context.MEASURE : PrintedNumber.Context.COUNT);
    if (value.isEmpty() || (text.contains("%") && !unit.equals("percent"))) {
      throw new RefusedException(
          "\"%s\" không đọc được; ghi như báo cáo in, ví dụ %s"
              .formatted(text, measure ? "99,43%" : "12.860"));
    }
    if (value.get().scale() > 0 && !measure) {
      throw new RefusedException(
          "\"%s\" không phải số nguyên; ở số đếm, dấu chấm hay phẩy chỉ ngăn từng nhóm ba chữ số, ví dụ 12.860"
              .formatted(text));
    }
    return inRange(text, value.get(), unit);
  }

  private static BigDecimal inRange(String text, BigDecimal value, String unit)
      throws RefusedException {
    BigDecimal most = unit.equals("percent") ? MOST_PERCENT : MOST;
    if (value.compareTo(most) > 0 || value.scale() > MOST_DECIMALS) {
      throw new RefusedException(
          "\"%s\" ngoài khoảng đọc được: nhiều nhất %s, %d số lẻ"
              .formatted(text, PrintedNumber.number(most), MOST_DECIMALS));
    }
    return value;
  }
}
