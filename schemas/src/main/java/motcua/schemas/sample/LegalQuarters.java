package motcua.schemas.sample;

import java.time.LocalDate;

/** Quarters of reports, from the 15th of March, June, September and December. */
final class LegalQuarters {
  private static final int DAY = 15;

  private LegalQuarters() {}

  /** First day of the quarter a day lies in. */
  static LocalDate first(LocalDate day) {
    LocalDate begun = day.getDayOfMonth() >= DAY ? day : day.minusMonths(1);
    return begun.minusMonths(begun.getMonthValue() % 3).withDayOfMonth(DAY);
  }
}
