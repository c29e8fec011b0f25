package motcua.core.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.core.ledger.Posting;

/** Net differences of multisets of bookings and of postings (ledger.md 4, "Knowledge"). */
final class Difference {
  /** Below this product of sizes comparing each with each beats a map. */
  private static final int FEW_PAIRS = 1024;

  private Difference() {}

  /** Appends the postings that lead from one instant of knowledge to another, reversals first. */
  static void append(Timeline from, Timeline to, LocalDate knownOn, List<Posting> postings) {
    append(from.moves(), to.moves(), knownOn, postings);
    append(from.counters(), to.counters(), knownOn, postings);
  }

  private static void append(
      List<Booking> from, List<Booking> to, LocalDate knownOn, List<Posting> postings) {
    int start = 0;
    int fromEnd = from.size();
    int toEnd = to.size();
    while (start < fromEnd && start < toEnd && from.get(start).equals(to.get(start))) {
      start++;
    }
    while (fromEnd > start && toEnd > start && from.get(fromEnd - 1).equals(to.get(toEnd - 1))) {
      fromEnd--;
      toEnd--;
    }
    if (start < fromEnd || start < toEnd) {
      List<Booking> gone = from.subList(start, fromEnd);
      List<Booking> come = to.subList(start, toEnd);
      unmatched(gone, come).forEach(booking -> postings.add(posting(booking, -1, knownOn)));
      unmatched(come, gone).forEach(booking -> postings.add(posting(booking, 1, knownOn)));
    }
  }

  /**
   * The bookings of {@code these} beyond those of {@code others}, by number, the first ones of
   * equals matched.
   */
  private static List<Booking> unmatched(List<Booking> these, List<Booking> others) {
    if (others.isEmpty()) {
      return these;
    }
    return these.size() * (long) others.size() <= FEW_PAIRS
        ? unmatchedOfFew(these, others)
        : unmatchedOfMany(these, others);
  }

  private static List<Booking> unmatchedOfFew(List<Booking> these, List<Booking> others) {
    List<Booking> rest = new ArrayList<>(others);
    List<Booking> unmatched = new ArrayList<>(these.size());
    for (Booking booking : these) {
      if (!rest.remove(booking)) {
        unmatched.add(booking);
      }
    }
    return unmatched;
  }

  private static List<Booking> unmatchedOfMany(List<Booking> these, List<Booking> others) {
    Map<Booking, Integer> rest = new HashMap<>();
    others.forEach(booking -> rest.merge(booking, 1, Integer::sum));
    List<Booking> unmatched = new ArrayList<>();
    for (Booking booking : these) {
      int left = rest.getOrDefault(booking, 0);
      if (left == 0) {
        unmatched.add(booking);
      } else {
        rest.put(booking, left - 1);
      }
    }
    return unmatched;
  }

  private static Posting posting(Booking booking, int sign, LocalDate knownOn) {
    return new Posting(
        booking.entry(),
        sign * booking.count(),
        LocalDate.ofEpochDay(booking.countsOn()),
        knownOn,
        booking.cause());
  }

  /** The same sums with every cancelling pair removed; order of first appearance. */
  static List<Posting> net(List<Posting> postings) {
    Map<Posting, Integer> counts = new LinkedHashMap<>();
    for (Posting posting : postings) {
      counts.merge(
          posting.count() == 1 ? posting : posting.reversed(), posting.count(), Integer::sum);
    }
    List<Posting> net = new ArrayList<>();
    counts.forEach(
        (posting, count) -> {
          for (int i = 0; i < Math.abs(count); i++) {
            net.add(count > 0 ? posting : posting.reversed());
          }
        });
    return net;
  }
}
