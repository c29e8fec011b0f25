package motcua.core.alert;

import static motcua.core.alert.AlertLife.at;
import static motcua.core.alert.AlertLife.kinds;
import static motcua.core.alert.AlertLife.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import motcua.core.alert.Transition.Kind;
import motcua.core.alert.Transition.Reason;
import motcua.core.calendar.CalendarRow;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.period.Window;
import org.junit.jupiter.api.Test;

class AlertMachineTest {
  private static final LocalDate QUARTER = LocalDate.of(2024, 9, 15);

  /** Monday 23 to Friday 27 September 2024 are off. */
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(
          IntStream.rangeClosed(23, 27)
              .mapToObj(
                  day -> new CalendarRow(LocalDate.of(2024, 9, day), CalendarRow.Kind.OFF, null))
              .toList());

  private final AlertLife alert = new AlertLife(rule("late@1", Window.LEGAL_QUARTER), CALENDAR);

  private AlertLife likely() {
    return alert.sees(3, 30, "2024-09-16T08:00");
  }

  private AlertLife sure() {
    return alert.sees(20, 100, "2024-09-16T08:00");
  }

  @Test
  void shouldBeRaisedStrictlyAboveTheThresholdWithTheFiguresAndTheEventThatDidIt() {
    alert.sees(2, 40, "2024-09-16T08:00");
    assertEquals(List.of(), alert.last(), "5 % is not above 5 %");

    alert.sees(3, 41, "2024-09-16T09:00");

    assertEquals(
        List.of(
            new Transition(
                "late@1",
                "H1",
                "LEGAL_QUARTER",
                QUARTER,
                1,
                Kind.RAISED,
                Severity.LIKELY,
                null,
                new AlertFigures(3, 41, 0, 0),
                "e:2024-09-16T09:00",
                at("2024-09-16T09:00"),
                false,
                null,
                null)),
        alert.last());
    assertEquals("late@1|H1|2024-09-15|LEGAL_QUARTER|1", alert.last().getFirst().id());
  }

  @Test
  void shouldNotBeRaisedByASingleLateDossier() {
    assertEquals(List.of(), alert.sees(1, 1, "2024-09-16T08:00").last());
    assertEquals(List.of(Kind.RAISED), kinds(alert.sees(2, 2, "2024-09-16T08:01").last()));
  }

  @Test
  void shouldBeRaisedSureAtOnceWhenTheEvidenceIsThere() {
    assertEquals(Severity.SURE, sure().last().getFirst().severity());
    assertEquals(at("2024-09-16T08:00"), alert.state().sureAt());
  }

  @Test
  void shouldWorsenOnceAndStaySureWhileItHolds() {
    likely().sees(20, 100, "2024-09-17T08:00");
    assertEquals(List.of(Kind.WORSENED), kinds(alert.last()));
    assertEquals(Severity.SURE, alert.last().getFirst().severity());

    alert.sees(20, 300, "2024-09-18T08:00").sees(60, 400, "2024-09-19T08:00");

    assertEquals(2, alert.all().size(), "evidence that was there once stays");
  }

  @Test
  void shouldEndAtTheRecoveryThresholdAndNotAbove() {
    assertEquals(List.of(), likely().sees(9, 199, "2024-09-17T08:00").last(), "4,52 %");

    Transition cleared = alert.sees(9, 200, "2024-09-18T08:00").last().getFirst();

    assertEquals(Kind.CLEARED, cleared.kind());
    assertEquals(Reason.RECOVERED, cleared.reason());
    assertEquals(Severity.LIKELY, cleared.severity());
    assertFalse(alert.state().isRaised());
    assertEquals(
        List.of(3L),
        alert.sees(20, 210, "2024-09-19T08:00").last().stream().map(Transition::number).toList());
  }

