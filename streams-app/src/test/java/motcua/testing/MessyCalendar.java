package motcua.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import motcua.core.calendar.CalendarRow;
import motcua.core.calendar.CalendarTable;
import motcua.core.calendar.WorkingCalendar;

/** Calendars for messy histories: the country's, and others decided while the history runs. */
final class MessyCalendar {
  private static final WorkingCalendar COUNTRY = country();
  private static final int DECIDED = 6;
  private static final int ROWS = 12;

  private MessyCalendar() {}

  /** The country's, as often as the others together. */
  static List<WorkingCalendar> around(MessyHistory.Era era) {
    RandomGenerator random = new SplittableRandom(era.ordinal());
    List<WorkingCalendar> calendars = new ArrayList<>();
    for (int i = 0; i < DECIDED; i++) {
      calendars.add(COUNTRY);
      calendars.add(decided(era, random));
    }
    return calendars;
  }

  /**
   * Some days are decided anew in the era, once or twice; of some years nothing is known before.
   */
  private static WorkingCalendar decided(MessyHistory.Era era, RandomGenerator random) {
    LocalDate dropped = era.firstDay.withDayOfYear(1).plusYears(random.nextInt(3));
    List<CalendarRow> rows = new ArrayList<>();
    for (CalendarRow row : COUNTRY.rows()) {
      boolean later = row.date().getYear() == dropped.getYear();
      rows.add(later ? new CalendarRow(row.date(), row.kind(), some(era, random)) : row);
    }
    for (int i = 0; i < ROWS; i++) {
      LocalDate day = era.firstDay.plusDays(random.nextInt(2 * era.days));
      LocalDate decidedOn = some(era, random);
      rows.removeIf(row -> row.date().equals(day) && decidedOn.equals(row.recordedAt()));
      CalendarRow.Kind kind = random.nextBoolean() ? CalendarRow.Kind.OFF : CalendarRow.Kind.WORK;
      rows.add(new CalendarRow(day, kind, decidedOn));
    }
    return new WorkingCalendar(rows);
  }

  /** One of few days, so that rows are decided together. */
  private static LocalDate some(MessyHistory.Era era, RandomGenerator random) {
    return era.firstDay.plusDays((long) era.days * random.nextInt(4) / 3);
  }

  /** The holidays and the Saturdays worked in exchange as the country had them. */
  private static WorkingCalendar country() {
    try (InputStream table =
        MessyCalendar.class.getResourceAsStream("/motcua/sample/holidays.csv")) {
      var lines = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return ((CalendarTable.Outcome.Read) CalendarTable.parse(lines)).calendar();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
