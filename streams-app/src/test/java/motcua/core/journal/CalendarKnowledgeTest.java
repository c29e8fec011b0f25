package motcua.core.journal;

import static motcua.core.journal.Story.completed;
import static motcua.core.journal.Story.received;
import static motcua.core.journal.Story.resumed;
import static motcua.core.journal.Story.suspended;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import motcua.core.calendar.CalendarRow;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.ledger.Posting;
import motcua.core.mark.MarkCode;
import motcua.core.policy.Policy;
import motcua.core.policy.Rules;
import org.junit.jupiter.api.Test;

/** What counts working days does so with the calendar known at the time (ledger.md 1, 3). */
class CalendarKnowledgeTest {
  /** Monday 31/8 to Wednesday 2/9 off, known from a day on; another row covers the year. */
  private static Rules decidedOn(String day) {
    Stream<CalendarRow> holiday =
        Stream.of("2026-08-31", "2026-09-01", "2026-09-02")
            .map(off -> new CalendarRow(LocalDate.parse(off), OFF, LocalDate.parse(day)));
    CalendarRow ever = new CalendarRow(LocalDate.parse("2026-01-01"), OFF, null);
    return new Rules(
        Policy.DEFAULT, new WorkingCalendar(Stream.concat(Stream.of(ever), holiday).toList()));
  }

  private static final CalendarRow.Kind OFF = CalendarRow.Kind.OFF;

  /** Two working days suspended; due on Friday 28/8. */
  private static Story suspendedTwoDays() {
    return new Story()
        .add("r", received("2026-08-24", "2026-08-28T17:00"))
        .add("s", suspended("2026-08-25", "STOPPED"))
        .add("u", resumed("2026-08-27", null));
  }

  @Test
  void shouldShiftTheDueWithTheCalendarOfTheDay() {
    Story story = suspendedTwoDays().under(decidedOn("2026-08-28"));
    assertEquals(Story.at("2026-09-01T17:00"), story.journal("2026-08-27").standing().dueAt());
    assertEquals(Story.at("2026-08-28T00:00"), story.journal("2026-08-27").nextCrossing());
    assertEquals(
        Story.at("2026-09-04T17:00"), story.journal("2026-08-28T00:00").standing().dueAt());
    assertEquals(Story.at("2026-09-05T00:00"), story.journal("2026-08-28").nextCrossing());
  }

  @Test
  void shouldCloseByTheCalendarKnown() {
    Story story = suspendedTwoDays().add("c", completed("2026-09-03"));
    assertEquals(
        List.of(
            "08-24 NONE>OPEN_IN_TIME r",
            "08-25 OPEN_IN_TIME>SUSPENDED s",
            "08-27 SUSPENDED>OPEN_IN_TIME u",
            "09-03 OPEN_IN_TIME>CLOSED_EARLY c"),
        story.under(decidedOn("2026-08-28")).moves("2026-10-01"));
  }

  @Test
  void shouldSetRightWhatALaterDecisionChanges() {
    Story story =
        suspendedTwoDays().add("c", completed("2026-09-03")).under(decidedOn("2026-09-05"));
    Result journal = story.journal("2026-10-01");
    List<Posting> corrections = on("2026-09-05", journal);
    assertEquals(
        List.of(
            "-09-02 OPEN_IN_TIME>OPEN_OVERDUE CLOCK",
            "-09-03 OPEN_OVERDUE>CLOSED_LATE c",
            "09-03 OPEN_IN_TIME>CLOSED_EARLY c"),
        Story.moves(corrections));
    assertEquals(List.of(), Story.counters(corrections), "late but for a moved due either way");
    assertEquals(
        List.of("LATE_TURNED_ON_TIME 2026-09-05"),
        journal.marks().stream().map(span -> span.mark().code() + " " + span.knownOn()).toList());
    assertNull(journal.nextCrossing());
  }

  @Test
  void shouldMarkAYearOnlyWhileNothingIsKnownOfIt() {
    var table =
        new WorkingCalendar(
            List.of(
                new CalendarRow(LocalDate.parse("2025-01-01"), OFF, null),
                new CalendarRow(
                    LocalDate.parse("2026-01-01"), OFF, LocalDate.parse("2026-08-29"))));
    Result journal =
        suspendedTwoDays().under(new Rules(Policy.DEFAULT, table)).journal("2026-10-01");
    assertEquals(1, journal.marks().size());
    var span = journal.marks().getFirst();
    assertEquals(MarkCode.DAY_OUTSIDE_CALENDAR, span.mark().code());
    assertEquals(LocalDate.parse("2026-08-27"), span.knownOn());
    assertEquals(LocalDate.parse("2026-08-29"), span.endedOn());
  }

  @Test
  void shouldWaitForNoDecisionThatChangesNothing() {
    Story story = new Story().add("r", received("2026-08-24", null)).under(decidedOn("2026-09-05"));
    assertNull(story.journal("2026-08-25").nextCrossing());
  }

  private static List<Posting> on(String knownOn, Result journal) {
    return journal.postings().stream()
        .filter(posting -> posting.knownOn().equals(LocalDate.parse(knownOn)))
        .toList();
  }
}
