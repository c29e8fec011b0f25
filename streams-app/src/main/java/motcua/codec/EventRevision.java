package motcua.codec;

import java.util.Objects;
import motcua.core.dossier.Channel;
import motcua.core.dossier.EventType;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.Revision;

/**
 * One revision of a canonical event as it is kept in the store: every field of ledger.md 2 that the
 * input held, also those its type does not use, because they decide between revisions of one
 * instant. Texts may be null.
 *
 * @param dossierId the dossier it names; null on a bare retraction
 * @param type null on a bare retraction
 * @param occurredAtMicros null on a bare retraction
 * @param orderedAtMicros recordedAt as claimed; equals recordedAt unless that was capped by the
 *     clock
 */
public record EventRevision(
    String eventId,
    String dossierId,
    EventType type,
    Long occurredAtMicros,
    long recordedAtMicros,
    long orderedAtMicros,
    boolean retracted,
    String unit,
    String procedure,
    String field,
    String channel,
    Long dueAtMicros,
    String reason,
    String components,
    Boolean online) {
  public EventRevision {
    Objects.requireNonNull(eventId, "eventId");
  }

  /**
   * Its content for comparison with another revision of the same instant: see {@link EventContent}.
   */
  public String content(String source) {
    return EventContent.of(source, this);
  }

  /**
   * The core's view.
   *
   * @param content as {@link EventContent} writes it; empty when no other revision of the event
   *     exists to compare with
   */
  public Revision toRevision(String content) {
    return new Revision(
        eventId,
        dossierId,
        Micros.toInstant(recordedAtMicros),
        Micros.toInstant(orderedAtMicros),
        retracted ? null : toEvent(),
        retracted,
        content);
  }

  private LifecycleEvent toEvent() {
    var at = Micros.toInstant(occurredAtMicros);
    var due = Micros.toInstantNullable(dueAtMicros);
    return switch (type) {
      case RECEIVED ->
          new LifecycleEvent.Received(at, unit, procedure, field, Channel.valueOf(channel), due);
      case DUE_CHANGED -> new LifecycleEvent.DueChanged(at, due, reason);
      case SUSPENDED -> new LifecycleEvent.Suspended(at, reason);
      case RESUMED -> new LifecycleEvent.Resumed(at, due);
      case COMPLETED -> new LifecycleEvent.Completed(at);
      case RETURNED -> new LifecycleEvent.Returned(at);
      case REFUSED -> new LifecycleEvent.Refused(at);
      case WITHDRAWN -> new LifecycleEvent.Withdrawn(at);
      case REOPENED -> new LifecycleEvent.Reopened(at);
      case TRANSFERRED -> new LifecycleEvent.Transferred(at, unit);
      case COMPONENTS_DIGITISED -> new LifecycleEvent.ComponentsDigitised(at, components);
      case RESULT_DIGITISED -> new LifecycleEvent.ResultDigitised(at);
      case FEE_PAID -> new LifecycleEvent.FeePaid(at, Boolean.TRUE.equals(online));
      case APOLOGISED -> new LifecycleEvent.Apologised(at, due);
    };
  }
}
