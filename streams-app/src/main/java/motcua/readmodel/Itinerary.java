package motcua.readmodel;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import motcua.core.ledger.Bucket;

/**
 * The way of one dossier through units and buckets: the moves of its journal that were not
 * reversed, in the order in which they happened. Days order them; within a day each begins where
 * the one before ended, because a late record is posted after what it came before.
 */
public final class Itinerary {
  private static final int OUT = 1;
  private static final int IN = 2;

  private Itinerary() {}

  /** A move in force; a transfer is one move, not two legs. */
  public record Move(
      Place from,
      Place to,
      String field,
      String procedure,
      String channel,
      LocalDate countsOn,
      LocalDate knownOn,
      String cause,
      long sequence) {}

  /** A bucket of a unit. */
  public record Place(String unit, String bucket) {}

  /** The moves in force. */
  public static List<Move> of(List<PostingLine> journal) {
    Map<LocalDate, List<Move>> days = new TreeMap<>();
    for (Move move : standing(journal)) {
      days.computeIfAbsent(move.countsOn, day -> new ArrayList<>()).add(move);
    }
    List<Move> ordered = new ArrayList<>();
    for (List<Move> day : days.values()) {
      day.sort(Comparator.comparingLong(Move::sequence));
      ordered.addAll(chained(start(ordered, day), day));
    }
    return ordered;
  }

  /** Counters in force, by day. */
  public static List<PostingLine> counters(List<PostingLine> journal) {
    Map<List<Object>, Net<PostingLine>> nets = new LinkedHashMap<>();
    for (PostingLine line : journal) {
      if (!line.counter().isEmpty()) {
        nets.computeIfAbsent(
                List.of(
                    line.counter(),
                    line.unit(),
                    line.field(),
                    line.procedure(),
                    line.channel(),
                    line.countsOn(),
                    line.cause()),
                key -> new Net<>())
            .add(line, line.count());
      }
    }
    return nets.values().stream()
        .filter(net -> net.sum != 0)
        .map(net -> net.last)
        .sorted(
            Comparator.comparing(PostingLine::countsOn).thenComparingLong(PostingLine::sequence))
        .toList();
  }

  private static List<Move> standing(List<PostingLine> journal) {
    // The in leg says the same as the out leg; while only one has arrived it speaks for both.
    Set<Long> transfers =
        journal.stream()
            .filter(line -> line.leg() == OUT)
            .map(PostingLine::sequence)
            .collect(Collectors.toSet());
    Map<List<Object>, Net<Move>> nets = new LinkedHashMap<>();
    for (PostingLine line : journal) {
      boolean repeated = line.leg() == IN && transfers.contains(line.sequence());
      if (line.counter().isEmpty() && !repeated) {
        Move move = move(line);
        nets.computeIfAbsent(
                List.of(
                    move.from,
                    move.to,
                    move.field,
                    move.procedure,
                    move.channel,
                    move.countsOn,
                    move.cause),
                key -> new Net<>())
            .add(move, line.count());
      }
    }
    List<Move> moves = new ArrayList<>();
    for (Net<Move> net : nets.values()) {
      for (long i = 0; i < net.sum; i++) {
        moves.add(net.last);
      }
    }
    return moves;
  }

  private static Move move(PostingLine line) {
    String other = line.counterpart().isEmpty() ? line.unit() : line.counterpart();
    boolean out = line.leg() == OUT;
    return new Move(
        new Place(out ? line.unit() : other, line.fromBucket()),
        new Place(out ? other : line.unit(), line.toBucket()),
        line.field(),
        line.procedure(),
        line.channel(),
        line.countsOn(),
        line.knownOn(),
        line.cause(),
        line.sequence());
  }

  /** Where the day begins: where the days before ended, or outside the books. */
  private static Place start(List<Move> before, List<Move> day) {
    Place last = before.isEmpty() ? null : before.getLast().to;
    if (day.stream().anyMatch(move -> move.from.equals(last))) {
      return last;
    }
    return day.stream()
        .filter(move -> move.from.bucket.equals(Bucket.NONE.name()))
        .findFirst()
        .orElse(day.getFirst())
        .from;
  }

  /** The moves of a day as one trail (Hierholzer); what is not on it follows as it was posted. */
  private static List<Move> chained(Place start, List<Move> day) {
    Map<Place, Deque<Move>> leaving = new HashMap<>();
    day.forEach(move -> leaving.computeIfAbsent(move.from, place -> new ArrayDeque<>()).add(move));
    Deque<Move> trail = new ArrayDeque<>();
    visit(start, leaving, trail);
    List<Move> ordered = new ArrayList<>(trail);
    leaving.values().stream()
        .flatMap(Deque::stream)
        .sorted(Comparator.comparingLong(Move::sequence))
        .forEach(ordered::add);
    return ordered;
  }

  private static void visit(Place place, Map<Place, Deque<Move>> leaving, Deque<Move> trail) {
    Deque<Move> moves = leaving.getOrDefault(place, new ArrayDeque<>());
    while (!moves.isEmpty()) {
      Move move = moves.poll();
      visit(move.to, leaving, trail);
      trail.addFirst(move);
    }
  }

  /** What equal postings add up to, and the last of them that adds to it. */
  private static final class Net<T> {
    private long sum;
    private T last;

    void add(T posting, long count) {
      sum += count;
      if (last == null || Long.signum(sum) == Long.signum(count)) {
        last = posting;
      }
    }
  }
}
