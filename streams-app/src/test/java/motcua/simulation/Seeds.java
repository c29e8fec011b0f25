package motcua.simulation;

import java.util.function.LongConsumer;

/** Runs a simulation over seeds in a row, or over the one given by {@code -Dmotcua.seed}. */
final class Seeds {
  private static final long FIRST = 20_260_101L;

  private Seeds() {}

  /**
   * Runs it for so many seeds.
   *
   * @throws AssertionError that names the seed when something does not hold
   */
  static void forEach(int count, LongConsumer simulation) {
    Long replayed = Long.getLong("motcua.seed");
    if (replayed != null) {
      run(replayed, simulation);
      return;
    }
    for (long seed = FIRST; seed < FIRST + count; seed++) {
      run(seed, simulation);
    }
  }

  /** Runs it for one seed. */
  static void run(long seed, LongConsumer simulation) {
    try {
      simulation.accept(seed);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("replay with -Dmotcua.seed=" + seed + ": " + e.getMessage(), e);
    }
  }
}
