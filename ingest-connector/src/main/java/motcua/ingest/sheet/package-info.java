/**
 * Cuts CSV and XLSX files into rows of {@link motcua.ingest.table}: encodings, delimiters, sheets,
 * limits. Knows what columns a mapping names and hands over no other; what they mean it does not
 * know.
 */
package motcua.ingest.sheet;
