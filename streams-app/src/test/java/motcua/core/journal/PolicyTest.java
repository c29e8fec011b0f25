package motcua.core.journal;

import static motcua.core.journal.Story.completed;
import static motcua.core.journal.Story.dueChanged;
import static motcua.core.journal.Story.received;
import static motcua.core.journal.Story.resumed;
import static motcua.core.journal.Story.returned;
import static motcua.core.journal.Story.suspended;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import motcua.core.calendar.CalendarRow;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.ledger.Bucket;
import motcua.core.policy.Policy;
import motcua.core.policy.Policy.Closes;
import motcua.core.policy.Policy.Supplement;
import motcua.core.policy.Policy.Timeliness;
import motcua.core.policy.Rules;
import org.junit.jupiter.api.Test;

/** Policies of ledger.md 8, with the supplement vector of rules.md 3. */
class PolicyTest {
  /** National day 2026: Monday 31/8 to Wednesday 2/9 off, Saturday 22/8 worked. */
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(
          List.of(
              row("2026-08-31", CalendarRow.Kind.OFF),
              row("2026-09-01", CalendarRow.Kind.OFF),
              row("2026-09-02", CalendarRow.Kind.OFF),
              row("2026-08-22", CalendarRow.Kind.WORK)));

  private static CalendarRow row(String date, CalendarRow.Kind kind) {
    return new CalendarRow(LocalDate.parse(date), kind, null);
  }

  private static Rules rules(Timeliness timeliness, Closes closes, Supplement supplement) {
    return new Rules(new Policy("test/1", timeliness, closes, supplement), CALENDAR);
  }

  private static Rules supplement(Supplement supplement) {
    return rules(Timeliness.DAY, Closes.COMPLETED_OR_RETURNED, supplement);
  }

  private static Story vector(Supplement policy, String reported) {
    return new Story()
        .under(supplement(policy))
        .add("r", received("2026-08-24T09:30", "2026-09-03T17:00"))
        .add("s", suspended("2026-08-26T14:00", "SUPPLEMENT"))
        .add("u", resumed("2026-08-28T14:00", reported));
  }

  private static Bucket ready(Supplement policy, String when) {
    return vector(policy, null).add("c", completed(when)).journal("2026-10-01").standing().bucket();
  }

  @Test
  void shouldGiveTheVectorOfTheSupplementRules() {
    assertEquals(Bucket.CLOSED_ON_TIME, ready(Supplement.SHIFT, "2026-09-07T16:20"));
    assertEquals(Bucket.CLOSED_LATE, ready(Supplement.SHIFT, "2026-09-09T16:20"));
    assertEquals(Bucket.CLOSED_LATE, ready(Supplement.SHIFT, "2026-09-10T16:20"));
    assertEquals(Bucket.CLOSED_EARLY, ready(Supplement.RESTART, "2026-09-07T16:20"));
    assertEquals(Bucket.CLOSED_ON_TIME, ready(Supplement.RESTART, "2026-09-09T16:20"));
    assertEquals(Bucket.CLOSED_LATE, ready(Supplement.RESTART, "2026-09-10T16:20"));
  }

  @Test
  void shouldShiftOrRestartWhateverDueIsReported() {
    String reported = "2026-09-30T11:00";
    assertDue("2026-09-30T11:00", vector(Supplement.AS_REPORTED, reported));
    assertDue("2026-09-07T17:00", vector(Supplement.AS_REPORTED, null));
    assertDue("2026-09-07T17:00", vector(Supplement.SHIFT, reported));
    assertDue("2026-09-09T17:00", vector(Supplement.RESTART, reported));
  }

  @Test
  void shouldTouchSupplementsOnly() {
    Story story =
        new Story()
            .under(supplement(Supplement.RESTART))
            .add("r", received("2026-08-24T09:30", "2026-09-03T17:00"))
            .add("s", suspended("2026-08-26T14:00", "FINANCIAL_OBLIGATION"))
            .add("u", resumed("2026-08-28T14:00", "2026-09-30T11:00"));
    assertDue("2026-09-30T11:00", story);
  }

