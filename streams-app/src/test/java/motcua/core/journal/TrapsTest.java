package motcua.core.journal;

import static motcua.core.journal.Story.completed;
import static motcua.core.journal.Story.components;
import static motcua.core.journal.Story.dueChanged;
import static motcua.core.journal.Story.received;
import static motcua.core.journal.Story.refused;
import static motcua.core.journal.Story.reopened;
import static motcua.core.journal.Story.resumed;
import static motcua.core.journal.Story.suspended;
import static motcua.core.journal.Story.transferred;
import static motcua.core.journal.Story.withdrawn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Leg;
import motcua.core.ledger.Legs;
import motcua.core.ledger.Posting;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;
import motcua.core.mark.MarkCode;
import motcua.core.period.Period;
import motcua.core.period.Reckoning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mistakes that counting systems in use make (rules.md 10, peers.md 1): none of them is made here.
 * Stories run in 2024; T numbers are those of rules.md.
 */
class TrapsTest {
  private static final Period JULY = month("2024-07");
  private static final Period AUGUST = month("2024-08");

  private static Period month(String name) {
    return Period.parse(name, Reckoning.CALENDAR).orElseThrow();
  }

  private static ReportRow row(Story story, String unit, Period period, String knownOn) {
    return row(story.journal("2024-12-31").postings(), unit, period, LocalDate.parse(knownOn));
  }

  private static ReportRow row(Story story, Period period) {
    return row(story, "U1", period, "2024-12-31");
  }

  private static ReportRow row(List<Posting> journal, String unit, Period period, LocalDate cut) {
    Amounts before = Amounts.ZERO;
    Amounts within = Amounts.ZERO;
    for (Posting posting : journal) {
      for (Leg leg : Legs.of(posting)) {
        if (leg.unit().equals(unit) && !posting.knownOn().isAfter(cut)) {
          if (posting.countsOn().isBefore(period.from())) {
            before = before.plus(leg.amounts());
          } else if (period.contains(posting.countsOn())) {
            within = within.plus(leg.amounts());
          }
        }
      }
    }
    ReportRow row = ReportRow.of(before, within);
    assertTrue(row.isBalanced(), row::toString);
    return row;
  }

  private static Story open(String due) {
    return new Story().add("r", received("2024-07-01T08:00", due));
  }

  /** T1: past periods counted with today's status. */
  @Test
  void shouldNotApplyTheCurrentStateToPastMonths() {
    Story closedLater = open("2024-07-10T17:00").add("c", completed("2024-08-05"));

    assertEquals(1, row(closedLater, JULY).openOverdue());
    assertEquals(0, row(closedLater, JULY).finished());
    assertEquals(1, row(closedLater, AUGUST).closedLate());
  }

  /** T2: a paused dossier counted overdue, or never again once it has been resumed. */
  @Test
  void shouldNotCountAPausedDossierOverdueAndNotLoseItAfterwards() {
    Story paused = open("2024-07-10T17:00").add("s", suspended("2024-07-05", "SUPPLEMENT"));
    assertEquals(1, row(paused, JULY).suspended());
    assertEquals(0, row(paused, JULY).openOverdue());

    Story resumed = paused.add("b", resumed("2024-08-05", "2024-08-10T17:00"));
    assertEquals(1, row(resumed, AUGUST).openOverdue());
  }

  /** T3: a run on the 29th to 31st spills a short month into the next. */
  @Test
  void shouldNotSpillAMonthIntoTheNext() {
    for (int year = 2020; year <= 2032; year++) {
      for (int number = 1; number <= 12; number++) {
        YearMonth yearMonth = YearMonth.of(year, number);
        Period month = month(yearMonth.toString());
        assertEquals(yearMonth.atDay(1), month.from());
        assertEquals(yearMonth.plusMonths(1).atDay(1), month.to().plusDays(1));
      }
    }
  }

  /** T3, T13, T31: an event on either edge of a month counts once, in its own month. */
  @ParameterizedTest
  @ValueSource(strings = {"2024-07-29T00:00", "2024-07-31T00:00", "2024-07-31T23:59:59"})
  void shouldCountTheLastSecondsOfAMonthInIt(String moment) {
    Story story = open("2024-07-31T23:59:59").add("c", completed(moment));

    assertEquals(1, row(story, JULY).finished());
    assertEquals(0, row(story, AUGUST).finished());
    assertEquals(0, row(story, AUGUST).carriedOver());
  }

  /** T5: 100 % for a unit that released nothing, 0 % in its year. */
  @Test
  void shouldHaveNoRateForAUnitThatReleasedNothing() {
    ReportRow nothing = row(open("2024-07-10T17:00"), JULY);

    assertFalse(Ratio.ON_TIME.of(nothing).hasData());
    assertFalse(Ratio.LATE.of(nothing).hasData());
    assertEquals(new Ratio.Value(1, 1), Ratio.OVERDUE_OPEN.of(nothing));
  }

  /** T9: reopening erases the finish. */
  @Test
  void shouldKeepTheFinishOfAReopenedDossier() {
    Story story =
        open("2024-07-10T17:00").add("c", completed("2024-07-05")).add("o", reopened("2024-08-02"));

    assertEquals(1, row(story, JULY).closedEarly());
    assertEquals(1, row(story, AUGUST).held());
  }

  /** A missing due date counted early, or on time. */
  @Test
  void shouldNotCountAMissingDueDateEarly() {
    ReportRow row = row(open(null).add("c", completed("2024-07-05")), JULY);

    assertEquals(1, row.closedUndated());
    assertEquals(0, row.closedEarly() + row.closedOnTime());
    assertFalse(Ratio.ON_TIME.of(row).hasData());
  }

