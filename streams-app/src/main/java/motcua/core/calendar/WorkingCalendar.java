package motcua.core.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Working days: Monday to Friday save days off, and weekend days worked in exchange (rules.md 2).
 * Years without a row are not covered: there Monday to Friday count, and whoever uses such a day
 * marks it. Rows may have become known on a day of their own: {@link #asKnownOn} gives the edition
 * of a day. Immutable; every question is answered in constant time.
 */
public final class WorkingCalendar {
  private static final Comparator<CalendarRow> CANONICAL =
      Comparator.comparing(CalendarRow::date)
          .thenComparing(CalendarRow::recordedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(CalendarRow::kind);

  /** Monday to Friday, no year covered. */
  public static final WorkingCalendar WEEKDAYS_ONLY = new WorkingCalendar(List.of());

  private final List<CalendarRow> rows;
  private final String version;
  private final int firstYear;
  private final boolean[] coveredYears;
  private final boolean withoutGap;
  private final long start;

  /** Working days before day {@code start + i}, counted from {@code start}. */
  private final int[] before;

  /** Working days of the table, ascending, in days since 1970-01-01. */
  private final long[] working;

  /** Days, since 1970-01-01, on which a row became known, ascending. */
  private final long[] changeDays;

  /** The calendar before the first of those days, and from each of them on. */
  private final WorkingCalendar[] editions;

  /**
   * A calendar of these rows, in any order. Of several rows for one date the one recorded last
   * holds (a row without recordedAt is the earliest).
   */
  public WorkingCalendar(Collection<CalendarRow> rows) {
    this(rows.stream().distinct().sorted(CANONICAL).toList(), changeDays(rows));
  }

  private static long[] changeDays(Collection<CalendarRow> rows) {
    return rows.stream()
        .filter(row -> row.recordedAt() != null)
        .mapToLong(row -> row.recordedAt().toEpochDay())
        .sorted()
        .distinct()
        .toArray();
  }

  private WorkingCalendar(List<CalendarRow> rows, long[] changeDays) {
    this.rows = rows;
    this.version = versionOf(this.rows);
    TreeMap<Long, CalendarRow.Kind> exceptions = new TreeMap<>();
    this.rows.forEach(row -> exceptions.put(row.date().toEpochDay(), row.kind()));
    this.firstYear = this.rows.isEmpty() ? 0 : this.rows.getFirst().date().getYear();
    int years = this.rows.isEmpty() ? 0 : this.rows.getLast().date().getYear() - firstYear + 1;
    this.coveredYears = new boolean[years];
    this.rows.forEach(row -> coveredYears[row.date().getYear() - firstYear] = true);
    this.withoutGap =
        this.rows.stream().map(row -> row.date().getYear()).distinct().count() == years;
    this.start = LocalDate.of(firstYear, 1, 1).toEpochDay();
    int days = (int) (LocalDate.of(firstYear + years, 1, 1).toEpochDay() - start);
    this.before = new int[days + 1];
    fill(exceptions);
    this.working = new long[before[days]];
    for (int i = 0; i < days; i++) {
      if (before[i + 1] > before[i]) {
        working[before[i]] = start + i;
      }
    }
    this.changeDays = changeDays;
    this.editions = new WorkingCalendar[changeDays.length + 1];
    editions[changeDays.length] = this;
    for (int i = 0; i < changeDays.length; i++) {
      long next = changeDays[i];
      List<CalendarRow> known =
          rows.stream()
              .filter(row -> row.recordedAt() == null || row.recordedAt().toEpochDay() < next)
              .toList();
      editions[i] = new WorkingCalendar(known, new long[0]);
    }
  }

  private void fill(Map<Long, CalendarRow.Kind> exceptions) {
    for (int i = 0; i < before.length - 1; i++) {
      CalendarRow.Kind kind = exceptions.get(start + i);
      boolean works = kind == null ? isWeekday(start + i) : kind == CalendarRow.Kind.WORK;
      before[i + 1] = before[i] + (works ? 1 : 0);
    }
  }

  /** The rows in canonical order. */
  public List<CalendarRow> rows() {
    return rows;
  }

  /**
   * Fingerprint of the rows, 12 hexadecimal digits; equal rows give the same, whatever their order.
   */
  public String version() {
    return version;
  }

  /** The calendar as known at the end of a day: without the rows recorded after it. */
  public WorkingCalendar asKnownOn(LocalDate day) {
    return asKnownOn(day.toEpochDay());
  }

  /** As {@link #asKnownOn(LocalDate)}, in days since 1970-01-01. */
  public WorkingCalendar asKnownOn(long day) {
    int known = changeDays.length;
    while (known > 0 && changeDays[known - 1] > day) {
      known--;
    }
    return editions[known];
  }

  /** The first day after this one on which a row became known. */
  public OptionalLong nextChangeAfter(long day) {
    return LongStream.of(changeDays).filter(change -> change > day).findFirst();
  }

  /** Whether it says the same on every day of knowledge. */
  public boolean isOfOneEdition() {
    return changeDays.length == 0;
  }

  /** Whether the day's year is in the table. */
  public boolean covers(LocalDate day) {
    return coversYear(day.getYear());
  }

  /**
   * Whether every day from {@code first} to {@code last} (days since 1970-01-01) is in a year of
   * the table.
   */
  public boolean covers(long first, long last) {
    return (withoutGap && first >= start && last < start + before.length - 1)
        || firstYearOutside(first, last).isEmpty();
  }

  /** The first year with a day from {@code first} to {@code last} that is not in the table. */
  public OptionalInt firstYearOutside(long first, long last) {
    int from = LocalDate.ofEpochDay(first).getYear();
    int to = LocalDate.ofEpochDay(last).getYear();
    return IntStream.rangeClosed(from, to).filter(year -> !coversYear(year)).findFirst();
  }

  private boolean coversYear(int year) {
    int index = year - firstYear;
    return index >= 0 && index < coveredYears.length && coveredYears[index];
  }

  /** Whether a day is worked. */
  public boolean isWorkingDay(LocalDate day) {
    long epochDay = day.toEpochDay();
    return countBefore(epochDay + 1) > countBefore(epochDay);
  }

  /**
   * Number of working days d with {@code fromInclusive <= d < toExclusive}; 0 when that is empty.
   */
  public int workingDaysBetween(LocalDate fromInclusive, LocalDate toExclusive) {
    return workingDaysBetween(fromInclusive.toEpochDay(), toExclusive.toEpochDay());
  }

  /** As {@link #workingDaysBetween(LocalDate, LocalDate)}, in days since 1970-01-01. */
  public int workingDaysBetween(long fromInclusive, long toExclusive) {
    return toExclusive <= fromInclusive
        ? 0
        : Math.toIntExact(countBefore(toExclusive) - countBefore(fromInclusive));
  }

  /** The n-th working day after {@code day}; the day itself, worked or not, when n is 0. */
  public LocalDate plusWorkingDays(LocalDate day, int n) {
    return LocalDate.ofEpochDay(plusWorkingDays(day.toEpochDay(), n));
  }

  /** As {@link #plusWorkingDays(LocalDate, int)}, in days since 1970-01-01. */
  public long plusWorkingDays(long day, int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n must not be negative: " + n);
    }
    return n == 0 ? day : dayOfCount(countBefore(day + 1) + n - 1);
  }

  /** Working days from the table's start to the day, exclusive; negative before the start. */
  private long countBefore(long day) {
    long index = day - start;
    int days = before.length - 1;
    if (index < 0) {
      return weekdaysBefore(day) - weekdaysBefore(start);
    }
    return index <= days
        ? before[(int) index]
        : before[days] + weekdaysBefore(day) - weekdaysBefore(start + days);
  }

  /** The working day with {@code count} working days between the table's start and it. */
  private long dayOfCount(long count) {
    if (count < 0) {
      return weekdayOfCount(weekdaysBefore(start) + count);
    }
    return count < working.length
        ? working[(int) count]
        : weekdayOfCount(weekdaysBefore(start + before.length - 1) + count - working.length);
  }

  /** Weekdays before a day, counted from Monday 1969-12-29 (3 days before the epoch). */
  private static long weekdaysBefore(long day) {
    long sinceMonday = day + 3;
    return Math.floorDiv(sinceMonday, 7L) * 5 + Math.min(Math.floorMod(sinceMonday, 7L), 5);
  }

  private static long weekdayOfCount(long count) {
    return Math.floorDiv(count, 5L) * 7 + Math.floorMod(count, 5L) - 3;
  }

  private static boolean isWeekday(long day) {
    return Math.floorMod(day + 3, 7L) < 5;
  }

  private static String versionOf(List<CalendarRow> rows) {
    StringBuilder text = new StringBuilder();
    rows.forEach(
        row ->
            text.append(row.date())
                .append(',')
                .append(row.kind())
                .append(',')
                .append(row.recordedAt())
                .append('\n'));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
