package motcua.core.journal;

import static motcua.core.journal.Story.completed;
import static motcua.core.journal.Story.dueChanged;
import static motcua.core.journal.Story.received;
import static motcua.core.journal.Story.refused;
import static motcua.core.journal.Story.reopened;
import static motcua.core.journal.Story.resumed;
import static motcua.core.journal.Story.returned;
import static motcua.core.journal.Story.suspended;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import motcua.core.calendar.CalendarRow;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.policy.Policy;
import motcua.core.policy.Rules;
import org.junit.jupiter.api.Test;

/** The marks of national-payload.md 6 that the fold raises, with their days of knowledge. */
class MarksTest {
  private static final Rules COVERED =
      new Rules(
          Policy.DEFAULT,
          new WorkingCalendar(
              List.of(new CalendarRow(LocalDate.of(2024, 9, 2), CalendarRow.Kind.OFF, null))));

  private static Story story() {
    return new Story().under(COVERED);
  }

  private static Story open() {
    return story().add("r", received("2024-07-01T09:30", "2024-07-05T17:00"));
  }

  /** {@code CODE unit detail knownOn..endedOn}. */
  private static List<String> marks(Story story) {
    return story.journal("2024-12-31").marks().stream()
        .map(
            span ->
                "%s %s %s %s..%s"
                    .formatted(
                        span.mark().code(),
                        span.mark().unit(),
                        span.mark().detail(),
                        span.knownOn().toString().substring(5),
                        span.endedOn() == null ? "" : span.endedOn().toString().substring(5)))
        .toList();
  }

  @Test
  void shouldMarkNothingOnAnOrdinaryDossier() {
    Story story =
        open()
            .add("s", suspended("2024-07-02", "SUPPLEMENT"))
            .add("u", resumed("2024-07-04", "2024-07-09"))
            .add("c", completed("2024-07-09"))
            .add("x", returned("2024-07-10"));
    assertEquals(List.of(), marks(story));
  }

  @Test
  void shouldMarkAFinishBeforeTheReceipt() {
    assertEquals(
        List.of("FINISH_BEFORE_RECEIPT U1 COMPLETED 07-01.."),
        marks(open().add("c", completed("2024-07-01T09:29:59"))));
    assertEquals(List.of(), marks(story().add("c", completed("2024-07-01"))));
  }

  @Test
  void shouldMarkAFinishAtTheSecondOfReceipt() {
    assertEquals(
        List.of("FINISH_AT_RECEIPT U1 COMPLETED 07-01.."),
        marks(open().add("c", completed("2024-07-01T09:30:00.900"))));
    assertEquals(List.of(), marks(open().add("c", completed("2024-07-01T09:30:01"))));
  }

  @Test
  void shouldMarkADueMovedAfterItHadPassed() {
    assertEquals(
        List.of("DUE_MOVED U1 2024-07-06 07-06.."),
        marks(open().add("d", dueChanged("2024-07-06T00:00", "2024-07-20"))));
    assertEquals(
        List.of("DUE_MOVED U1 2024-07-08 07-08.."),
        marks(open().add("u", resumed("2024-07-08", "2024-07-20"))));
    assertEquals(
        List.of(), marks(open().add("d", dueChanged("2024-07-05T23:59:59", "2024-07-20"))));
  }

  @Test
  void shouldNotHoldADueAgainstASuspendedDossier() {
    Story before =
        open()
            .add("s", suspended("2024-07-03", "SUPPLEMENT"))
            .add("u", resumed("2024-07-20", "2024-07-23"));
    Story after =
        open()
            .add("s", suspended("2024-07-08", "SUPPLEMENT"))
            .add("u", resumed("2024-07-20", "2024-07-23"));
    assertEquals(List.of(), marks(before));
    assertEquals(List.of("DUE_MOVED U1 2024-07-20 07-20.."), marks(after));
  }

  @Test
  void shouldMarkALateCloseTurnedOnTimeByALaterRevision() {
    Story story =
        open()
            .add("c", completed("2024-07-08"))
            .learned("c", completed("2024-07-05"), "2024-07-09");
    assertEquals(List.of("LATE_TURNED_ON_TIME U1  07-09.."), marks(story));
    story.learned("c", completed("2024-07-10"), "2024-07-11");
    assertEquals(List.of("LATE_TURNED_ON_TIME U1  07-09..07-11"), marks(story));
  }

