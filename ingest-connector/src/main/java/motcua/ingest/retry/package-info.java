/**
 * Reading refused records again: the order that lies in the spool, and where their originals are.
 * What is wanted is named by fingerprints; no order holds a value of a record.
 */
package motcua.ingest.retry;
