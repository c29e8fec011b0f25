package motcua.core.dossier;

import java.time.Instant;
import java.util.Objects;

/**
 * What happened to a dossier (ledger.md 2), one record per type. Only values that passed validation
 * become an event, so the mandatory parts are never null; optional parts say so.
 */
public sealed interface LifecycleEvent {
  /** When it happened. */
  Instant occurredAt();

  /** The type's place in the fold order. */
  EventType type();

  /** Received; {@code procedure}, {@code field} and {@code dueAt} may be null. */
  record Received(
      Instant occurredAt,
      String unit,
      String procedure,
      String field,
      Channel channel,
      Instant dueAt)
      implements LifecycleEvent {
    public Received {
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(channel, "channel");
    }

    @Override
    public EventType type() {
      return EventType.RECEIVED;
    }
  }

  /** Re-dated; {@code reason} (EXTENSION, CORRECTION, SUPPLEMENT or a code to come) may be null. */
  record DueChanged(Instant occurredAt, Instant dueAt, String reason) implements LifecycleEvent {
    public DueChanged {
      Objects.requireNonNull(dueAt, "dueAt");
    }

    @Override
    public EventType type() {
      return EventType.DUE_CHANGED;
    }
  }

  /**
   * Suspended; {@code reason} (SUPPLEMENT, FINANCIAL_OBLIGATION, STOPPED or a code to come) may be
   * null.
   */
  record Suspended(Instant occurredAt, String reason) implements LifecycleEvent {
    @Override
    public EventType type() {
      return EventType.SUSPENDED;
    }
  }

  /** Resumed; without {@code dueAt} (null) the due shifts by the working days suspended. */
  record Resumed(Instant occurredAt, Instant dueAt) implements LifecycleEvent {
    @Override
    public EventType type() {
      return EventType.RESUMED;
    }
  }

  /** Result ready (national status 9). */
  record Completed(Instant occurredAt) implements LifecycleEvent {
    @Override
    public EventType type() {
      return EventType.COMPLETED;
    }
  }

  /** Result handed over (national status 10). */
  record Returned(Instant occurredAt) implements LifecycleEvent {
    @Override
    public EventType type() {
      return EventType.RETURNED;
    }
  }

  /** Refused (national status 3). */
  record Refused(Instant occurredAt) implements LifecycleEvent {
    @Override
    public EventType type() {
      return EventType.REFUSED;
    }
  }

  /** Withdrawn by the applicant (national status 7). */
  record Withdrawn(Instant occurredAt) implements LifecycleEvent {
    @Override
    public EventType type() {
      return EventType.WITHDRAWN;
    }
  }

  /** Opened again after a close. */
  record Reopened(Instant occurredAt) implements LifecycleEvent {
    @Override
    public EventType type() {
      return EventType.REOPENED;
    }
  }

  /** Handed to another unit. */
  record Transferred(Instant occurredAt, String unit) implements LifecycleEvent {
    public Transferred {
      Objects.requireNonNull(unit, "unit");
    }

    @Override
    public EventType type() {
      return EventType.TRANSFERRED;
    }
  }

  /** State of the components: NONE, PARTIAL or FULL; null or another code counts as NONE. */
  record ComponentsDigitised(Instant occurredAt, String components) implements LifecycleEvent {
    @Override
    public EventType type() {
      return EventType.COMPONENTS_DIGITISED;
    }
  }

  /** The result exists in electronic form. */
  record ResultDigitised(Instant occurredAt) implements LifecycleEvent {
    @Override
    public EventType type() {
      return EventType.RESULT_DIGITISED;
    }
  }

  /** A fee was paid. */
  record FeePaid(Instant occurredAt, boolean online) implements LifecycleEvent {
    @Override
    public EventType type() {
      return EventType.FEE_PAID;
    }
  }

  /**
   * The office apologised; {@code dueAt}, the promised day, may be null and never moves the due.
   */
  record Apologised(Instant occurredAt, Instant dueAt) implements LifecycleEvent {
    @Override
    public EventType type() {
      return EventType.APOLOGISED;
    }
  }
}