  @Test
  void shouldNotCallASecondCloseTheFirstOneTurned() {
    Story story =
        open()
            .add("c", completed("2024-07-08"))
            .add("o", reopened("2024-07-09"))
            .add("d", dueChanged("2024-07-09T09:00", "2024-07-20"))
            .add("c2", completed("2024-07-10"));
    assertEquals(List.of("DUE_MOVED U1 2024-07-09 07-09.."), marks(story));
  }

  @Test
  void shouldMarkAReturnWithoutACompletionUntilItIsLearned() {
    Story story = open().add("x", returned("2024-07-04"));
    assertEquals(List.of("RETURNED_WITHOUT_COMPLETED U1  07-04.."), marks(story));
    story.learned("c", completed("2024-07-03"), "2024-07-08");
    assertEquals(List.of("RETURNED_WITHOUT_COMPLETED U1  07-04..07-08"), marks(story));
  }

  @Test
  void shouldMarkAFinishWhileSuspended() {
    Story suspended = open().add("s", suspended("2024-07-02", "SUPPLEMENT"));
    assertEquals(List.of(), marks(suspended));
    assertEquals(
        List.of("CLOSED_WHILE_SUSPENDED U1 COMPLETED 07-03.."),
        marks(suspended.add("c", completed("2024-07-03"))));
  }

  @Test
  void shouldMarkARefusalWhileSuspended() {
    assertEquals(
        List.of("CLOSED_WHILE_SUSPENDED U1 REFUSED 07-03.."),
        marks(
            open()
                .add("s", suspended("2024-07-02", "SUPPLEMENT"))
                .add("x", refused("2024-07-03"))));
  }

  @Test
  void shouldMarkAnEventMoreThanTenMinutesAheadOfItsRecord() {
    assertEquals(
        List.of(), marks(open().learned("c", completed("2024-07-03T08:10"), "2024-07-03T08:00")));
    assertEquals(
        List.of("DATE_IN_FUTURE U1 COMPLETED 07-03.."),
        marks(open().learned("c", completed("2024-07-03T08:10:01"), "2024-07-03T08:00")));
  }

  @Test
  void shouldKeepTheMarkWhenTheSameIsToldAgainInTime() {
    Story story =
        open()
            .learned("c", completed("2024-07-04"), "2024-07-03")
            .learned("c", completed("2024-07-04"), "2024-07-05");
    assertEquals(List.of("DATE_IN_FUTURE U1 COMPLETED 07-03.."), marks(story));
  }

  @Test
  void shouldMarkAMissingDueUntilOneIsKnown() {
    Story story = story().add("r", received("2024-07-01", null));
    assertEquals(List.of("NO_DUE U1  07-01.."), marks(story));
    story.add("d", dueChanged("2024-07-03", "2024-07-20"));
    assertEquals(List.of("NO_DUE U1  07-01..07-03"), marks(story));
  }

  @Test
  void shouldNotShowAMarkThatBeganAndEndedOnOneDay() {
    Story story =
        story()
            .add("r", received("2024-07-01", null))
            .add("d", dueChanged("2024-07-01T10:00", "2024-07-20"));
    assertEquals(List.of(), marks(story));
  }

  @Test
  void shouldMarkADueBeforeTheReceipt() {
    assertEquals(
        List.of("DUE_BEFORE_RECEIPT U1  07-01.."),
        marks(story().add("r", received("2024-07-01T09:30", "2024-06-30T23:59:59"))));
    assertEquals(
        List.of(), marks(story().add("r", received("2024-07-01T09:30", "2024-07-01T00:00"))));
  }

  @Test
  void shouldMarkAShiftOverDaysOutsideTheCalendar() {
    Story shifted =
        story()
            .add("r", received("2024-12-23", "2024-12-30"))
            .add("s", suspended("2024-12-24", "STOPPED"))
            .add("u", resumed("2024-12-27", null));
    Story reported =
        story()
            .add("r", received("2024-12-23", "2024-12-30"))
            .add("s", suspended("2024-12-24", "STOPPED"))
            .add("u", resumed("2024-12-27", "2025-01-06"));
    assertEquals(List.of("DAY_OUTSIDE_CALENDAR U1 2025 12-27.."), marks(shifted));
    assertEquals(List.of(), marks(reported));
  }
}
