/**
 * The way in over HTTP: a gateway that speaks the national sync service and answers success only
 * when the records are durable in the event log.
 *
 * <p>Reading order: {@link motcua.ingest.intake.IntakeProcess} assembles; {@code IntakeServer} is
 * the only class that knows HTTP; {@code Gateway} decides on one request; {@code BatchReading}
 * turns its bytes into framed records; {@code GroupCommit} writes the requests that wait together
 * in one transaction ({@code Transactions}) and answers each when its fate is known. Nothing here
 * reads the ledger.
 */
package motcua.ingest.intake;
