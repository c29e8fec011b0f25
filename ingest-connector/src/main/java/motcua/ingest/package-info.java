/**
 * The ways in: what brings records of one-stop systems into the event log, and what it cannot read
 * into the dead letters. This package is the source connector over a spool folder.
 *
 * <p>Reading order: {@link motcua.ingest.SpoolSourceTask} assembles; {@code source} finds, claims
 * and cuts files into raw records, {@code sheet} tables into rows; {@code mapping} turns one raw
 * record into an event or a dead letter, purely, {@code table} does so with rows by a mapping file;
 * {@code output} frames what they give; {@code offset} says where an input goes on after a crash;
 * {@code retry} reads dead letters again; {@code config} is what an operator sets. {@code
 * database}, {@code transform} and {@code intake} are the ways in beside the folder: a polled
 * table, the outbox behind Debezium, batches over HTTP. Nothing here knows the ledger: what needs a
 * second record to be judged is left to the interpretation in the streams core.
 */
package motcua.ingest;
