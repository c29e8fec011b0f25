/**
 * From what is known of a dossier to its journal (ledger.md 3, 4). Reading order: {@link
 * motcua.core.journal.Journal} (the entry: journals and their differences), {@code Knowledge}
 * (which revision of each event holds), {@code Fold} (the events in force to moves, counters and
 * marks), {@code Difference}. Everything is a pure function of the set of revisions, the clock and
 * the rules; nothing here knows Kafka, files or the time.
 */
package motcua.core.journal;
