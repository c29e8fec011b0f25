package motcua.core.ledger;

import java.util.Arrays;

/**
 * A vector of sums over {@link Measure}, in its order. Immutable. Sums of a cell, a day, a unit or
 * a scope alike: what they are sums of is known to whoever holds them.
 */
public final class Amounts {
  /** Nothing booked. */
  public static final Amounts ZERO = new Amounts(new long[Measure.COUNT]);

  private static final Measure[] MEASURES = Measure.values();

  private final long[] values;

  private Amounts(long[] values) {
    this.values = values;
  }

  /**
   * Sums by position. A shorter array, written before measures were appended, is filled up with
   * zeros.
   *
   * @throws IllegalArgumentException when it is longer than there are measures
   */
  public static Amounts of(long[] values) {
    if (values.length > Measure.COUNT) {
      throw new IllegalArgumentException(
          "at most " + Measure.COUNT + " measures, not " + values.length);
    }
    return new Amounts(Arrays.copyOf(values, Measure.COUNT));
  }

  /** One measure, everything else zero. */
  public static Amounts of(Measure measure, long value) {
    long[] values = new long[Measure.COUNT];
    values[measure.ordinal()] = value;
    return new Amounts(values);
  }

  /** The sum of one measure. */
  public long get(Measure measure) {
    return values[measure.ordinal()];
  }

  /** Sum by sum. */
  public Amounts plus(Amounts other) {
    long[] sum = values.clone();
    other.addTo(sum);
    return new Amounts(sum);
  }

  /** With one measure changed by a delta. */
  public Amounts plus(Measure measure, long delta) {
    long[] sum = values.clone();
    sum[measure.ordinal()] += delta;
    return new Amounts(sum);
  }

  /** Adds these sums to an accumulator of length {@link Measure#COUNT}: for hot loops. */
  public void addTo(long[] accumulator) {
    for (int i = 0; i < values.length; i++) {
      accumulator[i] += values[i];
    }
  }

  /** Every sum with the other sign. */
  public Amounts negated() {
    long[] negated = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      negated[i] = -values[i];
    }
    return new Amounts(negated);
  }

  /**
   * Without the flows between units: what a scope that holds both units of a transfer sees of it.
   */
  public Amounts withoutTransfers() {
    long[] inside = values.clone();
    inside[Measure.TRANSFERRED_IN.ordinal()] = 0;
    inside[Measure.TRANSFERRED_OUT.ordinal()] = 0;
    return new Amounts(inside);
  }

  /** The balances only: what the end of a day hands to the next one. */
  public Amounts balances() {
    long[] balances = values.clone();
    for (Measure measure : MEASURES) {
      if (!measure.isBalance()) {
        balances[measure.ordinal()] = 0;
      }
    }
    return new Amounts(balances);
  }

  /** Every sum is zero. */
  public boolean isZero() {
    for (long value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** A copy by position. */
  public long[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Amounts amounts && Arrays.equals(values, amounts.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (Measure measure : MEASURES) {
      if (get(measure) != 0) {
        text.append(text.length() > 1 ? ", " : "").append(measure).append('=').append(get(measure));
      }
    }
    return text.append('}').toString();
  }
}
