package motcua.core.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as offices print them (rules.md T27): dots between thousands and a comma before decimals,
 * but "9.5" as well. What a separator means is decided by what is being counted.
 */
public final class PrintedNumber {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(?:[.,]\\d{3})+");

  /** What the number counts. */
  public enum Context {
    /**
     * Whole things: a separator before every group of three digits parts thousands, whichever sign
     * it is.
     */
    COUNT,
    /**
     * A percentage, score or mean: a lone separator begins the decimals, however many there are.
     */
    MEASURE
  }

  private PrintedNumber() {}

  /** A number in a text, as printed and as read. */
  public record Token(String printed, BigDecimal value) {}

  /**
   * Reads one number, surrounding blanks and a percent sign aside. The scale of the result is the
   * number of decimals printed. Empty when the text is no number in any of the known forms.
   */
  public static Optional<BigDecimal> read(String text, Context context) {
    String digits = text.strip().replaceFirst("\\s*%$", "");
    if (!NUMBER.matcher(digits).matches()) {
      return Optional.empty();
    }
    long separators = digits.chars().filter(c -> c == '.' || c == ',').count();
    if (separators == 0) {
      return Optional.of(new BigDecimal(digits));
    }
    if (THOUSANDS.matcher(digits).matches()
        && isOneSign(digits)
        && (context == Context.COUNT || separators > 1)) {
      return Optional.of(new BigDecimal(digits.replaceAll("[.,]", "")));
    }
    return decimal(digits, separators);
  }

  /** Every number in a text, in order. */
  public static List<Token> allIn(String text, Context context) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      read(matcher.group(), context)
          .ifPresent(value -> tokens.add(new Token(matcher.group(), value)));
    }
    return List.copyOf(tokens);
  }

  /** A count in Vietnamese form: {@code 12.860}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '.');
  }

  /** A number in Vietnamese form, its decimals kept: {@code 12.860}, {@code 9,5}. */
  public static String number(BigDecimal number) {
    BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
    String digits = number.toPlainString();
    String decimals = number.scale() > 0 ? "," + digits.substring(digits.indexOf('.') + 1) : "";
    return count(whole.longValueExact()) + decimals;
  }

  /** A percentage in Vietnamese form: {@code 99,43%}. */
  public static String percent(BigDecimal percent) {
    return number(percent) + "%";
  }

  private static Optional<BigDecimal> decimal(String digits, long separators) {
    int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    String whole = digits.substring(0, last);
    if (separators > 1
        && (!THOUSANDS.matcher(whole).matches()
            || !isOneSign(whole)
            || sameSign(whole, digits, last))) {
      return Optional.empty();
    }
    return Optional.of(
        new BigDecimal(whole.replaceAll("[.,]", "") + "." + digits.substring(last + 1)));
  }

  private static boolean sameSign(String whole, String digits, int last) {
    return whole.indexOf(digits.charAt(last)) >= 0;
  }

  private static boolean isOneSign(String digits) {
    return digits.indexOf('.') < 0 || digits.indexOf(',') < 0;
  }
}
