package motcua.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import motcua.core.dossier.Revision;
import motcua.core.journal.Change;
import motcua.core.journal.Journal;
import motcua.core.journal.Result;
import motcua.core.ledger.Account;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Column;
import motcua.core.ledger.Leg;
import motcua.core.ledger.Legs;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Posting;
import motcua.core.ledger.ReportRow;
import motcua.core.policy.Rules;
import motcua.testing.MessyHistory;
import motcua.testing.Recount;

/**
 * One seed is one whole history of a dossier in the core alone, and everything that must hold of
 * its journal: the independent recount, any order and split of arrival with any ticks between, the
 * books and the rows drawn from them.
 */
public final class CoreSimulation {
  private static final String DOSSIER = MessyHistory.DOSSIER;
  private static final List<Set<String>> PARTS =
      List.of(Set.of("U1"), Set.of("U2"), Set.of("U3"), Set.of("U1", "U3"));

  private final RandomGenerator random;
  private final MessyHistory messy;
  private final Rules rules;
  private final List<Revision> history;
  private final Instant clock;
  private final Instant end;
  private final Result whole;
  private final Map<Posting, Integer> net;

  private CoreSimulation(long seed) {
    random = new SplittableRandom(seed);
    messy = MessyHistory.anywhere(random);
    rules = messy.rules();
    history = messy.history();
    boolean noTick = !history.isEmpty() && random.nextInt(4) == 0;
    clock = noTick ? null : messy.anyMoment();
    end = latest(clock, history);
    whole = Journal.of(history, DOSSIER, clock, rules);
    net = sums(whole.postings());
  }

  /**
   * Simulates one history; the same seed is the same history.
   *
   * @throws AssertionError when something does not hold
   */
  public static void run(long seed) {
    var simulation = new CoreSimulation(seed);
    simulation.agreesWithTheRecount();
    simulation.ignoresOrderAndDoubles();
    simulation.comesOfRecordsInRecordedOrder();
    simulation.comesOfRecordsInAnyOrder();
    simulation.takesBackWhatIsRetracted();
    simulation.balancesItsBooks();
    simulation.drawsRowsThatAddUp();
  }

  private void agreesWithTheRecount() {
    assertEquals(Recount.journal(history, DOSSIER, clock, rules), net, "recount");
  }

  private void ignoresOrderAndDoubles() {
    assertEquals(whole, Journal.of(shuffledWithDoubles(), DOSSIER, clock, rules), "order, doubles");
  }

  private List<Revision> shuffledWithDoubles() {
    List<Revision> arrivals = new ArrayList<>(history);
    for (int i = random.nextInt(1 + history.size() / 2); i > 0; i--) {
      arrivals.add(history.get(random.nextInt(history.size())));
    }
    Collections.shuffle(arrivals, random);
    return arrivals;
  }

  /** The way of a live system: the fast path. */
  private void comesOfRecordsInRecordedOrder() {
    List<Revision> arrivals = new ArrayList<>(history);
    arrivals.sort(Comparator.comparing(Revision::recordedAt));
    deliver(arrivals, "recorded order");
  }

  private void comesOfRecordsInAnyOrder() {
    deliver(shuffledWithDoubles(), "any order");
  }

  /** Lets records arrive in batches, with ticks of the clock between, and adds up the changes. */
  private void deliver(List<Revision> arrivals, String way) {
    List<Posting> posted = new ArrayList<>();
    Change last = null;
    Instant now = null;
    int known = 0;
    while (last == null || known < arrivals.size() || !end.equals(now)) {
      boolean onlyTick = random.nextInt(4) == 0;
      int next = onlyTick ? known : Math.min(arrivals.size(), known + 1 + random.nextInt(4));
      Instant then = latest(now, arrivals.subList(known, next));
      then = onlyTick || random.nextInt(4) == 0 ? latest(then, tick()) : then;
      then = next == arrivals.size() ? end : then;
      last =
          Journal.change(
              arrivals.subList(0, known), now, arrivals.subList(0, next), then, DOSSIER, rules);
      posted.addAll(last.postings());
      known = next;
      now = then;
    }
    assertEquals(net, sums(posted), way);
    assertEquals(whole.standing(), last.standing(), way);
    assertEquals(whole.marks(), last.marks(), way);
    assertEquals(whole.nextCrossing(), last.nextCrossing(), way);
  }

  private Instant tick() {
    Instant moment = messy.anyMoment();
    return moment.isAfter(end) ? end : moment;
  }

  private static Instant latest(Instant clock, List<Revision> revisions) {
    Instant latest = clock;
    for (Revision revision : revisions) {
      latest = latest(latest, revision.recordedAt());
    }
    return latest;
  }

  private static Instant latest(Instant a, Instant b) {
    return a == null || (b != null && a.isBefore(b)) ? b : a;
  }

