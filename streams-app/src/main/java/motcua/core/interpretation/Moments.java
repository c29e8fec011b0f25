package motcua.core.interpretation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as local time in Asia/Ho_Chi_Minh, at UTC+7 all year. */
final class Moments {
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final long OFFSET_SECONDS = 7 * 3600;
  private static final long DAY_SECONDS = 24 * 3600;

  private Moments() {}

  /**
   * ISO 8601 with seconds and offset, a fraction only when there is one: {@code
   * 2026-08-26T14:00:00+07:00}.
   */
  static String iso(Instant moment) {
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), VIETNAM);
    StringBuilder text = new StringBuilder(32);
    text.append(local.toLocalDate()).append('T');
    two(text, local.getHour()).append(':');
    two(text, local.getMinute()).append(':');
    two(text, local.getSecond());
    if (local.getNano() != 0) {
      fraction(text, local.getNano());
    }
    return text.append("+07:00").toString();
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return number < 10 ? text.append('0').append(number) : text.append(number);
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
