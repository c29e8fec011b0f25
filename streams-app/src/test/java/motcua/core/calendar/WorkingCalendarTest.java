package motcua.core.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
  private static final List<String> FILE =
      List.of(
          "date,kind,name,confidence,recordedAt",
          "2024-02-08,off,Tết Nguyên đán (29 Tết),high,",
          "2024-02-09,off,\"Tết Nguyên đán, 30 Tết\",high,",
          "2024-02-12,off,Tết,high,",
          "2024-02-13,off,Tết,high,",
          "2024-02-14,off,Tết,high,",
          "",
          "2024-04-29,off,hoán đổi,high,2024-04-12",
          "2024-05-04,work,làm bù,high,2024-04-12T09:00:00+07:00",
          "2026-01-01,off,Tết Dương lịch,high,");

  private static WorkingCalendar calendar() {
    return assertInstanceOf(CalendarTable.Outcome.Read.class, CalendarTable.parse(FILE)).calendar();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void shouldTakeWeekendsOffAndDaysOffOut() {
    WorkingCalendar calendar = calendar();
    assertTrue(calendar.isWorkingDay(day("2024-02-07")));
    assertFalse(calendar.isWorkingDay(day("2024-02-08")));
    assertFalse(calendar.isWorkingDay(day("2024-02-10")));
    assertTrue(calendar.isWorkingDay(day("2024-05-04")), "a Saturday worked");
    assertFalse(calendar.isWorkingDay(day("2024-05-05")));
  }

  @Test
  void shouldCountAcrossTet() {
    WorkingCalendar calendar = calendar();
    assertEquals(1, calendar.workingDaysBetween(day("2024-02-07"), day("2024-02-15")));
    assertEquals(day("2024-02-15"), calendar.plusWorkingDays(day("2024-02-07"), 1));
    assertEquals(day("2024-02-15"), calendar.plusWorkingDays(day("2024-02-10"), 1));
    assertEquals(day("2024-02-10"), calendar.plusWorkingDays(day("2024-02-10"), 0));
    assertEquals(0, calendar.workingDaysBetween(day("2024-02-15"), day("2024-02-07")));
  }

  @Test
  void shouldCountASwappedSaturday() {
    WorkingCalendar calendar = calendar();
    assertEquals(5, calendar.workingDaysBetween(day("2024-04-29"), day("2024-05-06")));
    assertEquals(day("2024-05-04"), calendar.plusWorkingDays(day("2024-05-03"), 1));
  }

  @Test
  void shouldKnowOnlyWhatWasRecordedUpToTheDay() {
    WorkingCalendar before = calendar().asKnownOn(day("2024-04-11"));
    assertTrue(before.isWorkingDay(day("2024-04-29")));
    assertFalse(before.isWorkingDay(day("2024-05-04")));
    assertEquals(calendar().version(), calendar().asKnownOn(day("2024-04-12")).version());
    assertNotEquals(calendar().version(), before.version());
  }

  @Test
  void shouldCoverTheYearsOfItsRowsOnly() {
    WorkingCalendar calendar = calendar();
    assertTrue(calendar.covers(day("2024-12-31")));
    assertFalse(calendar.covers(day("2025-06-01")));
    assertTrue(calendar.covers(day("2026-06-01")));
    assertFalse(calendar.covers(day("2027-01-01")));
    assertFalse(WorkingCalendar.WEEKDAYS_ONLY.covers(day("2024-01-01")));
    long first = day("2024-12-30").toEpochDay();
    assertTrue(calendar.covers(first, first + 1));
    assertFalse(calendar.covers(first, first + 2));
    assertEquals(2025, calendar.firstYearOutside(first, first + 500).orElseThrow());
  }

  @Test
  void shouldHaveAVersionOfItsRowsNotOfTheirOrder() {
    List<CalendarRow> rows = new ArrayList<>(calendar().rows());
    Collections.reverse(rows);
    rows.add(rows.getFirst());
    assertEquals(calendar().version(), new WorkingCalendar(rows).version());
    assertEquals(12, calendar().version().length());
  }

  @Test
  void shouldLetTheRowRecordedLastHold() {
    CalendarRow off = new CalendarRow(day("2024-05-06"), CalendarRow.Kind.OFF, null);
    CalendarRow work = new CalendarRow(day("2024-05-06"), CalendarRow.Kind.WORK, day("2024-05-01"));
    WorkingCalendar calendar = new WorkingCalendar(List.of(work, off));
    assertTrue(calendar.isWorkingDay(day("2024-05-06")));
    assertFalse(calendar.asKnownOn(day("2024-04-30")).isWorkingDay(day("2024-05-06")));
  }

  @Test
  void shouldAgreeWithCountingDayByDay() {
    Random random = new Random(20_260_102L);
    WorkingCalendar calendar = calendar();
    for (int i = 0; i < 20_000; i++) {
      LocalDate from = day("2022-01-01").plusDays(random.nextInt(2400));
      LocalDate to = from.plusDays(random.nextInt(900));
      long counted = from.datesUntil(to).filter(WorkingCalendarTest::worked).count();
      assertEquals(counted, calendar.workingDaysBetween(from, to), from + " to " + to);
      int n = random.nextInt(300);
      LocalDate moved = calendar.plusWorkingDays(from, n);
      assertEquals(n, calendar.workingDaysBetween(from.plusDays(1), moved.plusDays(1)));
      assertTrue(n == 0 ? moved.equals(from) : calendar.isWorkingDay(moved), from + " + " + n);
    }
  }

  private static boolean worked(LocalDate day) {
    for (String line : FILE.subList(1, FILE.size())) {
      if (line.startsWith(day.toString())) {
        return line.contains(",work,");
      }
    }
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }

  @Test
  void shouldNameEveryBadLine() {
    var failed =
        assertInstanceOf(
            CalendarTable.Outcome.Failed.class,
            CalendarTable.parse(
                List.of(
                    "\uFEFFDate,Kind",
                    "2024-02-30,off",
                    "2024-02-08,holiday",
                    "2024-02-09,off",
                    "2024-02-09,work")));
    assertEquals(3, failed.problems().size());
    assertTrue(failed.problems().get(0).startsWith("line 2: "), failed.problems()::toString);
    assertEquals("line 3: kind must be off or work, not 'holiday'", failed.problems().get(1));
    assertEquals("2024-02-09: both off and work", failed.problems().get(2));
    assertInstanceOf(CalendarTable.Outcome.Failed.class, CalendarTable.parse(List.of()));
    assertInstanceOf(CalendarTable.Outcome.Failed.class, CalendarTable.parse(List.of("a,b")));
  }

  @Test
  void shouldRefuseToGoBack() {
    assertThrows(
        IllegalArgumentException.class,
        () -> WorkingCalendar.WEEKDAYS_ONLY.plusWorkingDays(day("2024-01-01"), -1));
  }

  @Test
  void shouldTakeTheDayInVietnam() {
    assertEquals(day("2024-07-01"), VietnamDay.of(Instant.parse("2024-06-30T17:00:00Z")));
    assertEquals(day("2024-06-30"), VietnamDay.of(Instant.parse("2024-06-30T16:59:59.999Z")));
    assertEquals(Instant.parse("2024-06-30T17:00:00Z"), VietnamDay.startOf(day("2024-07-01")));
    assertEquals(day("1969-12-31"), VietnamDay.of(Instant.parse("1969-12-31T16:59:59Z")));
  }
}
