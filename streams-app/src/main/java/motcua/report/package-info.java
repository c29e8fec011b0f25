/**
 * A report as a statement drawn from the ledger (ledger.md 5): named, sorted and checked rows, and
 * its JSON. What a figure sums belongs to {@code readmodel}; how it is asked for over HTTP to
 * {@code http}.
 */
package motcua.report;
