package motcua.ingest.mapping;

/**
 * What decides when a record became known (ledger.md 1). Whatever the mode, nothing is known after
 * the clock.
 */
public enum RecordedAt {
  /** Live: our clock when the record is read; a time the source gives is kept for information. */
  CLOCK,
  /** Replay: canonical events carry it; national records get the clock. */
  INPUT,
  /** Initial load: the latest time at which the record says something happened. */
  BACKFILL
}