  @Test
  void shouldRestartWithEachSupplementFromTheFirstTerm() {
    Story story =
        vector(Supplement.RESTART, null)
            .add("d", dueChanged("2026-08-28T15:00", "2026-09-21T17:00"))
            .add("s2", suspended("2026-09-03T08:00", "SUPPLEMENT"))
            .add("u2", resumed("2026-09-04T08:00", null));
    assertDue("2026-09-11T17:00", story);
  }

  @Test
  void shouldRestartWhenClosedWhileWaitingForTheSupplement() {
    Story story =
        new Story()
            .under(supplement(Supplement.RESTART))
            .add("r", received("2026-08-24T09:30", "2026-09-03T17:00"))
            .add("s", suspended("2026-08-26T14:00", "SUPPLEMENT"))
            .add("c", completed("2026-09-10T14:00"));
    assertDue("2026-09-17T17:00", story);
    assertEquals(Bucket.CLOSED_EARLY, story.journal().standing().bucket());
  }

  @Test
  void shouldHaveNothingToShiftWithoutADue() {
    Story story =
        new Story()
            .under(supplement(Supplement.SHIFT))
            .add("r", received("2026-08-24T09:30", null))
            .add("s", suspended("2026-08-26T14:00", "SUPPLEMENT"));
    assertNull(story.add("u", resumed("2026-08-28T14:00", null)).journal().standing().dueAt());
  }

  @Test
  void shouldCompareInstantsUnderINSTANT() {
    Rules instant = rules(Timeliness.INSTANT, Closes.COMPLETED_OR_RETURNED, Supplement.AS_REPORTED);
    assertEquals(Bucket.CLOSED_EARLY, completedUnder(instant, "2026-08-27T23:59:59"));
    assertEquals(Bucket.CLOSED_ON_TIME, completedUnder(instant, "2026-08-28T17:00"));
    assertEquals(Bucket.CLOSED_LATE, completedUnder(instant, "2026-08-28T17:00:01"));
  }

  @Test
  void shouldBecomeOverdueByDayUnderINSTANTToo() {
    Rules instant = rules(Timeliness.INSTANT, Closes.COMPLETED_OR_RETURNED, Supplement.AS_REPORTED);
    Story story = new Story().under(instant).add("r", received("2026-08-24", "2026-08-28T17:00"));
    assertEquals(Bucket.OPEN_IN_TIME, story.journal("2026-08-28T23:59:59").standing().bucket());
    assertEquals(Bucket.OPEN_OVERDUE, story.journal("2026-08-29T00:00").standing().bucket());
  }

  private static Bucket completedUnder(Rules rules, String when) {
    return new Story()
        .under(rules)
        .add("r", received("2026-08-24", "2026-08-28T17:00"))
        .add("c", completed(when))
        .journal()
        .standing()
        .bucket();
  }

  @Test
  void shouldCloseByHandOverOnlyUnderRETURNED() {
    Rules handedOver = rules(Timeliness.DAY, Closes.RETURNED, Supplement.AS_REPORTED);
    Story story =
        new Story()
            .under(handedOver)
            .add("r", received("2026-08-24", "2026-08-26T17:00"))
            .add("c", completed("2026-08-26"))
            .add("x", returned("2026-08-28"));
    assertEquals(
        List.of(
            "08-24 NONE>OPEN_IN_TIME r",
            "08-27 OPEN_IN_TIME>OPEN_OVERDUE CLOCK",
            "08-28 OPEN_OVERDUE>CLOSED_LATE x"),
        story.moves("2026-10-01"));
  }

  private static void assertDue(String due, Story story) {
    assertEquals(Story.at(due), story.journal().standing().dueAt());
  }
}
