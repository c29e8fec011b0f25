package motcua.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import motcua.core.calendar.VietnamDay;
import motcua.core.calendar.WorkingCalendar;

/**
 * The hours in which an office works, on working days.
 *
 * @param spans within a day, in order, not overlapping
 */
public record OfficeHours(List<Span> spans) {
  /** Usual hours of administrations. */
  public static final OfficeHours USUAL =
      new OfficeHours(
          List.of(
              new Span(LocalTime.of(7, 30), LocalTime.of(11, 30)),
              new Span(LocalTime.of(13, 30), LocalTime.of(17, 0))));

  /** From a time of day to a later one. */
  public record Span(LocalTime from, LocalTime to) {
    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("office hours end before they begin: " + from);
      }
    }
  }

  public OfficeHours {
    spans = List.copyOf(spans);
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i).from().isBefore(spans.get(i - 1).to())) {
        throw new IllegalArgumentException("office hours overlap: " + spans);
      }
    }
  }

  /** Office time from one moment to another; zero when the second is not later. */
  public Duration between(Instant from, Instant to, WorkingCalendar calendar) {
    if (!to.isAfter(from)) {
      return Duration.ZERO;
    }
    LocalDate first = VietnamDay.of(from);
    LocalDate last = VietnamDay.of(to);
    if (first.equals(last)) {
      return within(first, from, to, calendar);
    }
    Duration edges =
        within(first, from, VietnamDay.startOf(first.plusDays(1)), calendar)
            .plus(within(last, VietnamDay.startOf(last), to, calendar));
    return edges.plus(aDay().multipliedBy(calendar.workingDaysBetween(first.plusDays(1), last)));
  }

  /**
   * When so much office time has passed; empty for an office without hours.
   *
   * @param time not negative
   */
  public Optional<Instant> after(Instant from, Duration time, WorkingCalendar calendar) {
    Duration left = time;
    LocalDate day = VietnamDay.of(from);
    Instant begin = from;
    while (!spans.isEmpty()) {
      Instant end = VietnamDay.startOf(day.plusDays(1));
      Duration today = within(day, begin, end, calendar);
      if (today.compareTo(left) >= 0) {
        return Optional.of(moment(day, begin, left, calendar));
      }
      left = left.minus(today);
      day = calendar.plusWorkingDays(day, 1);
      begin = VietnamDay.startOf(day);
    }
    return Optional.empty();
  }

  private Instant moment(LocalDate day, Instant begin, Duration time, WorkingCalendar calendar) {
    Duration left = time;
    Instant reached = begin;
    for (Span span : calendar.isWorkingDay(day) ? spans : List.<Span>of()) {
      Instant start = later(begin, at(day, span.from()));
      Instant end = at(day, span.to());
      if (left.isZero() || !end.isAfter(start)) {
        continue;
      }
      Duration here = Duration.between(start, end);
      if (here.compareTo(left) >= 0) {
        return start.plus(left);
      }
      left = left.minus(here);
      reached = end;
    }
    return reached;
  }

  private Duration aDay() {
    Duration sum = Duration.ZERO;
    for (Span span : spans) {
      sum = sum.plus(Duration.between(span.from(), span.to()));
    }
    return sum;
  }

  private Duration within(LocalDate day, Instant from, Instant to, WorkingCalendar calendar) {
    Duration sum = Duration.ZERO;
    if (calendar.isWorkingDay(day)) {
      for (Span span : spans) {
        Instant begin = later(from, at(day, span.from()));
        Instant end = earlier(to, at(day, span.to()));
        if (end.isAfter(begin)) {
          sum = sum.plus(Duration.between(begin, end));
        }
      }
    }
    return sum;
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return VietnamDay.startOf(day).plusNanos(time.toNanoOfDay());
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
