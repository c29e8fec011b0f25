/**
 * The spool folder: which files are closed, who claimed them, and how a file is cut into raw
 * records without ever being whole in memory. Knows bytes, lines and brackets; knows nothing of
 * events, topics or Kafka.
 */
package motcua.ingest.source;
