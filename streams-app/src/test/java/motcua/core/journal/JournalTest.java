package motcua.core.journal;

import static motcua.core.journal.Story.apologised;
import static motcua.core.journal.Story.completed;
import static motcua.core.journal.Story.components;
import static motcua.core.journal.Story.dueChanged;
import static motcua.core.journal.Story.feePaid;
import static motcua.core.journal.Story.received;
import static motcua.core.journal.Story.reopened;
import static motcua.core.journal.Story.resultDigitised;
import static motcua.core.journal.Story.transferred;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.Revision;
import motcua.core.ledger.Posting;
import org.junit.jupiter.api.Test;

/**
 * Sentences of ledger.md 4 ("Knowledge" and the counters), and of 2 (revisions), one example each.
 */
class JournalTest {
  private static Story open() {
    return new Story().add("r", received("2024-07-01T09:30", "2024-07-05T17:00"));
  }

  /** Moves and counters with their day of knowledge: {@code 07-08: 07-01 NONE>OPEN_IN_TIME r}. */
  private static List<String> known(List<Posting> postings) {
    List<String> texts = new ArrayList<>();
    for (Posting posting : postings) {
      List<Posting> one = List.of(posting);
      String text =
          Story.moves(one).isEmpty() ? Story.counters(one).getFirst() : Story.moves(one).getFirst();
      texts.add(posting.knownOn().toString().substring(5) + ": " + text);
    }
    return texts;
  }

  private static List<String> known(Story story, String clock) {
    return known(story.journal(clock).postings());
  }

  // --- Knowledge

  @Test
  void shouldStampAMoveWithTheDayItWasLearned() {
    Story story = open().learned("c", completed("2024-07-04"), "2024-07-05T09:00");
    assertEquals(
        List.of("07-01: 07-01 NONE>OPEN_IN_TIME r", "07-05: 07-04 OPEN_IN_TIME>CLOSED_EARLY c"),
        known(story, "2024-08-01"));
  }

  @Test
  void shouldReverseMovesThatNoLongerHold() {
    // on time by what came on the 9th: the crossing and the late close are taken back
    Story story =
        open()
            .add("c", completed("2024-07-08"))
            .learned("c", completed("2024-07-05"), "2024-07-09");
    assertEquals(
        List.of(
            "07-01: 07-01 NONE>OPEN_IN_TIME r",
            "07-06: 07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK",
            "07-08: 07-08 OPEN_OVERDUE>CLOSED_LATE c",
            "07-08: 07-08 LATE_FIRST_DUE U1",
            "07-09: -07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK",
            "07-09: -07-08 OPEN_OVERDUE>CLOSED_LATE c",
            "07-09: 07-05 OPEN_IN_TIME>CLOSED_ON_TIME c",
            "07-09: -07-08 LATE_FIRST_DUE U1"),
        known(story, "2024-08-01"));
  }

  @Test
  void shouldStampACrossingWithTheDayItCrosses() {
    assertEquals(
        "07-06: 07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK", known(open(), "2024-07-20").getLast());
  }

  @Test
  void shouldStampACrossingWithTheDayOfTheRevisionThatMadeItSo() {
    Story story = new Story().learned("r", received("2024-07-01", "2024-07-05"), "2024-07-10");
    assertEquals(
        List.of("07-10: 07-01 NONE>OPEN_IN_TIME r", "07-10: 07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK"),
        known(story, "2024-07-20"));
  }

  @Test
  void shouldLearnTogetherWhatSharesOneInstant() {
    Story story =
        new Story()
            .learned("c", completed("2024-07-02"), "2024-07-03")
            .learned("r", received("2024-07-01", "2024-07-05"), "2024-07-03")
            .learned("t", transferred("2024-07-01", "U2"), "2024-07-03");
    assertEquals(
        List.of(
            "07-03: 07-01 NONE>OPEN_IN_TIME r",
            "07-03: 07-01 U1>U2 OPEN_IN_TIME t",
            "07-03: 07-02 OPEN_IN_TIME>CLOSED_EARLY c"),
        known(story, "2024-08-01"));
  }

  @Test
  void shouldCountInTheFutureWhatIsRecordedBeforeItOccurs() {
    Story story = open().learned("c", completed("2024-07-08"), "2024-07-02");
    assertEquals(
        List.of(
            "07-01: 07-01 NONE>OPEN_IN_TIME r",
            "07-02: 07-08 OPEN_IN_TIME>CLOSED_LATE c",
            "07-02: 07-08 LATE_FIRST_DUE U1"),
        known(story, "2024-07-05T23:59:59"));
  }

  @Test
  void shouldHoldNoCrossingAfterKAndCrossLater() {
    Story story = open().learned("c", completed("2024-07-08"), "2024-07-02");
    assertEquals(
        List.of(
            "07-06: -07-08 OPEN_IN_TIME>CLOSED_LATE c",
            "07-06: 07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK",
            "07-06: 07-08 OPEN_OVERDUE>CLOSED_LATE c"),
        known(story, "2024-07-06T00:00").subList(3, 6));
  }

