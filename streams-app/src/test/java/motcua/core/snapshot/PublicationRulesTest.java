package motcua.core.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import motcua.core.period.Period;
import motcua.core.period.Reckoning;
import org.junit.jupiter.api.Test;

class PublicationRulesTest {
  private static final Period Q3 = Period.quarter(Reckoning.LEGAL, 2024, 3);

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Optional<Refusal> publishing(String cut, String lastClosed, int latest) {
    return PublicationRules.publishing(Q3, day(cut), day(lastClosed), latest);
  }

  private static Optional<Refusal> revising(String cut, int version, int latest) {
    return PublicationRules.revising(
        Q3, day(cut), day("2024-10-01"), version, day("2024-09-20"), latest);
  }

  @Test
  void shouldCloseADayAQuarterOfAnHourAfterItsEnd() {
    assertEquals(
        day("2024-09-13"), PublicationRules.lastClosedDay(Instant.parse("2024-09-14T17:14:59Z")));
    assertEquals(
        day("2024-09-14"), PublicationRules.lastClosedDay(Instant.parse("2024-09-14T17:15:00Z")));
  }

  @Test
  void shouldPublishOnceAndOnAClosedDay() {
    assertEquals(Optional.empty(), publishing("2024-09-14", "2024-09-14", 0));
    assertEquals(Optional.of(Refusal.PERIOD_NOT_ENDED), publishing("2024-09-13", "2024-09-13", 0));
    assertEquals(Optional.of(Refusal.CUT_NOT_CLOSED), publishing("2024-09-15", "2024-09-14", 0));
    assertEquals(Optional.of(Refusal.CUT_BEFORE_END), publishing("2024-09-13", "2024-09-20", 0));
    assertEquals(Optional.of(Refusal.ALREADY_PUBLISHED), publishing("2024-09-14", "2024-09-14", 1));
  }

  /** T30: a calendar quarter beside a legal one, but not a quarter inside its year. */
  @Test
  void shouldRefuseAPeriodThatSharesSomeDaysWithAPublishedOne() {
    List<Period> published = List.of(Period.quarter(Reckoning.LEGAL, 2024, 3));

    assertEquals(
        Optional.of(Refusal.OVERLAPS_PUBLISHED),
        PublicationRules.overlapping(Period.quarter(Reckoning.CALENDAR, 2024, 3), published));
    for (Period period :
        List.of(
            Period.quarter(Reckoning.LEGAL, 2024, 3),
            Period.quarter(Reckoning.LEGAL, 2024, 4),
            Period.year(Reckoning.LEGAL, 2024),
            Period.month(Reckoning.LEGAL, 2024, 8))) {
      assertEquals(Optional.empty(), PublicationRules.overlapping(period, published));
    }
  }

  @Test
  void shouldReviseTheLatestVersionOnly() {
    assertEquals(Optional.empty(), revising("2024-09-20", 1, 1));
    assertEquals(Optional.empty(), revising("2024-10-01", 2, 2));
    assertEquals(Optional.of(Refusal.NOT_PUBLISHED), revising("2024-10-01", 0, 1));
    assertEquals(Optional.of(Refusal.NOT_THE_LATEST), revising("2024-10-01", 1, 2));
    assertEquals(Optional.of(Refusal.CUT_BEFORE_THE_REVISED), revising("2024-09-19", 1, 1));
    assertEquals(Optional.of(Refusal.CUT_NOT_CLOSED), revising("2024-10-02", 1, 1));
  }
}
