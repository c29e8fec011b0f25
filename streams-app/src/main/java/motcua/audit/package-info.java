/**
 * The self-audit: recounts every cell of the ledger straight from the event log and compares. Start
 * at {@link motcua.audit.Audit}; the counting itself is in {@code motcua.audit.recount} and shares
 * nothing with the processors. Here are its surroundings: which part of the log, gathering by
 * dossier in bounded memory, comparing, and when it runs.
 */
package motcua.audit;
