/**
 * What every way in does with a mapped record: the stamp it gets and the bytes it becomes. Knows no
 * place records come from.
 */
package motcua.ingest.output;
