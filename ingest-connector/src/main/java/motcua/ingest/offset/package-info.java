/** Where a spool file goes on: typed, to and from the maps Kafka Connect stores. JDK only. */
package motcua.ingest.offset;
