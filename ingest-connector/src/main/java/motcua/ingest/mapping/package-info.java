/**
 * Raw record in, event or dead letter out: a pure function of the bytes, the settings and the clock
 * it is handed. It keeps an allow-list of fields (national-payload.md 2 and 7): whatever is not
 * named here never leaves the process.
 */
package motcua.ingest.mapping;
