package motcua.core.journal;

import motcua.core.ledger.Posting;

/**
 * One element of M(k) (ledger.md 4): a posting without its day of knowledge.
 *
 * @param count +1; -1 for a closing counter taken back by a reopening
 * @param countsOn days since 1970-01-01
 */
record Booking(Posting.Entry entry, int count, long countsOn, String cause) {}
