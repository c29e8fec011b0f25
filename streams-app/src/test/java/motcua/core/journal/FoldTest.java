package motcua.core.journal;

import static motcua.core.journal.Story.apologised;
import static motcua.core.journal.Story.completed;
import static motcua.core.journal.Story.components;
import static motcua.core.journal.Story.dueChanged;
import static motcua.core.journal.Story.feePaid;
import static motcua.core.journal.Story.received;
import static motcua.core.journal.Story.refused;
import static motcua.core.journal.Story.reopened;
import static motcua.core.journal.Story.resultDigitised;
import static motcua.core.journal.Story.resumed;
import static motcua.core.journal.Story.returned;
import static motcua.core.journal.Story.suspended;
import static motcua.core.journal.Story.transferred;
import static motcua.core.journal.Story.withdrawn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import motcua.core.dossier.Channel;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.ledger.Bucket;
import org.junit.jupiter.api.Test;

/**
 * One example for each sentence of ledger.md 3, named after it. July 2024: the 1st is a Monday; no
 * day off.
 */
class FoldTest {
  private static Story story() {
    return new Story();
  }

  private static Story open() {
    return story().add("r", received("2024-07-01T09:30", "2024-07-05T17:00"));
  }

  // --- Nothing counts before RECEIVED

  @Test
  void shouldCountNothingWithoutAReceipt() {
    Story story =
        story()
            .add("d", dueChanged("2024-07-01", "2024-07-03"))
            .add("f", feePaid("2024-07-01", true))
            .add("c", completed("2024-07-02"));
    assertEquals(List.of(), story.journal("2024-08-01").postings());
    assertEquals(Standing.NOWHERE, story.journal("2024-08-01").standing());
  }

  @Test
  void shouldIgnoreASecondReceipt() {
    Story story =
        open()
            .add(
                "r2",
                new LifecycleEvent.Received(
                    Story.at("2024-07-02"),
                    "U2",
                    "P2",
                    "F2",
                    Channel.POSTAL,
                    Story.at("2024-07-20")));
    assertEquals(
        List.of("07-01 NONE>OPEN_IN_TIME r", "07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK"),
        story.moves("2024-07-06T00:00"));
    assertEquals(Story.at("2024-07-05T17:00"), story.journal("2024-07-06").standing().dueAt());
  }

