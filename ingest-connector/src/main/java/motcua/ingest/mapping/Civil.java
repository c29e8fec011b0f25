package motcua.ingest.mapping;

/** Proleptic Gregorian calendar arithmetic on plain numbers, for the hot path. */
final class Civil {
  static final long MICROS_PER_SECOND = 1_000_000L;
  private static final long SECONDS_PER_DAY = 86_400L;
  private static final int DAYS_TO_EPOCH = 719_528;
  private static final int[] BEFORE_MONTH = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
  };

  private Civil() {}

  /** True when the day exists, years 0 to 9999. */
  static boolean isDay(int year, int month, int day) {
    return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  }

  /** True when the time of day exists; there is no hour 24 and no leap second. */
  static boolean isTime(int hour, int minute, int second) {
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  }

  /** Seconds since 1970-01-01T00:00 of an existing day and time of day. */
  static long seconds(int year, int month, int day, int hour, int minute, int second) {
    int leapYearsOf = month > 2 ? year : year - 1;
    // Year 0 is a leap year, counted once January and February of it are over.
    int leaps = leapYearsOf < 0 ? 0 : leapYearsOf / 4 - leapYearsOf / 100 + leapYearsOf / 400 + 1;
    long days = 365L * year + leaps + BEFORE_MONTH[month - 1] + day - 1 - DAYS_TO_EPOCH;
    return days * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
  }

  private static int daysInMonth(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : BEFORE_MONTH[month] - BEFORE_MONTH[month - 1];
  }
}
