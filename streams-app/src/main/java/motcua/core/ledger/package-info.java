/**
 * The books: buckets, accounts, postings, their legs and sums, and the report row drawn from them
 * (ledger.md 4, 5). Nothing here knows how a dossier comes to its postings (core.journal) or who
 * asks for a report.
 */
package motcua.core.ledger;
