/**
 * Seeded generators of dossier histories that obey the contracts on the wire: sample districts as
 * national payload batches, messy canonical histories, working days to be played, and a fast stream
 * of canonical events. In main code, so that tests, the demo and the benchmarks share them.
 * Everything they make is synthetic; nobody real stands in it.
 *
 * <p>Reading order: {@link motcua.schemas.sample.SampleDistricts}, {@link
 * motcua.schemas.sample.RandomHistories}, {@link motcua.schemas.sample.PlayedDays}, {@link
 * motcua.schemas.sample.BenchmarkEvents}. What belongs elsewhere: the meaning of figures, which the
 * ledger alone decides; the generators only count what they have planned.
 */
package motcua.schemas.sample;
