package motcua.ingest.transform;

/** What stands in the payload column of an outbox. */
enum PayloadForm {
  /** A canonical event (ledger.md 2). */
  CANONICAL,
  /** A record of the national payload. */
  NATIONAL
}
