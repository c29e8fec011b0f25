package motcua.simulation;

import org.junit.jupiter.api.Test;

/** A sample of the simulated histories in the core; {@code ./motcua simulate core} runs many. */
class CoreSimulationPropertyTest {
  @Test
  void shouldFindNoDifference() {
    Seeds.forEach(5_000, CoreSimulation::run);
  }
}
