package motcua.core.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One exception to the ordinary week: a weekday off, or a weekend day worked in exchange (ngày làm
 * bù).
 *
 * @param recordedAt day from which the row is known; null: known at every cut
 */
public record CalendarRow(LocalDate date, Kind kind, LocalDate recordedAt) {
  public CalendarRow {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(kind, "kind");
  }

  /** Off or worked. */
  public enum Kind {
    OFF,
    WORK
  }
}
