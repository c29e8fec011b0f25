/**
 * The simulator: seeded whole histories in the core alone ({@code CoreSimulation}) and in a cluster
 * of topology test drivers ({@code PipelineSimulation}), and what must hold of them. Tests run a
 * sample, {@code ./motcua simulate} many. A failing seed is printed and replays its run.
 */
package motcua.simulation;