  @Test
  void shouldEndWithItsWindowAndBeginAnew() {
    sure().sees(2, 2, "2024-12-15T00:00");

    assertEquals(List.of(Kind.CLEARED, Kind.RAISED), kinds(alert.last()));
    assertEquals(Reason.PERIOD_ENDED, alert.last().getFirst().reason());
    assertEquals(QUARTER, alert.last().getFirst().windowFrom());
    assertEquals(new AlertFigures(20, 100, 0, 0), alert.last().getFirst().figures());
    assertEquals(LocalDate.of(2024, 12, 15), alert.last().getLast().windowFrom());
    assertEquals(1, alert.last().getLast().number());
  }

  @Test
  void shouldTakeNoFiguresOfAWindowThatIsOver() {
    AlertState before = sure().sees(0, 5, "2024-12-15T00:00").state();

    alert.sees(20, 100, QUARTER, "late", false, "2024-12-15T00:01");

    assertEquals(List.of(), alert.last());
    assertEquals(before, alert.state());
  }

  @Test
  void shouldEndWithItsRuleAndNeverGiveANumberTwice() {
    likely().isJudgedBy(rule("late@2", Window.LEGAL_QUARTER)).sees(3, 30, "2024-09-17T08:00");
    assertEquals(List.of(Kind.CLEARED, Kind.RAISED), kinds(alert.last()));
    assertEquals(Reason.RULE_CHANGED, alert.last().getFirst().reason());
    assertEquals("late@1", alert.last().getFirst().rule());
    assertEquals("late@2", alert.last().getLast().rule());

    alert.isJudgedBy(rule("late@1", Window.LEGAL_QUARTER)).sees(3, 30, "2024-09-18T08:00");

    assertEquals(5, alert.all().stream().map(Transition::id).distinct().count());
    assertEquals(
        List.of(1L, 2L, 3L, 4L, 5L), alert.all().stream().map(Transition::number).toList());
  }

  @Test
  void shouldEndUnderTheWindowItWasRaisedIn() {
    likely().isJudgedBy(rule("late@2", Window.YEAR)).sees(3, 30, "2024-09-17T08:00");

    assertEquals(Window.LEGAL_QUARTER.name(), alert.last().getFirst().window());
    assertEquals(QUARTER, alert.last().getFirst().windowFrom());
    assertEquals(Window.YEAR.name(), alert.last().getLast().window());
  }

  @Test
  void shouldNeitherBeRaisedNorClearedWhileFrozen() {
    alert.falls(true, "2024-09-16T07:00").sees(20, 100, "2024-09-16T08:00");
    assertEquals(List.of(), alert.all());

    alert.falls(false, "2024-09-16T09:00");

    assertEquals(List.of(Kind.RAISED), kinds(alert.last()), "judged by what was learned meanwhile");
    assertEquals(Transition.CLOCK, alert.last().getFirst().cause());

    alert.falls(true, "2024-09-17T07:00").sees(0, 1_000, "2024-09-17T08:00");
    assertEquals(List.of(Kind.RAISED, Kind.FROZEN), kinds(alert.all()));

    alert.falls(false, "2024-09-17T09:00");
    assertEquals(List.of(Kind.THAWED, Kind.CLEARED), kinds(alert.last()));
  }

  @Test
  void shouldFreezeAndThawOnce() {
    sure().falls(true, "2024-09-17T07:00").falls(true, "2024-09-17T08:00");
    assertEquals(2, alert.all().size());
    alert.falls(false, "2024-09-17T09:00").falls(false, "2024-09-17T10:00");
    assertEquals(List.of(Kind.RAISED, Kind.FROZEN, Kind.THAWED), kinds(alert.all()));
  }

  @Test
  void shouldSayAtTheThawWhatFellDueWhileFrozen() {
    sure().falls(true, "2024-09-17T07:00").ticks("2024-09-24T08:00");
    assertEquals(List.of(), alert.last());

    alert.falls(false, "2024-10-01T09:00");

    assertEquals(List.of(Kind.THAWED, Kind.ESCALATED, Kind.REMINDED), kinds(alert.last()));
    assertTrue(alert.last().stream().allMatch(step -> step.at().equals(at("2024-10-01T09:00"))));
  }

