/**
 * The way in from a PostgreSQL database that is asked again and again: one table, in windows
 * between two snapshots, so that a row whose transaction commits late is never missed. Start with
 * {@link motcua.ingest.database.WindowQuery}, which says which rows those are; {@code TableIntake}
 * walks them, {@code RowMapping} hands them to the mappings.
 */
package motcua.ingest.database;
