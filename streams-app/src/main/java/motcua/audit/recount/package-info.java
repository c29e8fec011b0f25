/**
 * The ledger told a second time, from the words of ledger.md 2 to 4 and for clarity alone. It
 * shares nothing with the processors: neither their journal, nor their measures, nor the codecs of
 * their state. Reading order: {@link motcua.audit.recount.Statement} (what a record of the log
 * says), {@link motcua.audit.recount.DossierRecount} (one dossier, day of knowledge by day of
 * knowledge), {@code DossierLife} (what the events known on one day come to).
 *
 * <p>Shared on purpose: the Avro contract, the calendar, the policy and the unit tables, which are
 * inputs, and the interpretation of sightings into events ({@code motcua.core.interpretation}). The
 * interpretation is a pure, versioned reading of what systems sent; auditing it would mean writing
 * it twice, with the same judgements, so the audit begins behind it.
 */
package motcua.audit.recount;
