package motcua.core.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days from {@code from} to {@code to}, both included (ledger.md 7). Any two dates in order are a
 * period.
 */
public record Period(LocalDate from, LocalDate to) {
  private static final Pattern NAME =
      Pattern.compile("(\\d{4})(?:-(?:(\\d{2})|Q([1-4])|H([12])|(9M)))?");

  public Period {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a period ends on or after its first day: " + from + " to " + to);
    }
  }

  /**
   * Whether two periods share days and neither holds the other: a calendar quarter and a legal one,
   * but not a quarter and its year.
   */
  public boolean overlapsPartly(Period other) {
    boolean shared = !from.isAfter(other.to) && !other.from.isAfter(to);
    return shared && !holds(other) && !other.holds(this);
  }

  private boolean holds(Period other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }

  /** Month 1 to 12; the legal one runs from the 15th of the month before to the 14th. */
  public static Period month(Reckoning reckoning, int year, int month) {
    return months(reckoning, YearMonth.of(year, month), 1);
  }

  /** Quarter 1 to 4; the legal first one is 15/12 to 14/3. */
  public static Period quarter(Reckoning reckoning, int year, int quarter) {
    return months(reckoning, YearMonth.of(year, 3 * quarter - 2), 3);
  }

  /** Half 1 or 2; the legal first one is 15/12 to 14/6. */
  public static Period half(Reckoning reckoning, int year, int half) {
    return months(reckoning, YearMonth.of(year, 6 * half - 5), 6);
  }

  /** The first nine months; legal: 15/12 to 14/9. */
  public static Period nineMonths(Reckoning reckoning, int year) {
    return months(reckoning, YearMonth.of(year, 1), 9);
  }

  /** The year; legal: 15/12 of the year before to 14/12. */
  public static Period year(Reckoning reckoning, int year) {
    return months(reckoning, YearMonth.of(year, 1), 12);
  }

  /**
   * Reads {@code 2024-07}, {@code 2024-Q3}, {@code 2024-H1}, {@code 2024-9M} or {@code 2024}; empty
   * for anything else.
   */
  public static Optional<Period> parse(String name, Reckoning reckoning) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group(1));
    if (matcher.group(2) != null) {
      int month = Integer.parseInt(matcher.group(2));
      return month >= 1 && month <= 12
          ? Optional.of(month(reckoning, year, month))
          : Optional.empty();
    } else if (matcher.group(3) != null) {
      return Optional.of(quarter(reckoning, year, Integer.parseInt(matcher.group(3))));
    } else if (matcher.group(4) != null) {
      return Optional.of(half(reckoning, year, Integer.parseInt(matcher.group(4))));
    }
    return Optional.of(
        matcher.group(5) != null ? nineMonths(reckoning, year) : year(reckoning, year));
  }

  /** Whether a day lies in it. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static Period months(Reckoning reckoning, YearMonth first, int count) {
    YearMonth last = first.plusMonths(count - 1L);
    return switch (reckoning) {
      case CALENDAR -> new Period(first.atDay(1), last.atEndOfMonth());
      case LEGAL -> new Period(first.minusMonths(1).atDay(15), last.atDay(14));
    };
  }
}
