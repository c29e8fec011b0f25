package motcua.topology;

import motcua.codec.EventRevision;
import motcua.codec.Micros;
import motcua.core.interpretation.SeenSighting;

/**
 * What made a dossier change.
 *
 * @param backfill whether an initial load did
 * @param appliedMicros recordedAt of the cause, for freshness
 * @param happenedMicros when what it tells happened; null when no record of the dossier caused it
 */
record Prompt(boolean backfill, long appliedMicros, Long happenedMicros) {
  /** A record of the event log; a retraction that names no time happens when it is recorded. */
  static Prompt of(EventRevision revision, boolean backfill) {
    Long occurred = revision.occurredAtMicros();
    long recorded = revision.recordedAtMicros();
    return new Prompt(backfill, recorded, occurred == null ? recorded : occurred);
  }

  /** A record of a system that only knows current state. */
  static Prompt of(SeenSighting seen) {
    long recorded = Micros.of(seen.recordedAt());
    var happened = seen.sighting().latestHappened();
    return new Prompt(seen.backfill(), recorded, happened == null ? recorded : Micros.of(happened));
  }

  /** What another dossier was told reaches this one too: its source was heard there. */
  static Prompt byMail(EventRevision revision, boolean backfill) {
    return new Prompt(backfill, revision.recordedAtMicros(), null);
  }

  /** Time passed. */
  static Prompt clock(long moment) {
    return new Prompt(false, moment, null);
  }
}
