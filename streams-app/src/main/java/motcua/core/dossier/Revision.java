package motcua.core.dossier;

import java.time.Instant;
import java.util.Objects;

/**
 * One revision of one event (ledger.md 2).
 *
 * @param eventId unique within the source
 * @param dossierId the dossier the revision names; null only on a bare retraction
 * @param recordedAt when it became known, never after the clock that stamped it
 * @param orderedAt recordedAt as the input claimed it; orders revisions and equals {@code
 *     recordedAt} unless that was capped by the clock
 * @param event what happened; null when {@code retracted} and the content is absent
 * @param retracted true: the event never happened
 * @param content compact JSON of the revision with sorted keys, nulls and recordedAt left out:
 *     equality and ties
 */
public record Revision(
    String eventId,
    String dossierId,
    Instant recordedAt,
    Instant orderedAt,
    LifecycleEvent event,
    boolean retracted,
    String content) {
  public Revision {
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(recordedAt, "recordedAt");
    Objects.requireNonNull(orderedAt, "orderedAt");
    Objects.requireNonNull(content, "content");
    if (!retracted) {
      Objects.requireNonNull(dossierId, "dossierId");
      Objects.requireNonNull(event, "event");
    }
  }
}
