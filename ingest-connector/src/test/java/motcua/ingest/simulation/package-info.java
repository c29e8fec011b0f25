/**
 * Mutated inputs: seeded lines, records, files and tables with broken bytes or hostile values, and
 * what must hold of each. A test runs a sample, {@code ./motcua simulate inputs} a million. A
 * failing input is printed with its seed and run and is replayed alone.
 */
package motcua.ingest.simulation;