  @Test
  void shouldEndWithItsWindowAlsoWhileFrozen() {
    sure().falls(true, "2024-12-14T09:00").sees(3, 3, "2024-12-15T00:00");

    assertEquals(List.of(Kind.CLEARED), kinds(alert.last()));
    assertEquals(List.of(Kind.RAISED), kinds(alert.falls(false, "2024-12-16T09:00").last()));
  }

  @Test
  void shouldBeAcknowledgedUntilThen() {
    sure().isAcknowledged("2024-10-01T17:00", "2024-09-16T10:00");
    assertEquals(List.of(Kind.ACKNOWLEDGED), kinds(alert.last()));
    assertEquals("ACT:a1", alert.last().getFirst().cause());
    assertEquals(at("2024-10-01T17:00"), alert.last().getFirst().until());
    assertEquals(List.of(), alert.ticks("2024-10-01T16:59").last(), "no reminder, no escalation");

    alert.ticks("2024-10-01T17:05");

    assertEquals(List.of(Kind.EXPIRED), kinds(alert.last()));
    assertEquals(at("2024-10-01T17:00"), alert.last().getFirst().at());
    assertEquals(List.of(), alert.ticks("2024-10-04T16:59").last(), "three working days anew");
    assertEquals(List.of(Kind.ESCALATED), kinds(alert.ticks("2024-10-04T17:00").last()));
    assertEquals(List.of(), alert.ticks("2024-10-08T16:59").last());
    assertEquals(List.of(Kind.REMINDED), kinds(alert.ticks("2024-10-08T17:00").last()));
  }

  @Test
  void shouldTakeAnAcknowledgementBack() {
    sure().isAcknowledged("2024-10-01T17:00", "2024-09-16T10:00");

    alert.isUnacknowledged("2024-09-16T10:05");

    assertEquals(List.of(Kind.UNACKNOWLEDGED), kinds(alert.last()));
    assertNull(alert.state().ackUntil());
    assertEquals(List.of(), alert.isUnacknowledged("2024-09-16T10:06").last());
    assertEquals(List.of(Kind.ESCALATED), kinds(alert.ticks("2024-09-19T10:05").last()));
  }

  @Test
  void shouldAcknowledgeNothingThatDoesNotHold() {
    alert.sees(0, 10, "2024-09-16T08:00");
    assertEquals(List.of(), alert.isAcknowledged("2024-10-01T17:00", "2024-09-16T10:00").last());
    assertEquals(List.of(), alert.isUnacknowledged("2024-09-16T10:00").last());
  }

  @Test
  void shouldForgetAnAcknowledgementWithTheAlert() {
    likely()
        .isAcknowledged("2024-12-01T17:00", "2024-09-16T10:00")
        .sees(0, 100, "2024-09-17T08:00")
        .sees(20, 120, "2024-09-18T08:00");

    assertEquals(
        List.of(Kind.REMINDED), kinds(alert.ticks("2024-09-25T08:00").last()), "that was another");
  }

  @Test
  void shouldTellOfWorseAlsoWhileAcknowledged() {
    likely().isAcknowledged("2024-12-01T17:00", "2024-09-16T10:00");
    assertEquals(List.of(Kind.WORSENED), kinds(alert.sees(20, 100, "2024-09-17T08:00").last()));
    assertEquals(List.of(), alert.ticks("2024-10-17T08:00").last());
  }

