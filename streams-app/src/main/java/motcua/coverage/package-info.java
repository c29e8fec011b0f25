/**
 * How well the sources cover what is shown: which of them are silent, and whose figures are stale
 * with them. Judges what the read model keeps by the rules of silence; decides and sends nothing.
 */
package motcua.coverage;
