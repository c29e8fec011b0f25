/**
 * Rows of tables to events or sightings by a mapping file (docs/mappings.md): rows of CSV and XLSX
 * files and of databases alike. Pure: no file is opened, no clock is read, nothing is logged, since
 * a row can hold anything. Start with {@link motcua.ingest.table.MappingFile}, which reads the
 * YAML, and {@link motcua.ingest.table.TableMapping}, which maps one row.
 */
package motcua.ingest.table;
