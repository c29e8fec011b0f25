package motcua.core.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import motcua.core.period.Period;
import motcua.core.period.Reckoning;
import motcua.core.period.Window;
import org.junit.jupiter.api.Test;

class DuePeriodsTest {
  private static List<Period> ended(String day, Window... kinds) {
    return DuePeriods.endedBy(LocalDate.parse(day), List.of(kinds));
  }

  @Test
  void shouldNameTheLastPeriodThatHasEnded() {
    Period q2 = Period.quarter(Reckoning.LEGAL, 2024, 2);
    Period q3 = Period.quarter(Reckoning.LEGAL, 2024, 3);
    assertEquals(List.of(q2), ended("2024-09-13", Window.LEGAL_QUARTER));
    assertEquals(List.of(q3), ended("2024-09-14", Window.LEGAL_QUARTER));
    assertEquals(List.of(q3), ended("2024-12-13", Window.LEGAL_QUARTER));
    assertEquals(
        List.of(Period.quarter(Reckoning.LEGAL, 2024, 4), Period.year(Reckoning.LEGAL, 2024)),
        ended("2024-12-31", Window.LEGAL_QUARTER, Window.LEGAL_YEAR));
    assertEquals(
        List.of(Period.month(Reckoning.CALENDAR, 2024, 2)), ended("2024-03-30", Window.MONTH));
  }

  @Test
  void shouldTakeNoRollingWindow() {
    assertThrows(IllegalArgumentException.class, () -> ended("2024-09-13", Window.DAYS_7));
  }
}
