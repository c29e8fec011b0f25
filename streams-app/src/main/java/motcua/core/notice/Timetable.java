package motcua.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import motcua.core.calendar.VietnamDay;
import motcua.core.calendar.WorkingCalendar;

/** The moments at which people are told, by rules and calendar. */
public record Timetable(NoticeRules rules, WorkingCalendar calendar) {
  public Timetable {
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(calendar, "calendar");
  }

  /** Now, or in quiet hours and on days off the next office morning. */
  public Instant atOnce(Instant now) {
    LocalDate today = VietnamDay.of(now);
    if (calendar.isWorkingDay(today) && !rules.isQuiet(timeOf(now))) {
      return now;
    }
    return firstWorkingDay(today, rules.quietTo(), now);
  }

  /** The day of the first digest after a moment. */
  public LocalDate digestDay(Instant now) {
    return VietnamDay.of(firstWorkingDay(VietnamDay.of(now), rules.digestAt(), now));
  }

  /** The day of the digest after that of a day. */
  public LocalDate digestDayAfter(LocalDate day) {
    return calendar.plusWorkingDays(day, 1);
  }

  /** When the digest of a day is sent. */
  public Instant digestAt(LocalDate day) {
    return at(day, rules.digestAt());
  }

  /** The day whose digests are to be sent by now: today's, from its hour to the quiet ones. */
  public Optional<LocalDate> digestDue(Instant now) {
    LocalDate today = VietnamDay.of(now);
    boolean due =
        calendar.isWorkingDay(today)
            && !now.isBefore(digestAt(today))
            && !rules.isQuiet(timeOf(now));
    return due ? Optional.of(today) : Optional.empty();
  }

  /** The time of day on the first working day from {@code day} on at which it is after now. */
  private Instant firstWorkingDay(LocalDate day, LocalTime time, Instant now) {
    LocalDate at = calendar.isWorkingDay(day) ? day : calendar.plusWorkingDays(day, 1);
    while (!at(at, time).isAfter(now)) {
      at = calendar.plusWorkingDays(at, 1);
    }
    return at(at, time);
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return VietnamDay.startOf(day).plusNanos(time.toNanoOfDay());
  }

  private static LocalTime timeOf(Instant now) {
    Instant midnight = VietnamDay.startOf(VietnamDay.of(now));
    return LocalTime.MIDNIGHT.plus(Duration.between(midnight, now));
  }
}
