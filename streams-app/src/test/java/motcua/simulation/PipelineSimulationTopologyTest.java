package motcua.simulation;

import org.junit.jupiter.api.Test;

/** A sample of the simulated pipelines; {@code ./motcua simulate pipeline} runs many. */
class PipelineSimulationTopologyTest {
  @Test
  void shouldFindNoDifference() {
    Seeds.forEach(30, PipelineSimulation::run);
  }
}
