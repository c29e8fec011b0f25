/**
 * The offices' printed forms (rules.md 5): which columns of the ledger each printed column sums,
 * under which heading and number, and what the reader must be told of it (ledger.md 8). Figures of
 * a report row come in, printed figures go out; where a row comes from, and on which paper or
 * screen it ends, is not known here.
 */
package motcua.core.form;
