/**
 * Who handles dossiers and what they handle: the dated unit tree with its scopes (ledger.md 6), the
 * names and codes other systems use for units, and the catalogue of procedures. Parsers take the
 * text of a file; reading the file is not done here. Heads of units are kept as rows carry them and
 * never leave configuration and the read model.
 */
package motcua.core.unit;
