package motcua.ingest.testing;

import java.util.Random;

/** The seed of a property test: printed, and given again with {@code -Dmotcua.seed}. */
public final class Seed {
  private Seed() {}

  public static Random random() {
    long seed = Long.getLong("motcua.seed", System.nanoTime());
    System.out.println("motcua.seed=" + seed);
    return new Random(seed);
  }
}
