package motcua.core.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.core.calendar.CalendarRow;
import motcua.core.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {
  /** Monday 2 September 2024 is a holiday; Saturday 7 September is worked. */
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(
          List.of(
              new CalendarRow(LocalDate.of(2024, 9, 2), CalendarRow.Kind.OFF, null),
              new CalendarRow(LocalDate.of(2024, 9, 7), CalendarRow.Kind.WORK, null)));

  @ParameterizedTest
  @CsvSource({
    "2024-08-28T08:00, 2024-08-28T09:30, PT1H30M",
    "2024-08-28T10:00, 2024-08-28T14:00, PT2H",
    "2024-08-28T11:30, 2024-08-28T13:30, PT0S",
    "2024-08-28T17:00, 2024-08-29T07:30, PT0S",
    "2024-08-28T16:00, 2024-08-29T08:00, PT1H30M",
    "2024-08-28T00:00, 2024-08-29T00:00, PT7H30M",
    "2024-08-30T16:59, 2024-09-03T07:31, PT2M",
    "2024-08-31T08:00, 2024-08-31T16:00, PT0S",
    "2024-09-06T16:00, 2024-09-09T08:00, PT9H",
    "2024-08-26T07:30, 2024-09-09T17:00, PT82H30M",
    "2024-08-28T09:00, 2024-08-28T09:00, PT0S",
    "2024-08-28T09:00, 2024-08-27T09:00, PT0S"
  })
  void shouldCountOfficeTimeOnWorkingDaysOnly(String from, String to, Duration expected) {
    assertEquals(expected, OfficeHours.USUAL.between(at(from), at(to), CALENDAR));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-08-28T08:00, PT1H30M, 2024-08-28T09:30",
    "2024-08-28T10:00, PT1H30M, 2024-08-28T11:30",
    "2024-08-28T10:00, PT2H, 2024-08-28T14:00",
    "2024-08-28T19:00, PT1M, 2024-08-29T07:31",
    "2024-08-30T16:59, PT2M, 2024-09-03T07:31",
    "2024-08-31T08:00, PT7H30M, 2024-09-03T17:00",
    "2024-09-06T16:00, PT9H, 2024-09-09T08:00",
    "2024-08-28T09:00, PT0S, 2024-08-28T09:00"
  })
  void shouldSayWhenOfficeTimeHasPassed(String from, Duration time, String expected) {
    assertEquals(Optional.of(at(expected)), OfficeHours.USUAL.after(at(from), time, CALENDAR));
    assertEquals(time, OfficeHours.USUAL.between(at(from), at(expected), CALENDAR));
  }

  @Test
  void shouldNeverPassTimeInAnOfficeWithoutHours() {
    assertEquals(
        Optional.empty(),
        new OfficeHours(List.of()).after(at("2024-08-28T09:00"), Duration.ofHours(1), CALENDAR));
  }

  @Test
  void shouldRefuseHoursThatOverlapOrRunBackwards() {
    var morning = new OfficeHours.Span(LocalTime.of(7, 0), LocalTime.of(12, 0));
    var early = new OfficeHours.Span(LocalTime.of(11, 0), LocalTime.of(13, 0));

    assertThrows(IllegalArgumentException.class, () -> new OfficeHours(List.of(morning, early)));
    assertThrows(
        IllegalArgumentException.class, () -> new OfficeHours.Span(LocalTime.NOON, LocalTime.NOON));
  }

  @Test
  void shouldCallASourceSilentOnlyAfterMoreThanItsOfficeTime() {
    Instant heard = at("2024-08-30T07:30");
    var rule = SilenceRule.DEFAULT;

    assertFalse(rule.isSilent("dvc", heard, at("2024-09-03T17:00"), CALENDAR), "just 15 hours");
    assertTrue(rule.isSilent("dvc", heard, at("2024-09-04T07:31"), CALENDAR));
    assertFalse(
        rule.isSilent("dvc", heard, at("2024-09-03T07:00"), CALENDAR), "a long weekend is none");
  }

  @Test
  void shouldSaySinceWhenASourceIsSilent() {
    Instant heard = at("2024-08-30T07:30");
    var rule = SilenceRule.DEFAULT;

    assertEquals(
        Optional.empty(), rule.silentSince("dvc", heard, at("2024-09-03T17:00"), CALENDAR));
    assertEquals(
        Optional.of(at("2024-09-03T17:00")),
        rule.silentSince("dvc", heard, at("2024-09-04T07:31"), CALENDAR));
  }

  @Test
  void shouldKnowLimitsOfItsOwnForASource() {
    var rule =
        new SilenceRule(
            OfficeHours.USUAL,
            Optional.of(Duration.ofHours(15)),
            Map.of("dvc", Optional.of(Duration.ofHours(1)), "archive", Optional.empty()));
    Instant heard = at("2024-08-28T07:30");
    Instant soon = at("2024-08-28T08:31");
    Instant muchLater = at("2024-12-28T08:31");

    assertTrue(rule.isSilent("dvc", heard, soon, CALENDAR));
    assertFalse(rule.isSilent("other", heard, soon, CALENDAR));
    assertTrue(rule.isSilent("other", heard, muchLater, CALENDAR));
    assertFalse(rule.isSilent("archive", heard, muchLater, CALENDAR));
  }

  private static Instant at(String local) {
    return OffsetDateTime.parse(local + "+07:00").toInstant();
  }
}
