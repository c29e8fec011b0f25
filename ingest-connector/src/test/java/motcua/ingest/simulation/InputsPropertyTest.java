package motcua.ingest.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import motcua.ingest.testing.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sample of the mutated inputs; {@code ./motcua simulate inputs} runs a million. A difference
 * names its run: {@code ./motcua simulate inputs --seed S --run N} replays it alone.
 */
@Timeout(240)
class InputsPropertyTest {
  private static final int RUNS = 20_000;

  @TempDir Path folder;

  @Test
  void shouldFindNoDifference() throws Exception {
    InputSimulation simulation = new InputSimulation(Seed.random().nextInt(1_000_000), folder);
    for (long run = 0; run < RUNS; run++) {
      simulation.run(run);
    }
    simulation.finish();
    Tally tally = simulation.tally();
    // Neither all sound nor all broken, or it would show nothing.
    assertTrue(tally.events() > RUNS / 4, tally::text);
    assertTrue(tally.letters() > RUNS / 4, tally::text);
    assertTrue(tally.reasons() > 25, tally::text);
  }
}
