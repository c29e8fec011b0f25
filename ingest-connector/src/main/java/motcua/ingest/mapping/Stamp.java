package motcua.ingest.mapping;

import java.util.Objects;
import motcua.schemas.events.DossierEvent;

/**
 * The clock as it stood when records were read, and what it means for them.
 *
 * @param mode what decides when a record became known
 * @param clockMicros the clock, microseconds since the epoch
 */
public record Stamp(RecordedAt mode, long clockMicros) {
  public Stamp {
    Objects.requireNonNull(mode, "mode");
  }

  /**
   * Stamps an event.
   *
   * @param given recordedAt of the record itself, null without one; never null in mode INPUT
   * @param happened latest time at which the record says something happened, null without one
   */
  void stampEvent(DossierEvent event, Long given, Long happened) {
    switch (mode) {
      case CLOCK -> {
        event.setRecordedAtMicros(clockMicros);
        event.setSourceRecordedAtMicros(given);
      }
      case INPUT -> {
        event.setRecordedAtMicros(Math.min(given, clockMicros));
        event.setClaimedRecordedAtMicros(given > clockMicros ? given : null);
      }
      case BACKFILL -> {
        event.setRecordedAtMicros(happened == null ? clockMicros : Math.min(happened, clockMicros));
        event.setSourceRecordedAtMicros(given);
        event.setBackfill(true);
      }
    }
  }

  /** Stamps a sighting; {@code happened} as above. National records carry no time of their own. */
  public void stampSighting(DossierEvent event, Long happened) {
    boolean backfill = mode == RecordedAt.BACKFILL;
    event.setBackfill(backfill);
    event.setRecordedAtMicros(
        backfill && happened != null ? Math.min(happened, clockMicros) : clockMicros);
  }
}
