package motcua.schemas.sample;

/**
 * SplitMix64. Our own, so that one seed gives the same bytes on every JDK: the library's generators
 * fix their algorithm by habit, not by contract. Not thread-safe.
 */
final class SeededRandom {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  SeededRandom(long seed) {
    this.state = seed;
  }

  /** A number that depends on its argument alone. */
  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** From 0 to bound - 1; bound is at least 1. */
  int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be at least 1: " + bound);
    }
    return (int) (((nextLong() >>> 33) * bound) >>> 31);
  }

  /** From low to high, both inside. */
  int between(int low, int high) {
    return low + nextInt(high - low + 1);
  }

  boolean percent(int chance) {
    return nextInt(100) < chance;
  }
}