  private void takesBackWhatIsRetracted() {
    Instant last = messy.end();
    Revision extra = messy.revision("extra");
    List<Revision> retracted = new ArrayList<>(history);
    retracted.add(extra);
    retracted.add(
        new Revision(
            extra.eventId(), null, last, last, null, true, extra.eventId() + " never was"));
    assertEquals(
        booked(Journal.of(history, DOSSIER, last, rules).postings()),
        booked(Journal.of(retracted, DOSSIER, last, rules).postings()),
        "added, then retracted");
  }

  /** The sums with the day of knowledge set aside. */
  private static Map<Posting, Integer> booked(List<Posting> postings) {
    return sums(
        postings.stream()
            .map(p -> new Posting(p.entry(), p.count(), p.countsOn(), p.countsOn(), p.cause()))
            .toList());
  }

  /** One side of a move. */
  private record Place(String unit, Bucket bucket) {}

  /**
   * All accounts sum to zero, the contra account included; the legs of the books say the same as
   * the moves; and in the end the dossier is in one place or nowhere.
   */
  private void balancesItsBooks() {
    Map<Place, Long> places = new HashMap<>();
    Map<Place, Long> legs = new HashMap<>();
    for (Posting posting : whole.postings()) {
      if (posting.entry() instanceof Posting.Entry.Move move) {
        places.merge(place(move.fromAccount(), move.from()), (long) -posting.count(), Long::sum);
        places.merge(place(move.toAccount(), move.to()), (long) posting.count(), Long::sum);
        Legs.of(posting).forEach(leg -> addTo(legs, leg));
      }
    }
    places.values().removeIf(count -> count == 0);
    legs.values().removeIf(count -> count == 0);
    assertEquals(0, places.values().stream().mapToLong(Long::longValue).sum(), "all accounts");
    assertEquals(places, legs, "moves and legs");
    long inside =
        places.keySet().stream()
            .filter(place -> place.bucket != Bucket.NONE)
            .mapToLong(places::get)
            .peek(count -> assertEquals(1, count, "balance of a place"))
            .sum();
    assertTrue(inside <= 1, () -> "in several places: " + places);
  }

  private static Place place(Account account, Bucket bucket) {
    return new Place(bucket == Bucket.NONE ? null : account.unit(), bucket);
  }

  private static void addTo(Map<Place, Long> places, Leg leg) {
    for (Bucket bucket : Bucket.values()) {
      if (bucket == Bucket.NONE) {
        long received =
            leg.amounts().get(Measure.RECEIVED_ONLINE)
                + leg.amounts().get(Measure.RECEIVED_DIRECT)
                + leg.amounts().get(Measure.RECEIVED_POSTAL);
        places.merge(new Place(null, bucket), -received, Long::sum);
      } else {
        places.merge(
            new Place(leg.unit(), bucket), leg.amounts().get(Measure.of(bucket)), Long::sum);
      }
    }
  }

  /**
   * For some period and cut: rows drawn from legs equal rows counted posting by posting, each is
   * balanced, and the row of two scopes together is the sum of theirs, moves between them left out.
   */
  private void drawsRowsThatAddUp() {
    LocalDate from = messy.anyDay();
    LocalDate to = from.plusDays(random.nextInt(40));
    LocalDate cut = random.nextInt(3) == 0 ? null : messy.anyDay();
    var period = new Statement(whole.postings(), from, to, cut);
    Set<String> one = PARTS.get(random.nextInt(PARTS.size()));
    Set<String> rest = new HashSet<>(Set.of("U1", "U2", "U3"));
    rest.removeAll(one);
    Set<String> other = random.nextBoolean() ? rest : Set.of(rest.iterator().next());
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    ReportRow merged = period.row(both);
    for (Set<String> scope : List.of(one, other, both)) {
      ReportRow row = period.row(scope);
      assertTrue(row.isBalanced(), () -> "identity of " + scope + ": " + row);
    }
    assertEquals(period.recounted(both), merged, () -> "row of " + both);
    ReportRow first = period.row(one);
    ReportRow second = period.row(other);
    for (Column column : Column.values()) {
      boolean transfers = column == Column.TRANSFERRED_IN || column == Column.TRANSFERRED_OUT;
      long inside = transfers ? period.movedBetween(one, other) : 0;
      assertEquals(
          column.of(first) + column.of(second) - inside,
          column.of(merged),
          () -> column + " of " + one + " and " + other);
    }
  }

  private static Map<Posting, Integer> sums(List<Posting> postings) {
    Map<Posting, Integer> sums = new HashMap<>();
    for (Posting posting : postings) {
      sums.merge(
          posting.count() == 1 ? posting : posting.reversed(), posting.count(), Integer::sum);
    }
    sums.values().removeIf(count -> count == 0);
    return sums;
  }
}