  @Test
  void shouldTakeTheLaterOfClockAndLastRecord() {
    assertEquals(open().journal("2024-07-01T09:30"), open().journal("2024-06-01"));
  }

  @Test
  void shouldUncrossAndCrossAgainWhenRedatedTwice() {
    Story story =
        open()
            .learned("d", dueChanged("2024-07-04", "2024-07-10"), "2024-07-08")
            .learned("d", dueChanged("2024-07-04", "2024-07-05"), "2024-07-09");
    assertEquals(
        List.of(
            "07-01: 07-01 NONE>OPEN_IN_TIME r",
            "07-06: 07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK",
            "07-08: -07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK",
            "07-09: 07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK"),
        known(story, "2024-07-20"));
  }

  // --- Revisions (ledger.md 2)

  @Test
  void shouldLetTheRevisionWithTheLatestRecordedAtHold() {
    Story story =
        open()
            .learned("c", completed("2024-07-03"), "2024-07-09")
            .learned("c", completed("2024-07-04"), "2024-07-08");
    assertEquals("07-03 OPEN_IN_TIME>CLOSED_EARLY c", Story.moves(net(story)).getLast());
  }

  @Test
  void shouldBreakTiesByContent() {
    LifecycleEvent three = completed("2024-07-03");
    LifecycleEvent four = completed("2024-07-04");
    Story oneWay = open().learned("c", three, "2024-07-09").learned("c", four, "2024-07-09");
    Story other = open().learned("c", four, "2024-07-09").learned("c", three, "2024-07-09");
    assertEquals("07-04 OPEN_IN_TIME>CLOSED_EARLY c", Story.moves(net(oneWay)).getLast());
    assertEquals(oneWay.journal(), other.journal());
  }

  @Test
  void shouldOrderRevisionsByTheClaimedTimeWhereTheClockCappedIt() {
    Instant clock = Story.at("2024-07-09");
    Story story = open();
    LifecycleEvent three = completed("2024-07-03");
    LifecycleEvent four = completed("2024-07-04");
    story.revisions().add(claimed("c", three, clock, clock.plusSeconds(60)));
    story.revisions().add(claimed("c", four, clock, clock.plusSeconds(30)));
    assertEquals("07-03 OPEN_IN_TIME>CLOSED_EARLY c", Story.moves(net(story)).getLast());
  }

  private static Revision claimed(
      String id, LifecycleEvent event, Instant recordedAt, Instant claimed) {
    return new Revision(id, Story.DOSSIER, recordedAt, claimed, event, false, event.toString());
  }

  @Test
  void shouldRemoveARetractedEventAndBringItBack() {
    Story story =
        open()
            .add("c", completed("2024-07-04T10:00"))
            .retracted("c", "2024-07-04T11:00")
            .learned("c", completed("2024-07-04T10:00"), "2024-07-05T09:00");
    assertEquals(
        List.of(
            "07-01: 07-01 NONE>OPEN_IN_TIME r",
            "07-04: 07-04 OPEN_IN_TIME>CLOSED_EARLY c",
            "07-04: -07-04 OPEN_IN_TIME>CLOSED_EARLY c",
            "07-05: 07-04 OPEN_IN_TIME>CLOSED_EARLY c"),
        known(story, "2024-07-05T23:00"));
    assertEquals(2, net(story).size());
  }

  @Test
  void shouldTakeAnEventToTheDossierARevisionNames() {
    Story story =
        open()
            .add("c", completed("2024-07-03"))
            .moved("c", completed("2024-07-03"), "D2", "2024-07-04");
    assertEquals(
        List.of(
            "07-01: 07-01 NONE>OPEN_IN_TIME r",
            "07-03: 07-03 OPEN_IN_TIME>CLOSED_EARLY c",
            "07-04: -07-03 OPEN_IN_TIME>CLOSED_EARLY c"),
        known(story, "2024-07-04"));
  }

  @Test
  void shouldTakeTheWholeDossierBackWhenItsReceiptIsRetracted() {
    Story story =
        open()
            .add("k", components("2024-07-01T10:00", "FULL"))
            .add("c", completed("2024-07-01T11:00"))
            .retracted("r", "2024-07-01T12:00");
    assertEquals(List.of(), net(story));
    assertEquals(Standing.NOWHERE, story.journal("2024-07-02").standing());
  }

  // --- Counters

  @Test
  void shouldCountComponentsOnTheReceivedDayByTheirLatestState() {
    Story story =
        open()
            .add("k2", components("2024-07-03", "FULL"))
            .learned("k1", components("2024-07-02", "PARTIAL"), "2024-07-04");
    assertEquals(List.of("07-01 COMPONENTS_DIGITISED U1"), story.counters("2024-07-04"));
    assertEquals(
        List.of("07-03: 07-01 COMPONENTS_DIGITISED U1"), known(story, "2024-07-04").subList(1, 2));
    story.add("k3", components("2024-07-05", "NONE"));
    assertEquals(List.of(), Story.counters(net(story)));
  }