  @Test
  void shouldIgnoreWhatSortsBeforeTheReceiptSaveComponentsAndFees() {
    Story story =
        open()
            .add("early", completed("2024-07-01T09:29"))
            .add("earlyDue", dueChanged("2024-06-30", "2024-09-01"))
            .add("earlyMove", transferred("2024-06-30", "U9"))
            .add("earlyResult", resultDigitised("2024-06-30"))
            .add("earlySorry", apologised("2024-06-30", null))
            .add("fee", feePaid("2024-06-29", true))
            .add("scan", components("2024-06-28", "FULL"))
            .add("c", completed("2024-07-08"));
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_IN_TIME r",
            "07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK",
            "07-08 OPEN_OVERDUE>CLOSED_LATE c"),
        netMoves(story, "2024-08-01"));
    assertEquals(
        List.of(
            "07-01 COMPONENTS_DIGITISED U1",
            "07-01 FEE_PAID U1",
            "07-01 FEE_PAID_ONLINE U1",
            "07-08 LATE_FIRST_DUE U1"),
        netCounters(story, "2024-08-01"));
  }

  @Test
  void shouldTakeEventsOfOneMomentInTheOrderOfTypesThenIds() {
    Story story =
        story()
            .add("z", received("2024-07-01T09:30", "2024-07-05T17:00"))
            .add("y", suspended("2024-07-01T09:30", "STOPPED"))
            .add("b", transferred("2024-07-01T09:30", "U3"))
            .add("a", transferred("2024-07-01T09:30", "U2"));
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_IN_TIME z",
            "07-01 OPEN_IN_TIME>SUSPENDED y",
            "07-01 U1>U2 SUSPENDED a",
            "07-01 U2>U3 SUSPENDED b"),
        story.moves("2024-07-01T09:30"));
  }

  // --- Due

  @Test
  void shouldReplaceTheDueAndKeepTheFirst() {
    Story story = open().add("d", dueChanged("2024-07-02", "2024-07-09T11:00"));
    Standing standing = story.journal("2024-07-03").standing();
    assertEquals(Story.at("2024-07-09T11:00"), standing.dueAt());
    assertEquals(Story.at("2024-07-05T17:00"), standing.firstDueAt());
    assertEquals(
        List.of("07-01 NONE>OPEN_IN_TIME r", "07-10 OPEN_IN_TIME>OPEN_OVERDUE CLOCK"),
        story.moves("2024-08-01"));
  }

  @Test
  void shouldNeverMoveTheDueByAnApology() {
    Story story =
        open()
            .add("a", apologised("2024-07-04", "2024-07-20"))
            .add("c", completed("2024-07-08T10:00"));
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_IN_TIME r",
            "07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK",
            "07-08 OPEN_OVERDUE>CLOSED_LATE c"),
        story.moves("2024-08-01"));
    assertEquals(
        List.of("07-08 LATE_APOLOGISED U1", "07-08 LATE_FIRST_DUE U1"),
        story.counters("2024-08-01"));
  }

  @Test
  void shouldShiftTheDueByTheWorkingDaysSuspended() {
    // Wednesday to Monday: Wednesday, Thursday, Friday; Friday 5th + 3 = Wednesday 10th
    Story story =
        open()
            .add("s", suspended("2024-07-03T23:59:59", "FINANCIAL_OBLIGATION"))
            .add("u", resumed("2024-07-08T00:00", null));
    assertEquals(
        Story.at("2024-07-10T17:00"), story.journal("2024-07-08T00:00").standing().dueAt());
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_IN_TIME r",
            "07-03 OPEN_IN_TIME>SUSPENDED s",
            "07-08 SUSPENDED>OPEN_IN_TIME u",
            "07-11 OPEN_IN_TIME>OPEN_OVERDUE CLOCK"),
        story.moves("2024-07-11T00:00"));
  }

  @Test
  void shouldLeaveTheDueWhenNoWorkingDayWasSuspended() {
    Story sameDay =
        open()
            .add("s", suspended("2024-07-03T08:00", "STOPPED"))
            .add("u", resumed("2024-07-03T17:00", null));
    Story weekend =
        story()
            .add("r", received("2024-07-01", "2024-07-13T17:00"))
            .add("s", suspended("2024-07-06", "STOPPED"))
            .add("u", resumed("2024-07-08", null));
    assertEquals(Story.at("2024-07-05T17:00"), sameDay.journal("2024-07-04").standing().dueAt());
    assertEquals(Story.at("2024-07-13T17:00"), weekend.journal("2024-07-09").standing().dueAt());
  }

  @Test
  void shouldCountFromTheDuesOwnDayEvenWhenItIsNoWorkingDay() {
    // due on Saturday 6th, one working day suspended: the first working day after it is Monday 8th
    Story story =
        story()
            .add("r", received("2024-07-01", "2024-07-06T10:00"))
            .add("s", suspended("2024-07-02", "STOPPED"))
            .add("u", resumed("2024-07-03", null));
    assertEquals(Story.at("2024-07-08T10:00"), story.journal("2024-07-03").standing().dueAt());
  }

  @Test
  void shouldTakeTheDueARESUMEDBrings() {
    Story story =
        open()
            .add("s", suspended("2024-07-02", "SUPPLEMENT"))
            .add("u", resumed("2024-07-04", "2024-07-30T17:00"));
    assertEquals(Story.at("2024-07-30T17:00"), story.journal("2024-07-04").standing().dueAt());
  }

  @Test
  void shouldShiftADueReplacedWhileSuspendedByAllTheSuspendedDays() {
    // Tuesday 2nd to Thursday 4th: two days, counted from the replaced due
    Story story =
        open()
            .add("s", suspended("2024-07-02", "STOPPED"))
            .add("d", dueChanged("2024-07-03", "2024-07-15T17:00"))
            .add("u", resumed("2024-07-04", null));
    assertEquals(Story.at("2024-07-17T17:00"), story.journal("2024-07-04").standing().dueAt());
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_IN_TIME r",
            "07-02 OPEN_IN_TIME>SUSPENDED s",
            "07-04 SUSPENDED>OPEN_IN_TIME u"),
        story.moves("2024-07-17T23:59:59"));
  }

  // --- Open or suspended

  @Test
  void shouldIgnoreASecondSuspension() {
    Story story =
        open()
            .add("s", suspended("2024-07-02", "SUPPLEMENT"))
            .add("s2", suspended("2024-07-03", "STOPPED"))
            .add("u", resumed("2024-07-04", null));
    assertEquals(Story.at("2024-07-09T17:00"), story.journal("2024-07-04").standing().dueAt());
  }

  @Test
  void shouldIgnoreAResumptionWhileOpenSaveItsDue() {
    Story without = open().add("u", resumed("2024-07-02", null));
    Story with = open().add("u", resumed("2024-07-02", "2024-07-09T17:00"));
    assertEquals(List.of("07-01 NONE>OPEN_IN_TIME r"), without.moves("2024-07-05T23:59:59"));
    assertEquals(Story.at("2024-07-05T17:00"), without.journal().standing().dueAt());
    assertEquals(Story.at("2024-07-09T17:00"), with.journal().standing().dueAt());
  }

  // --- Close

  @Test
  void shouldCloseByTheFirstOfCompletedAndReturned() {
    Story story =
        open().add("c", completed("2024-07-05T20:00")).add("x", returned("2024-07-20T08:00"));
    assertEquals(
        List.of("07-01 NONE>OPEN_IN_TIME r", "07-05 OPEN_IN_TIME>CLOSED_ON_TIME c"),
        story.moves("2024-08-01"));
    assertEquals(
        List.of("07-01 NONE>OPEN_IN_TIME r", "07-02 OPEN_IN_TIME>CLOSED_EARLY x"),
        open().add("x", returned("2024-07-02")).moves("2024-08-01"));
  }

  @Test
  void shouldResumeFirstWhenClosedWhileSuspended() {
    // suspended Tuesday 2nd, closed Tuesday 9th: five days; due Friday 5th -> Friday 12th
    Story story =
        open().add("s", suspended("2024-07-02", "SUPPLEMENT")).add("c", completed("2024-07-09"));
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_IN_TIME r",
            "07-02 OPEN_IN_TIME>SUSPENDED s",
            "07-09 SUSPENDED>OPEN_IN_TIME c",
            "07-09 OPEN_IN_TIME>CLOSED_EARLY c"),
        story.moves("2024-08-01"));
    assertEquals(Story.at("2024-07-12T17:00"), story.journal().standing().dueAt());
  }

  @Test
  void shouldResumeIntoOverdueWhenTheShiftedDueHasPassed() {
    // due Friday 5th passed on Saturday; suspended on Monday 8th when overdue already
    Story story =
        open().add("s", suspended("2024-07-08", "STOPPED")).add("w", withdrawn("2024-07-09"));
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_IN_TIME r",
            "07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK",
            "07-08 OPEN_OVERDUE>SUSPENDED s",
            "07-09 SUSPENDED>OPEN_OVERDUE w",
            "07-09 OPEN_OVERDUE>WITHDRAWN w"),
        story.moves("2024-08-01"));
  }

  @Test
  void shouldCloseByRefusalToo() {
    Story story =
        open().add("s", suspended("2024-07-02", "STOPPED")).add("x", refused("2024-07-02T09:00"));
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_IN_TIME r",
            "07-02 OPEN_IN_TIME>SUSPENDED s",
            "07-02 SUSPENDED>OPEN_IN_TIME x",
            "07-02 OPEN_IN_TIME>REFUSED x"),
        story.moves("2024-08-01"));
    assertEquals(List.of(), story.counters("2024-08-01"));
  }

  @Test
  void shouldOpenAgainOnlyByREOPENEDAndKeepTheDue() {
    Story story =
        open()
            .add("c", completed("2024-07-03"))
            .add("o", reopened("2024-07-04"))
            .add("c2", completed("2024-07-09"));
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_IN_TIME r",
            "07-03 OPEN_IN_TIME>CLOSED_EARLY c",
            "07-04 CLOSED_EARLY>OPEN_IN_TIME o",
            "07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK",
            "07-09 OPEN_OVERDUE>CLOSED_LATE c2"),
        story.moves("2024-08-01"));
  }

  @Test
  void shouldReopenARefusedOneAndIgnoreAReopeningWhileOpenOrSuspended() {
    Story story =
        open()
            .add("o0", reopened("2024-07-01T10:00"))
            .add("s", suspended("2024-07-02", "STOPPED"))
            .add("o1", reopened("2024-07-02T10:00"))
            .add("x", refused("2024-07-02T11:00"))
            .add("o2", reopened("2024-07-08"));
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_IN_TIME r",
            "07-02 OPEN_IN_TIME>SUSPENDED s",
            "07-02 SUSPENDED>OPEN_IN_TIME x",
            "07-02 OPEN_IN_TIME>REFUSED x",
            "07-08 REFUSED>OPEN_OVERDUE o2"),
        story.moves("2024-08-01"));
  }

  @Test
  void shouldChangeAttributesOnlyAfterAClose() {
    Story story =
        open()
            .add("c", completed("2024-07-05T08:00"))
            .add("d", dueChanged("2024-07-05T09:00", "2024-07-30"))
            .add("s", suspended("2024-07-06", "STOPPED"))
            .add("u", resumed("2024-07-07", "2024-07-30"))
            .add("w", withdrawn("2024-07-07"))
            .add("t", transferred("2024-07-08", "U2"))
            .add("k", components("2024-07-09", "PARTIAL"))
            .add("e", resultDigitised("2024-07-09"))
            .add("f", feePaid("2024-07-09", false))
            .add("o", reopened("2024-07-10"));
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_IN_TIME r",
            "07-05 OPEN_IN_TIME>CLOSED_ON_TIME c",
            "07-10 CLOSED_ON_TIME>OPEN_OVERDUE o"),
        story.moves("2024-08-01"));
    assertEquals(
        List.of(
            "07-01 COMPONENTS_PARTIAL U1",
            "07-01 FEE_PAID U1",
            "07-05 RESULTS_DIGITISED U1",
            "-07-10 RESULTS_DIGITISED U1"),
        netCounters(story, "2024-08-01"));
  }

  // --- Outcome

  @Test
  void shouldDecideTheOutcomeByDay() {
    assertEquals(Bucket.CLOSED_EARLY, closedAt("2024-07-04T23:59:59"));
    assertEquals(Bucket.CLOSED_ON_TIME, closedAt("2024-07-05T00:00"));
    assertEquals(Bucket.CLOSED_ON_TIME, closedAt("2024-07-05T23:59:59"));
    assertEquals(Bucket.CLOSED_LATE, closedAt("2024-07-06T00:00"));
  }

  private static Bucket closedAt(String when) {
    return open().add("c", completed(when)).journal("2024-08-01").standing().bucket();
  }

  @Test
  void shouldCloseUndatedWithoutADue() {
    Story story =
        story()
            .add("r", received("2024-07-01", null))
            .add("s", suspended("2024-07-02", "STOPPED"))
            .add("u", resumed("2024-07-03", null))
            .add("e", resultDigitised("2024-07-04"))
            .add("c", completed("2024-07-04"));
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_UNDATED r",
            "07-02 OPEN_UNDATED>SUSPENDED s",
            "07-03 SUSPENDED>OPEN_UNDATED u",
            "07-04 OPEN_UNDATED>CLOSED_UNDATED c"),
        story.moves("2024-08-01"));
    assertEquals(List.of("07-04 RESULTS_DIGITISED U1"), netCounters(story, "2024-08-01"));
  }

  @Test
  void shouldDateAnUndatedDossierAndKeepThatAsItsFirstDue() {
    Story story =
        story()
            .add("r", received("2024-07-01", null))
            .add("d", dueChanged("2024-07-02", "2024-07-03"))
            .add("d2", dueChanged("2024-07-03", "2024-07-09"))
            .add("c", completed("2024-07-09"));
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_UNDATED r",
            "07-02 OPEN_UNDATED>OPEN_IN_TIME d",
            "07-09 OPEN_IN_TIME>CLOSED_ON_TIME c"),
        story.moves("2024-08-01"));
    assertEquals(List.of("07-09 LATE_FIRST_DUE U1"), story.counters("2024-08-01"));
  }

  // --- Overdue by the clock

  @Test
  void shouldBecomeOverdueAtMidnightAfterTheDueDay() {
    Story story = open();
    assertEquals(List.of("07-01 NONE>OPEN_IN_TIME r"), story.moves("2024-07-05T23:59:59"));
    assertEquals(Story.at("2024-07-06T00:00"), story.journal("2024-07-05T23:59:59").nextCrossing());
    assertEquals(
        List.of("07-01 NONE>OPEN_IN_TIME r", "07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK"),
        story.moves("2024-07-06T00:00"));
    assertNull(story.journal("2024-07-06T00:00").nextCrossing());
  }

  @Test
  void shouldCrossBeforeAnEventOfTheSameMoment() {
    Story closed = open().add("c", completed("2024-07-06T00:00"));
    Story suspended = open().add("s", suspended("2024-07-06T00:00", "STOPPED"));
    Story redated = open().add("d", dueChanged("2024-07-06T00:00", "2024-07-09"));
    String crossing = "07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK";
    assertEquals(
        List.of("07-01 NONE>OPEN_IN_TIME r", crossing, "07-06 OPEN_OVERDUE>CLOSED_LATE c"),
        closed.moves("2024-07-07"));
    assertEquals(
        List.of("07-01 NONE>OPEN_IN_TIME r", crossing, "07-06 OPEN_OVERDUE>SUSPENDED s"),
        suspended.moves("2024-07-07"));
    assertEquals(
        List.of("07-01 NONE>OPEN_IN_TIME r", crossing, "07-06 OPEN_OVERDUE>OPEN_IN_TIME d"),
        redated.moves("2024-07-07"));
  }

  @Test
  void shouldNotBecomeOverdueWhileSuspended() {
    Story story = open().add("s", suspended("2024-07-05T23:59:59", "STOPPED"));
    assertEquals(
        List.of("07-01 NONE>OPEN_IN_TIME r", "07-05 OPEN_IN_TIME>SUSPENDED s"),
        story.moves("2025-07-01"));
    assertNull(story.journal("2024-07-05T23:59:59").nextCrossing());
  }

  @Test
  void shouldBeOverdueFromTheEventThatLeavesTheDueDayPast() {
    Story resumed =
        open()
            .add("s", suspended("2024-07-02", "STOPPED"))
            .add("u", resumed("2024-07-10", "2024-07-09"));
    Story redated = open().add("d", dueChanged("2024-07-04", "2024-07-03T17:00"));
    Story received = story().add("r", received("2024-07-01", "2024-06-28"));
    assertEquals("07-10 SUSPENDED>OPEN_OVERDUE u", resumed.moves("2024-08-01").getLast());
    assertEquals("07-04 OPEN_IN_TIME>OPEN_OVERDUE d", redated.moves("2024-08-01").getLast());
    assertEquals(List.of("07-01 NONE>OPEN_OVERDUE r"), received.moves("2024-08-01"));
  }

  @Test
  void shouldNotBeOverdueByAnEventOnTheDueDayItself() {
    Story story = open().add("d", dueChanged("2024-07-04", "2024-07-04T00:00"));
    assertEquals(
        List.of("07-01 NONE>OPEN_IN_TIME r", "07-05 OPEN_IN_TIME>OPEN_OVERDUE CLOCK"),
        story.moves("2024-08-01"));
  }

  // --- TRANSFERRED

  @Test
  void shouldMoveToTheNewUnitWhileOpenOrSuspended() {
    Story story =
        open()
            .add("t", transferred("2024-07-02", "U2"))
            .add("same", transferred("2024-07-02T09:00", "U2"))
            .add("s", suspended("2024-07-03", "STOPPED"))
            .add("t2", transferred("2024-07-04", "U1"))
            .add("k", components("2024-07-04", "FULL"))
            .add("e", resultDigitised("2024-07-04"))
            .add("c", completed("2024-07-05"))
            .add("t3", transferred("2024-07-08", "U2"));
    assertEquals(
        List.of(
            "07-01 NONE>OPEN_IN_TIME r",
            "07-02 U1>U2 OPEN_IN_TIME t",
            "07-03 OPEN_IN_TIME>SUSPENDED s",
            "07-04 U2>U1 SUSPENDED t2",
            "07-05 SUSPENDED>OPEN_IN_TIME c",
            "07-05 OPEN_IN_TIME>CLOSED_EARLY c"),
        story.moves("2024-08-01"));
  }

  @Test
  void shouldBookReceivingCountersWithTheReceiverAndClosingOnesWithTheCloser() {
    Story story =
        open()
            .add("t", transferred("2024-07-02", "U2"))
            .add("k", components("2024-07-03", "FULL"))
            .add("e", resultDigitised("2024-07-03"))
            .add("c", completed("2024-07-05"));
    assertEquals(
        List.of("07-01 COMPONENTS_DIGITISED U1", "07-05 RESULTS_DIGITISED U2"),
        netCounters(story, "2024-08-01"));
  }

  // --- the clock and the future

  @Test
  void shouldStandWhereTheClockIs() {
    Story story = open().learned("c", completed("2024-07-04"), "2024-07-02");
    Standing before = story.journal("2024-07-03").standing();
    Standing after = story.journal("2024-07-04T08:00").standing();
    Instant comesToPass = story.journal("2024-07-03").nextCrossing();
    assertEquals(Bucket.OPEN_IN_TIME, before.bucket());
    assertNull(before.closedAt());
    assertEquals(Bucket.CLOSED_EARLY, after.bucket());
    assertEquals(Story.at("2024-07-04T08:00"), comesToPass);
  }

  private static List<String> netMoves(Story story, String clock) {
    return Story.moves(Difference.net(story.journal(clock).postings()));
  }

  private static List<String> netCounters(Story story, String clock) {
    return Story.counters(Difference.net(story.journal(clock).postings())).stream()
        .sorted(
            java.util.Comparator.comparing(text -> text.startsWith("-") ? text.substring(1) : text))
        .toList();
  }
}
