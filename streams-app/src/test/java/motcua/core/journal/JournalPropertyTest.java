package motcua.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import motcua.core.calendar.VietnamDay;
import motcua.core.dossier.Revision;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Leg;
import motcua.core.ledger.Legs;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Posting;
import motcua.core.mark.Mark;
import motcua.core.mark.MarkCode;
import motcua.core.mark.MarkSpan;
import motcua.core.policy.Rules;
import motcua.testing.MessyHistory;
import org.junit.jupiter.api.Test;

/**
 * What must hold of every journal beside what {@code motcua.simulation} checks, over seeded messy
 * histories. Replay with {@code -Dmotcua.seed}.
 */
class JournalPropertyTest {
  private static final String DOSSIER = Story.DOSSIER;
  private static final int RUNS = Integer.getInteger("motcua.runs", 3000);

  /**
   * One property over many histories, each with a seed of its own that is printed when it fails.
   */
  private interface Property {
    void check(MessyHistory messy, Random random);
  }

  private static void forAll(Property property) {
    Long replay = Long.getLong("motcua.seed");
    long first = replay == null ? 20_260_101L : replay;
    for (long seed = first; seed < (replay == null ? first + RUNS : first + 1); seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      try {
        property.check(new MessyHistory(random), random);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("replay with -Dmotcua.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static Map<Posting, Integer> sums(List<Posting> postings) {
    Map<Posting, Integer> sums = new HashMap<>();
    postings.forEach(
        posting ->
            sums.merge(
                posting.count() == 1 ? posting : posting.reversed(),
                posting.count(),
                Integer::sum));
    sums.values().removeIf(count -> count == 0);
    return sums;
  }

  @Test
  void shouldChangeByTheDifferenceOfTwoWholeJournals() {
    forAll(
        (messy, random) -> {
          Rules rules = messy.rules();
          List<Revision> before = messy.revisions(10);
          List<Revision> after = changed(before, messy, random);
          Instant clockBefore = random.nextInt(3) == 0 ? null : messy.moment(30);
          Instant clockAfter = random.nextInt(3) == 0 ? clockBefore : messy.moment(40);
          assertDifference(before, clockBefore, after, clockAfter, rules);
        });
  }

  private static void assertDifference(
      List<Revision> before,
      Instant clockBefore,
      List<Revision> after,
      Instant clockAfter,
      Rules rules) {
    Result old = Journal.of(before, DOSSIER, clockBefore, rules);
    Result all = Journal.of(after, DOSSIER, clockAfter, rules);
    List<Posting> both = new ArrayList<>(all.postings());
    old.postings().forEach(posting -> both.add(posting.reversed()));
    Change change = Journal.change(before, clockBefore, after, clockAfter, DOSSIER, rules);
    assertEquals(sums(both), sums(change.postings()));
    int smallest = sums(both).values().stream().mapToInt(Math::abs).sum();
    assertEquals(smallest, change.postings().size(), "no posting may cancel another");
    assertEquals(all.standing(), change.standing());
    assertEquals(all.nextCrossing(), change.nextCrossing());
    assertEquals(all.marks(), change.marks());
  }

  private static List<Revision> changed(List<Revision> before, MessyHistory messy, Random random) {
    List<Revision> after = new ArrayList<>(before);
    for (int i = random.nextInt(3); i > 0; i--) {
      after.add(messy.revision("e" + random.nextInt(8)));
    }
    if (!after.isEmpty() && random.nextInt(5) == 0) {
      after.remove(random.nextInt(after.size()));
    }
    if (random.nextInt(5) == 0) {
      Collections.shuffle(after, random);
    }
    return after;
  }

  @Test
  void shouldStandWhereOnlyThePastHasHappened() {
    forAll(
        (messy, random) -> {
          Rules rules = messy.rules();
          List<Revision> revisions = messy.revisions(12);
          Instant clock =
              VietnamDay.startOf(MessyHistory.FIRST_DAY.plusDays(40))
                  .minusSeconds(random.nextInt(999_999));
          revisions.removeIf(revision -> revision.recordedAt().isAfter(clock));
          Standing standing = Journal.of(revisions, DOSSIER, clock, rules).standing();
          Result past = Journal.of(pastOnly(revisions, clock), DOSSIER, clock, rules);
          assertEquals(past.standing(), standing);
          Map<Measure, Long> balances =
              balances(past.postings(), List.of("U1", "U2", "U3"), VietnamDay.of(clock));
          long held = standing.bucket().isHeld() ? 1 : 0;
          assertEquals(held, balances.values().stream().mapToLong(Long::longValue).sum());
          assertTrue(held == 0 || balances.get(Measure.of(standing.bucket())) == 1);
        });
  }

  /**
   * An event that is still to come is told as retracted, so that it hides the revisions before it
   * all the same.
   */
  private static List<Revision> pastOnly(List<Revision> revisions, Instant clock) {
    Set<String> future = new HashSet<>();
    Knowledge knowledge = new Knowledge(DOSSIER);
    Revision[] ordered = Knowledge.inOrderOfLearning(revisions);
    knowledge.learnUpTo(Instant.MAX, ordered, 0);
    for (Revision revision : knowledge.inForce()) {
      if (revision.event().occurredAt().isAfter(clock)) {
        future.add(revision.eventId());
      }
    }
    return revisions.stream().filter(revision -> !future.contains(revision.eventId())).toList();
  }

  private static Map<Measure, Long> balances(
      List<Posting> postings, List<String> units, LocalDate day) {
    Amounts sum = sum(postings, units, MessyHistory.FIRST_DAY.minusYears(9), day, LocalDate.MAX);
    Map<Measure, Long> balances = new HashMap<>();
    for (Measure measure : Measure.values()) {
      if (measure.isBalance()) {
        balances.put(measure, sum.get(measure));
      }
    }
    return balances;
  }

  /**
   * Legs of a scope with countsOn in [from, to] and knownOn up to the cut, transfers inside the
   * scope left out.
   */
  private static Amounts sum(
      List<Posting> postings, List<String> units, LocalDate from, LocalDate to, LocalDate cut) {
    Amounts sum = Amounts.ZERO;
    for (Posting posting : postings) {
      boolean counts =
          !posting.countsOn().isBefore(from)
              && !posting.countsOn().isAfter(to)
              && !posting.knownOn().isAfter(cut);
      for (Leg leg : counts ? Legs.of(posting) : List.<Leg>of()) {
        if (units.contains(leg.unit())) {
          boolean inside = leg.counterpartUnit() != null && units.contains(leg.counterpartUnit());
          sum = sum.plus(inside ? leg.amounts().withoutTransfers() : leg.amounts());
        }
      }
    }
    return sum;
  }

  @Test
  void shouldHoldADossierInOneBucketOnEveryDayOfEveryCut() {
    forAll(
        (messy, random) -> {
          Rules rules = messy.rules();
          List<Posting> postings =
              Journal.of(messy.revisions(12), DOSSIER, messy.moment(40), rules).postings();
          LocalDate cut = MessyHistory.FIRST_DAY.plusDays(random.nextInt(30));
          for (int i = -2; i < 40; i++) {
            LocalDate day = MessyHistory.FIRST_DAY.plusDays(i);
            Amounts sum = sum(postings, List.of("U1", "U2", "U3"), LocalDate.MIN, day, cut);
            long buckets = 0;
            for (Measure measure : BUCKETS) {
              assertTrue(sum.get(measure) == 0 || sum.get(measure) == 1, sum::toString);
              buckets += sum.get(measure);
            }
            assertTrue(buckets <= 1, sum::toString);
          }
        });
  }

  private static final List<Measure> BUCKETS =
      List.of(
          Measure.OPEN_IN_TIME,
          Measure.OPEN_OVERDUE,
          Measure.OPEN_UNDATED,
          Measure.SUSPENDED,
          Measure.CLOSED_EARLY,
          Measure.CLOSED_ON_TIME,
          Measure.CLOSED_LATE,
          Measure.CLOSED_UNDATED,
          Measure.REFUSED,
          Measure.WITHDRAWN);

  @Test
  void shouldShowOnEachDayTheMarksOfWhatWasKnownAtItsEnd() {
    forAll(
        (messy, random) -> {
          Rules rules = messy.rules();
          List<Revision> revisions = messy.history();
          Instant end = messy.end();
          List<MarkSpan> spans = Journal.of(revisions, DOSSIER, end, rules).marks();
          Set<Mark> before = Set.of();
          for (int i = -2; i < 60; i++) {
            LocalDate day = MessyHistory.FIRST_DAY.plusDays(i);
            Set<Mark> holding = marksAtTheEndOf(day, revisions, rules);
            assertEquals(holding, shown(spans, day), () -> "on " + day + ": " + spans);
            assertEquals(changes(before, holding), changes(spans, day), () -> "on " + day);
            before = holding;
          }
        });
  }

  private static Set<Mark> shown(List<MarkSpan> spans, LocalDate cut) {
    return spans.stream()
        .filter(span -> span.holdsOn(cut))
        .map(MarkSpan::mark)
        .collect(Collectors.toSet());
  }

  private static long changes(Set<Mark> before, Set<Mark> after) {
    return before.stream().filter(mark -> !after.contains(mark)).count()
        + after.stream().filter(mark -> !before.contains(mark)).count();
  }

  /** No span ends on a day on which the same mark begins again. */
  private static long changes(List<MarkSpan> spans, LocalDate day) {
    return spans.stream().filter(span -> day.equals(span.knownOn())).count()
        + spans.stream().filter(span -> day.equals(span.endedOn())).count();
  }

  /** From scratch: what was known then, and whether a close had been late at any moment before. */
  private static Set<Mark> marksAtTheEndOf(LocalDate day, List<Revision> revisions, Rules rules) {
    Instant end = VietnamDay.startOf(day.plusDays(1)).minusNanos(1);
    Timeline now = known(revisions, end, rules);
    Set<Mark> marks = new HashSet<>(now.marks());
    for (int n = 0; n < now.closes().size(); n++) {
      Closes.Close close = now.closes().get(n);
      boolean onTime =
          close.outcome() == Bucket.CLOSED_EARLY || close.outcome() == Bucket.CLOSED_ON_TIME;
      if (onTime && wasLate(n, revisions, end, rules)) {
        marks.add(new Mark(MarkCode.LATE_TURNED_ON_TIME, close.account().unit(), ""));
      }
    }
    return marks;
  }

  private static boolean wasLate(int n, List<Revision> revisions, Instant end, Rules rules) {
    Stream<Instant> recorded = revisions.stream().map(Revision::recordedAt);
    Stream<Instant> decided =
        rules.calendar().rows().stream()
            .filter(row -> row.recordedAt() != null)
            .map(row -> VietnamDay.startOf(row.recordedAt()));
    return Stream.concat(recorded, decided)
        .filter(k -> !k.isAfter(end))
        .map(k -> known(revisions, k, rules).closes())
        .anyMatch(closes -> n < closes.size() && closes.get(n).outcome() == Bucket.CLOSED_LATE);
  }

  private static Timeline known(List<Revision> revisions, Instant k, Rules rules) {
    Knowledge knowledge = new Knowledge(DOSSIER);
    knowledge.learnUpTo(k, Knowledge.inOrderOfLearning(revisions), 0);
    return Fold.of(knowledge.inForce(), k, rules);
  }
}
