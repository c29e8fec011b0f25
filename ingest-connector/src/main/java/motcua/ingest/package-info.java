/**
 * The way in: a Kafka Connect source connector that reads a spool folder of national payload
 * batches and canonical events into the event log, and what it cannot read into the dead letters.
 *
 * <p>Reading order: {@link motcua.ingest.SpoolSourceTask} assembles; {@code source} finds, claims
 * and cuts files into raw records; {@code mapping} turns one raw record into an event or a dead
 * letter, purely; {@code offset} says where a file goes on after a crash; {@code config} is what an
 * operator sets. Nothing here knows the ledger: what needs a second record to be judged is left to
 * the interpretation in the streams core.
 */
package motcua.ingest;