  /** T12: exactly at its due, an open dossier is overdue but a finished one on time. */
  @Test
  void shouldMeasureOpenAndFinishedByTheSameDue() {
    assertEquals(
        1,
        row(open("2024-07-31T17:00").add("c", completed("2024-07-31T17:00")), JULY).closedOnTime());
    assertEquals(1, row(open("2024-07-31T17:00"), JULY).openInTime());
    assertEquals(1, row(open("2024-07-31T17:00"), AUGUST).openOverdue());
  }

  /** T14: a bulk action sets the finish to the due date. */
  @Test
  void shouldMarkAFinishThatBecameOnTimeAfterwards() {
    Story story =
        open("2024-07-05T17:00")
            .add("c", completed("2024-07-08"))
            .learned("c", completed("2024-07-05T17:00"), "2024-08-02");

    assertEquals(1, row(story, "U1", JULY, "2024-07-31").closedLate());
    assertEquals(1, row(story, JULY).closedOnTime());
    assertTrue(marks(story).contains(MarkCode.LATE_TURNED_ON_TIME), marks(story)::toString);
  }

  /** T15: a due overwritten without limit. */
  @Test
  void shouldMarkADueMovedAfterItHadPassed() {
    Story story = open("2024-07-05T17:00").add("d", dueChanged("2024-07-09", "2024-07-31T17:00"));

    assertTrue(marks(story).contains(MarkCode.DUE_MOVED), marks(story)::toString);
  }

  private static List<MarkCode> marks(Story story) {
    return story.journal("2024-12-31").marks().stream().map(span -> span.mark().code()).toList();
  }

  /** T16: withdrawn and refused inside on time, suspended inside within due. */
  @Test
  void shouldNotCountWithdrawnRefusedOrSuspendedOnTime() {
    ReportRow withdrawn = row(open("2024-07-10T17:00").add("w", withdrawn("2024-07-03")), JULY);
    ReportRow refused = row(open("2024-07-10T17:00").add("f", refused("2024-07-03")), JULY);
    ReportRow suspended =
        row(open("2024-07-10T17:00").add("s", suspended("2024-07-03", "SUPPLEMENT")), JULY);

    assertEquals(1, withdrawn.withdrawn());
    assertEquals(1, refused.refused());
    assertEquals(1, suspended.suspended());
    for (ReportRow row : List.of(withdrawn, refused, suspended)) {
      assertEquals(0, row.finished());
      assertEquals(0, row.openInTime());
      assertFalse(Ratio.ON_TIME.of(row).hasData());
    }
  }

  /** T21: any component row makes a dossier digitised. */
  @Test
  void shouldNotCountAPartlyDigitisedDossierDigitised() {
    ReportRow row =
        row(open("2024-07-10T17:00").add("k", components("2024-07-02", "PARTIAL")), JULY);

    assertEquals(0, row.componentsDigitised());
    assertEquals(1, row.componentsPartial());
  }

  /** T25: carried over is not last period's open. */
  @Test
  void shouldCarryOverWhatWasHeldAtTheEndOfTheMonthBefore() {
    for (Story story :
        List.of(
            open("2024-07-10T17:00"),
            open(null),
            open("2024-07-10T17:00").add("s", suspended("2024-07-03", "SUPPLEMENT")),
            open("2024-07-10T17:00").add("c", completed("2024-08-01T00:00")))) {
      assertEquals(1, row(story, JULY).held());
      assertEquals(1, row(story, AUGUST).carriedOver());
    }
  }

  /** T30: a gap or an overlap between calendar and legal periods. */
  @Test
  void shouldLeaveNoGapBetweenPeriodsOfOneReckoning() {
    for (Reckoning reckoning : Reckoning.values()) {
      LocalDate next = Period.month(reckoning, 2020, 1).from();
      for (int number = 0; number < 120; number++) {
        Period month = Period.month(reckoning, 2020 + number / 12, 1 + number % 12);
        assertEquals(next, month.from());
        next = month.to().plusDays(1);
      }
      assertEquals(next, Period.year(reckoning, 2030).from());
    }
  }

  /** T33: a transfer across a period's end. */
  @Test
  void shouldHoldADossierOnceAcrossATransferAtTheEndOfAPeriod() {
    Story story = open("2024-08-20T17:00").add("t", transferred("2024-08-01T00:00", "U2"));

    assertEquals(1, row(story, "U1", JULY, "2024-12-31").held());
    assertEquals(0, row(story, "U2", JULY, "2024-12-31").held());
    assertEquals(0, row(story, "U1", AUGUST, "2024-12-31").held());
    assertEquals(1, row(story, "U2", AUGUST, "2024-12-31").transferredIn());
  }

  /** T34: late news after closing. */
  @Test
  void shouldDrawAClosedMonthAsItWasKnown() {
    Story story = open("2024-07-10T17:00").learned("c", completed("2024-07-09"), "2024-08-06");

    assertEquals(1, row(story, "U1", JULY, "2024-07-31").openOverdue());
    assertEquals(1, row(story, JULY).closedEarly());
    assertEquals(0, row(story, JULY).openOverdue());
  }

  /** T35: a pause that runs on at the period's end, and a second one. */
  @Test
  void shouldKeepAPauseOverThePeriodsEndAndTakeASecond() {
    Story story =
        open("2024-07-10T17:00")
            .add("s", suspended("2024-07-08", "SUPPLEMENT"))
            .add("b", resumed("2024-08-05", "2024-08-09T17:00"))
            .add("s2", suspended("2024-08-07", "SUPPLEMENT"));

    assertEquals(1, row(story, JULY).suspended());
    assertEquals(1, row(story, AUGUST).carriedOver());
    assertEquals(1, row(story, AUGUST).suspended());
  }
}