  @Test
  void shouldCountAFeeOnceAndOnlineWhenOneWas() {
    Story story =
        open()
            .add("f1", feePaid("2024-07-01T10:00", false))
            .add("f2", feePaid("2024-07-02", true))
            .add("f3", feePaid("2024-07-03", false));
    assertEquals(
        List.of("07-01 FEE_PAID U1", "07-01 FEE_PAID_ONLINE U1"), story.counters("2024-07-04"));
  }

  @Test
  void shouldCountOnTheClosingDayWhatComesAfterTheClose() {
    Story story =
        open()
            .add("c", completed("2024-07-08"))
            .add("e", resultDigitised("2024-07-10"))
            .add("a", apologised("2024-07-11", null));
    assertEquals(
        List.of(
            "07-08: 07-08 LATE_FIRST_DUE U1",
            "07-10: 07-08 RESULTS_DIGITISED U1",
            "07-11: 07-08 LATE_APOLOGISED U1"),
        known(Difference.net(story.journal("2024-08-01").postings())).stream()
            .filter(text -> text.endsWith(" U1"))
            .toList());
  }

  @Test
  void shouldTakeTheClosingCountersBackOnTheReopeningDay() {
    Story story =
        open()
            .add("e", resultDigitised("2024-07-01T10:00"))
            .add("c", completed("2024-07-01T11:00"))
            .add("o", reopened("2024-07-02"))
            .add("c2", completed("2024-07-03"));
    assertEquals(
        List.of(
            "07-01 RESULTS_DIGITISED U1",
            "07-01 SAME_DAY U1",
            "-07-02 RESULTS_DIGITISED U1",
            "-07-02 SAME_DAY U1",
            "07-03 RESULTS_DIGITISED U1"),
        story.counters("2024-08-01"));
  }

  @Test
  void shouldNotCountSameDayForARefusal() {
    Story refused = open().add("x", Story.refused("2024-07-01T15:00"));
    Story done = open().add("c", completed("2024-07-01T23:59:59"));
    assertEquals(List.of(), refused.counters("2024-08-01"));
    assertEquals(List.of("07-01 SAME_DAY U1"), done.counters("2024-08-01"));
  }

  @Test
  void shouldCountLateAgainstTheFirstDueButForAMovedAppointment() {
    Story story =
        open()
            .add("d", dueChanged("2024-07-04", "2024-07-20"))
            .add("c", completed("2024-07-06T00:00"));
    assertEquals("07-06 OPEN_IN_TIME>CLOSED_EARLY c", story.moves("2024-08-01").getLast());
    assertEquals(List.of("07-06 LATE_FIRST_DUE U1"), story.counters("2024-08-01"));
  }

  // --- Differences

  @Test
  void shouldGiveTheSmallestDifference() {
    Story before = open().add("c", completed("2024-07-08"));
    List<Revision> after = new ArrayList<>(before.revisions());
    after.add(
        Story.revision("c", completed("2024-07-05"), Story.DOSSIER, Story.at("2024-07-08T09:00")));
    Change change =
        Journal.change(before.revisions(), null, after, null, Story.DOSSIER, Story.DEFAULT);
    assertEquals(
        List.of(
            "07-08: -07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK",
            "07-08: -07-08 OPEN_OVERDUE>CLOSED_LATE c",
            "07-08: 07-05 OPEN_IN_TIME>CLOSED_ON_TIME c",
            "07-08: -07-08 LATE_FIRST_DUE U1"),
        known(change.postings()));
  }

  @Test
  void shouldLetTheClockAloneChangeTheJournal() {
    List<Revision> revisions = open().revisions();
    Change change =
        Journal.change(
            revisions,
            Story.at("2024-07-05"),
            revisions,
            Story.at("2024-07-09"),
            Story.DOSSIER,
            Story.DEFAULT);
    assertEquals(List.of("07-06: 07-06 OPEN_IN_TIME>OPEN_OVERDUE CLOCK"), known(change.postings()));
  }

  @Test
  void shouldChangeNothingByADouble() {
    Story story = open().add("c", completed("2024-07-03"));
    List<Revision> doubled = new ArrayList<>(story.revisions());
    doubled.addAll(story.revisions());
    doubled.add(
        Story.revision("c", completed("2024-07-03"), Story.DOSSIER, Story.at("2024-07-20")));
    Change change =
        Journal.change(story.revisions(), null, doubled, null, Story.DOSSIER, Story.DEFAULT);
    assertTrue(change.postings().isEmpty());
    assertEquals(story.journal().standing(), change.standing());
  }

  @Test
  void shouldKnowNothingOfNothing() {
    Change change = Journal.change(List.of(), null, List.of(), null, Story.DOSSIER, Story.DEFAULT);
    assertEquals(new Change(List.of(), Standing.NOWHERE, List.of(), null), change);
  }

  private static List<Posting> net(Story story) {
    // knownOn set aside: what is left in the books
    return Difference.net(
        story.journal().postings().stream()
            .map(
                posting ->
                    new Posting(
                        posting.entry(),
                        posting.count(),
                        posting.countsOn(),
                        posting.countsOn(),
                        posting.cause()))
            .toList());
  }
}
