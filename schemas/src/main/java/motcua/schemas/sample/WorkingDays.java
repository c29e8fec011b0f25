package motcua.schemas.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The working days of a stretch of years, numbered from 0, so that a term in working days is an
 * addition.
 */
final class WorkingDays {
  private final List<LocalDate> days;

  private WorkingDays(List<LocalDate> days) {
    this.days = days;
  }

  /**
   * Monday to Friday, less the days off and with the Saturdays worked that a holidays.csv names.
   */
  static WorkingDays fromCsv(String csv, int firstYear, int lastYear) {
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> worked = new HashSet<>();
    csv.lines()
        .skip(1)
        .map(line -> line.split(",", 3))
        .forEach(cells -> (cells[1].equals("work") ? worked : off).add(LocalDate.parse(cells[0])));
    List<LocalDate> days = new ArrayList<>();
    LocalDate end = LocalDate.of(lastYear + 1, 1, 1);
    for (LocalDate day = LocalDate.of(firstYear, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
      boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
      if (worked.contains(day) || (weekday && !off.contains(day))) {
        days.add(day);
      }
    }
    return new WorkingDays(List.copyOf(days));
  }

  LocalDate day(int number) {
    return days.get(number);
  }

  /** Number of the first working day on or after a date. */
  int firstFrom(LocalDate date) {
    int found = Collections.binarySearch(days, date);
    return found >= 0 ? found : -found - 1;
  }

  /** Number of the last working day on or before a date. */
  int lastUntil(LocalDate date) {
    int found = Collections.binarySearch(days, date);
    return found >= 0 ? found : -found - 2;
  }
}
