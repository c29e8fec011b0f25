package motcua.ingest.database;

/** What a row of a table is. */
enum RowsForm {
  /** Columns, by a mapping file. */
  MAPPING,
  /** A canonical event (ledger.md 2) in one column. */
  CANONICAL,
  /** A record of the national payload in one column. */
  NATIONAL
}
