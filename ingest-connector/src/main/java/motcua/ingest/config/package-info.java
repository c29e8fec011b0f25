/**
 * What an operator sets on the connector: keys, defaults, checks, and the typed values the rest is
 * built from.
 */
package motcua.ingest.config;
