/**
 * What happens to a dossier: its lifecycle events and their revisions (ledger.md 2). What follows
 * from them is in core.journal.
 */
package motcua.core.dossier;
