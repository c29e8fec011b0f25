/**
 * The way in behind Debezium: rows of an outbox table, as PostgreSQL's logical decoding gives them,
 * to events. Finds the payload in a change event; what it means is the mappings' matter.
 */
package motcua.ingest.transform;
