package motcua.topology;

import java.util.NavigableMap;
import java.util.TreeMap;
import motcua.core.ledger.Measure;

/**
 * A unit's flows by day, own accounts only, in memory: the sums of every window come from one pass
 * over it. Rebuilt from the store when a task starts; days past the longest window are folded into
 * one opening vector.
 */
final class UnitBook {
  private final NavigableMap<Integer, long[]> days = new TreeMap<>();
  private final long[] older = new long[Measure.COUNT];
  private int olderUpTo = Integer.MIN_VALUE;
  private long appliedMicros;

  /** Adds a vector to a day; a day folded away has become part of the opening. */
  void add(int day, long[] delta, long applied) {
    appliedMicros = Math.max(appliedMicros, applied);
    addTo(
        day <= olderUpTo ? older : days.computeIfAbsent(day, d -> new long[Measure.COUNT]), delta);
  }

  /** Latest recordedAt seen. */
  long appliedMicros() {
    return appliedMicros;
  }

  /** Folds all days up to {@code day} into the opening vector. */
  void foldUpTo(int day) {
    if (day <= olderUpTo) {
      return;
    }
    NavigableMap<Integer, long[]> past = days.headMap(day, true);
    past.values().forEach(sums -> addTo(older, sums));
    past.clear();
    olderUpTo = day;
  }

  /**
   * Flows from {@code from} to {@code to}, both inclusive; {@code from} must lie after the folded
   * days.
   */
  long[] flows(int from, int to) {
    long[] sums = new long[Measure.COUNT];
    days.subMap(from, true, to, true).values().forEach(day -> addTo(sums, day));
    return sums;
  }

  /** Sums of all days up to {@code day}: the balances, where the measure is one. */
  long[] upTo(int day) {
    long[] sums = older.clone();
    days.headMap(day, true).values().forEach(d -> addTo(sums, d));
    return sums;
  }

  private static void addTo(long[] sums, long[] delta) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += delta[i];
    }
  }
}
