/**
 * Publishing reports: drawn, checked by the rules, kept as they are, and compared with what is
 * known later.
 */
package motcua.snapshot;
