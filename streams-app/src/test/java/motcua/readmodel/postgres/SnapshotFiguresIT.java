package motcua.readmodel.postgres;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A sample of {@code ./motcua simulate snapshots}. Replay with {@code -Dmotcua.seed}. */
class SnapshotFiguresIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextInt());
  private static final int RUNS = 150;

  @Test
  void shouldAgreeInJsonWorkbookAndSql() {
    System.out.println("motcua.seed=" + SEED);
    for (int run = 0; run < RUNS; run++) {
      SnapshotSimulation.run(SEED + run);
    }
  }
}