  @Test
  void shouldRemindEverySevenDays() {
    likely();
    assertEquals(List.of(), alert.ticks("2024-09-23T07:59").last());
    assertEquals(List.of(Kind.REMINDED), kinds(alert.ticks("2024-09-23T08:03").last()));
    assertEquals(at("2024-09-23T08:00"), alert.last().getFirst().at());
    assertEquals(List.of(), alert.ticks("2024-09-30T07:59").last());
    assertEquals(List.of(Kind.REMINDED), kinds(alert.ticks("2024-09-30T08:00").last()));
  }

  @Test
  void shouldRemindOnceAfterALongStop() {
    likely().ticks("2024-10-10T12:00");

    assertEquals(List.of(Kind.REMINDED), kinds(alert.last()));
    assertEquals(at("2024-10-07T08:00"), alert.last().getFirst().at());
    assertEquals(List.of(), alert.ticks("2024-10-10T12:01").last());
  }

  @Test
  void shouldEscalateOnceAfterThreeWorkingDaysOverAHolidayWhenSure() {
    // Raised on Thursday 19; Friday 20 is worked, then Monday 30 and Tuesday 1 October.
    alert.sees(20, 100, "2024-09-19T08:00").ticks("2024-10-01T07:59");
    assertEquals(List.of(Kind.RAISED, Kind.REMINDED), kinds(alert.all()));

    alert.ticks("2024-10-01T08:00");

    assertEquals(List.of(Kind.ESCALATED), kinds(alert.last()));
    assertEquals(
        List.of(Kind.REMINDED), kinds(alert.ticks("2024-10-04T08:00").last()), "not a second time");
  }

  @Test
  void shouldDateWhatAStopHeldBackInItsOrder() {
    alert.sees(20, 100, "2024-09-19T08:00").ticks("2024-10-02T08:00");

    assertEquals(List.of(Kind.REMINDED, Kind.ESCALATED), kinds(alert.last()));
    assertEquals(at("2024-09-26T08:00"), alert.last().getFirst().at());
    assertEquals(at("2024-10-01T08:00"), alert.last().getLast().at());
  }

  @Test
  void shouldNotEscalateWhatIsOnlyLikely() {
    likely().ticks("2024-09-20T08:00");
    assertEquals(List.of(Kind.RAISED), kinds(alert.all()));
  }

  @Test
  void shouldNotEscalateWhatItsHeadWasNotToldYet() {
    alert.sees(20, 100, QUARTER, "e1", true, "2024-09-16T08:00").ticks("2024-09-20T08:00");
    assertEquals(List.of(Kind.RAISED), kinds(alert.all()), "an initial load sends nothing");
    assertTrue(alert.all().getFirst().backfill());

    alert.ticks("2024-09-23T08:00");
    assertEquals(List.of(Kind.REMINDED), kinds(alert.last()));
    assertFalse(alert.last().getFirst().backfill());

    assertEquals(List.of(), alert.ticks("2024-09-30T07:00").last());
    assertEquals(List.of(Kind.REMINDED), kinds(alert.ticks("2024-09-30T08:00").last()));
    assertEquals(List.of(Kind.ESCALATED), kinds(alert.ticks("2024-10-02T08:00").last()));
  }

  @Test
  void shouldComeToTheSameStateByTakingOverAsByDeciding() {
    likely()
        .sees(20, 100, "2024-09-17T08:00")
        .isAcknowledged("2024-10-01T17:00", "2024-09-17T10:00")
        .ticks("2024-10-02T17:00");
    AlertState adopted = null;
    for (Transition step : alert.all()) {
      adopted = AlertMachine.adopt(adopted, step);
    }

    assertEquals(alert.state(), adopted);
    AlertState again = adopted;
    for (Transition step : alert.all()) {
      assertEquals(again, AlertMachine.adopt(again, step), "known already");
    }
  }

  @Test
  void shouldNotTakeOverAWindowThatIsOver() {
    Transition old = sure().all().getFirst();
    AlertState now = alert.sees(4, 10, "2024-12-15T00:00").state();

    assertEquals(now, AlertMachine.adopt(now, old));
  }
}
