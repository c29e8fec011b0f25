package motcua.core.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The local day of an instant in Asia/Ho_Chi_Minh, at UTC+7 all year (ledger.md, head). Days are
 * {@link LocalDate}s, or days since 1970-01-01 where many are counted.
 */
public final class VietnamDay {
  private static final long OFFSET_SECONDS = 7 * 3600;
  private static final long DAY_SECONDS = 24 * 3600;

  private VietnamDay() {}

  /** The local day of an instant. */
  public static LocalDate of(Instant moment) {
    return LocalDate.ofEpochDay(epochDayOf(moment));
  }

  /** The local day of an instant, in days since 1970-01-01. */
  public static long epochDayOf(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond() + OFFSET_SECONDS, DAY_SECONDS);
  }

  /** 00:00 local time of a day. */
  public static Instant startOf(LocalDate day) {
    return startOf(day.toEpochDay());
  }

  /** 00:00 local time of a day given in days since 1970-01-01. */
  public static Instant startOf(long epochDay) {
    return Instant.ofEpochSecond(startSecondOf(epochDay));
  }

  /**
   * 00:00 local time of a day given in days since 1970-01-01, in seconds since 1970-01-01T00:00Z.
   */
  public static long startSecondOf(long epochDay) {
    return epochDay * DAY_SECONDS - OFFSET_SECONDS;
  }

  /** The same local time of day, a number of days later (earlier when negative). */
  public static Instant plusDays(Instant moment, long days) {
    return days == 0 ? moment : moment.plusSeconds(days * DAY_SECONDS);
  }
}
