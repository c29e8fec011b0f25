package motcua.core.interpretation;

import java.time.Instant;
import java.time.LocalDate;

/** Instants as local time in Asia/Ho_Chi_Minh, at UTC+7 all year. */
final class Moments {
  private static final long OFFSET_SECONDS = 7 * 3600;
  private static final long DAY_SECONDS = 24 * 3600;

  private Moments() {}

  /**
   * ISO 8601 with seconds and offset, a fraction only when there is one: 2026-08-26T14:00:00+07:00.
   */
  static String iso(Instant moment) {
    return append(new StringBuilder(32), moment).toString();
  }

  /**
   * As {@link #iso}; digit by digit, since ids and contents are made on every record of a dossier.
   */
  static StringBuilder append(StringBuilder text, Instant moment) {
    long local = moment.getEpochSecond() + OFFSET_SECONDS;
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(local, DAY_SECONDS));
    int second = (int) Math.floorMod(local, DAY_SECONDS);
    int year = day.getYear();
    if (year >= 1000 && year <= 9999) {
      two(two(text, year / 100), year % 100).append('-');
      two(text, day.getMonthValue()).append('-');
      two(text, day.getDayOfMonth());
    } else {
      text.append(day);
    }
    two(text.append('T'), second / 3600);
    two(text.append(':'), second / 60 % 60);
    two(text.append(':'), second % 60);
    if (moment.getNano() != 0) {
      fraction(text, moment.getNano());
    }
    return text.append("+07:00");
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static void fraction(StringBuilder text, int nanos) {
    text.append('.');
    for (int rest = nanos, unit = 100_000_000; rest > 0; rest %= unit, unit /= 10) {
      text.append((char) ('0' + rest / unit));
    }
  }

  static LocalDate day(Instant moment) {
    return LocalDate.ofEpochDay(epochDay(moment));
  }

  static long epochDay(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond() + OFFSET_SECONDS, DAY_SECONDS);
  }

  /**
   * Whether both are given and lie in one second: senders keep fractions in one call and drop them
   * in the other.
   */
  static boolean sameSecond(Instant a, Instant b) {
    return a != null && b != null && a.getEpochSecond() == b.getEpochSecond();
  }

  static Instant later(Instant a, Instant b) {
    return b == null || a.isAfter(b) ? a : b;
  }
}
