package motcua.core.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The periods of ledger.md 7. */
class PeriodTest {
  private static Period days(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static Period legal(String name) {
    return Period.parse(name, Reckoning.LEGAL).orElseThrow();
  }

  private static Period calendar(String name) {
    return Period.parse(name, Reckoning.CALENDAR).orElseThrow();
  }

  @Test
  void shouldCutTheLegalYearFromThe15thToThe14th() {
    assertEquals(days("2023-12-15", "2024-01-14"), legal("2024-01"));
    assertEquals(days("2024-02-15", "2024-03-14"), legal("2024-03"));
    assertEquals(days("2023-12-15", "2024-03-14"), legal("2024-Q1"));
    assertEquals(days("2024-03-15", "2024-06-14"), legal("2024-Q2"));
    assertEquals(days("2024-06-15", "2024-09-14"), legal("2024-Q3"));
    assertEquals(days("2024-09-15", "2024-12-14"), legal("2024-Q4"));
    assertEquals(days("2023-12-15", "2024-06-14"), legal("2024-H1"));
    assertEquals(days("2024-06-15", "2024-12-14"), legal("2024-H2"));
    assertEquals(days("2023-12-15", "2024-09-14"), legal("2024-9M"));
    assertEquals(days("2023-12-15", "2024-12-14"), legal("2024"));
  }

  @Test
  void shouldCutTheCalendarYearByMonths() {
    assertEquals(days("2024-02-01", "2024-02-29"), calendar("2024-02"));
    assertEquals(days("2023-02-01", "2023-02-28"), calendar("2023-02"));
    assertEquals(days("2024-07-01", "2024-09-30"), calendar("2024-Q3"));
    assertEquals(days("2024-07-01", "2024-12-31"), calendar("2024-H2"));
    assertEquals(days("2024-01-01", "2024-09-30"), calendar("2024-9M"));
    assertEquals(days("2024-01-01", "2024-12-31"), calendar("2024"));
  }

  @Test
  void shouldRefuseAnyOtherName() {
    for (String name :
        new String[] {"", "2024-13", "2024-00", "2024-Q5", "2024-H3", "24", "2024-7"}) {
      assertEquals(Optional.empty(), Period.parse(name, Reckoning.LEGAL), name);
    }
    assertThrows(IllegalArgumentException.class, () -> days("2024-01-02", "2024-01-01"));
  }

  @Test
  void shouldLeaveNoDayBetweenPeriods() {
    for (Reckoning reckoning : Reckoning.values()) {
      LocalDate next = Period.month(reckoning, 2020, 1).from();
      for (int month = 0; month < 60; month++) {
        Period period = Period.month(reckoning, 2020 + month / 12, month % 12 + 1);
        assertEquals(next, period.from());
        next = period.to().plusDays(1);
      }
    }
  }

  @Test
  void shouldRollUpToToday() {
    LocalDate today = LocalDate.parse("2024-12-15");
    assertEquals(LocalDate.parse("2024-12-09"), Window.DAYS_7.from(today));
    assertEquals(LocalDate.parse("2024-11-16"), Window.DAYS_30.from(today));
    assertEquals(LocalDate.parse("2024-09-17"), Window.DAYS_90.from(today));
    assertEquals(LocalDate.parse("2024-12-01"), Window.MONTH.from(today));
    assertEquals(LocalDate.parse("2024-10-01"), Window.QUARTER.from(today));
    assertEquals(LocalDate.parse("2024-01-01"), Window.YEAR.from(today));
    assertEquals(today, Window.LEGAL_MONTH.from(today));
    assertEquals(today, Window.LEGAL_QUARTER.from(today));
    assertEquals(today, Window.LEGAL_YEAR.from(today));
    LocalDate dayBefore = today.minusDays(1);
    assertEquals(LocalDate.parse("2024-11-15"), Window.LEGAL_MONTH.from(dayBefore));
    assertEquals(LocalDate.parse("2024-09-15"), Window.LEGAL_QUARTER.from(dayBefore));
    assertEquals(LocalDate.parse("2023-12-15"), Window.LEGAL_YEAR.from(dayBefore));
  }

  @Test
  void shouldEndTodayAndLieInItsPeriodOnEveryDay() {
    for (LocalDate today = LocalDate.parse("2023-11-01");
        today.getYear() < 2026;
        today = today.plusDays(1)) {
      for (Window window : Window.values()) {
        assertEquals(today, window.upTo(today).to());
        assertTrue(window.period(today).contains(today), window + " " + today);
        assertEquals(window.period(today).from(), window.from(today));
      }
    }
  }
}
