package motcua.core.period;

import java.time.LocalDate;
import java.time.YearMonth;

/** Rolling windows that end today (ledger.md 7). Names are sent and stored: append only. */
public enum Window {
  DAYS_7,
  DAYS_30,
  DAYS_90,
  MONTH,
  QUARTER,
  YEAR,
  LEGAL_MONTH,
  LEGAL_QUARTER,
  LEGAL_YEAR;

  /** First day of the window that ends today; today itself is counted. */
  public LocalDate from(LocalDate today) {
    return switch (this) {
      case DAYS_7 -> today.minusDays(6);
      case DAYS_30 -> today.minusDays(29);
      case DAYS_90 -> today.minusDays(89);
      case MONTH, QUARTER, YEAR, LEGAL_MONTH, LEGAL_QUARTER, LEGAL_YEAR -> period(today).from();
    };
  }

  /** Whether it ends today and nowhere else. */
  public boolean isRolling() {
    return switch (this) {
      case DAYS_7, DAYS_30, DAYS_90 -> true;
      case MONTH, QUARTER, YEAR, LEGAL_MONTH, LEGAL_QUARTER, LEGAL_YEAR -> false;
    };
  }

  /** From the first day to today. */
  public Period upTo(LocalDate today) {
    return new Period(from(today), today);
  }

  /**
   * The whole period a to-date window belongs to, its end still to come; a rolling window ends
   * today.
   */
  public Period period(LocalDate today) {
    YearMonth month = YearMonth.from(today);
    YearMonth legal = today.getDayOfMonth() >= 15 ? month.plusMonths(1) : month;
    return switch (this) {
      case DAYS_7, DAYS_30, DAYS_90 -> upTo(today);
      case MONTH -> Period.month(Reckoning.CALENDAR, month.getYear(), month.getMonthValue());
      case QUARTER -> Period.quarter(Reckoning.CALENDAR, month.getYear(), quarterOf(month));
      case YEAR -> Period.year(Reckoning.CALENDAR, month.getYear());
      case LEGAL_MONTH -> Period.month(Reckoning.LEGAL, legal.getYear(), legal.getMonthValue());
      case LEGAL_QUARTER -> Period.quarter(Reckoning.LEGAL, legal.getYear(), quarterOf(legal));
      case LEGAL_YEAR -> Period.year(Reckoning.LEGAL, legal.getYear());
    };
  }

  private static int quarterOf(YearMonth month) {
    return (month.getMonthValue() + 2) / 3;
  }
}
