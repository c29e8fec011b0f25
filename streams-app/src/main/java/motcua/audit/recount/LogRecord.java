package motcua.audit.recount;

import java.time.LocalDate;
import java.util.Optional;
import motcua.schemas.events.DossierEvent;

/**
 * A record of the event log that is no dead letter, as far as it decides where the record belongs.
 * Revisions of one event belong together wherever they stand in the log: one of them may name
 * another dossier, or none.
 */
public sealed interface LogRecord {
  /** The system it came from. */
  String source();

  /** The dossier it names; null on a bare retraction. */
  String dossierId();

  /** The local day on which it became known. */
  LocalDate knownOn();

  /** A revision of an event. */
  record OfEvent(String source, String dossierId, LocalDate knownOn, String eventId)
      implements LogRecord {}

  /** A sighting of a dossier. */
  record OfSighting(String source, String dossierId, LocalDate knownOn) implements LogRecord {}

  /** What a record is; empty when it is a dead letter (ledger.md 2). */
  static Optional<LogRecord> of(DossierEvent record) {
    LocalDate knownOn = LocalTimes.day(LocalTimes.instant(record.getRecordedAtMicros()));
    if (record.getSighting() != null) {
      return Sightings.isSighting(record)
          ? Optional.of(new OfSighting(record.getSource(), record.getDossierId(), knownOn))
          : Optional.empty();
    }
    return Statements.isEvent(record)
        ? Optional.of(
            new OfEvent(record.getSource(), record.getDossierId(), knownOn, record.getEventId()))
        : Optional.empty();
  }
}
