package motcua.ingest.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import motcua.schemas.events.Digitisation;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Due;
import motcua.schemas.events.Fee;
import motcua.schemas.events.Reception;
import motcua.schemas.events.Suspension;
import motcua.schemas.events.Transfer;

/**
 * What one canonical event says (ledger.md 2), wherever it was read: a line, a row of a table, a
 * row of a database. Every part may be null; instants are microseconds since the epoch. What
 * belongs to no type's section is kept all the same: it is part of the revision's content, which
 * decides ties.
 */
public record EventContent(
    String eventId,
    String source,
    String dossierId,
    String type,
    String unit,
    String procedure,
    String field,
    String channel,
    String reason,
    String components,
    Long occurredAt,
    Long recordedAt,
    Long dueAt,
    Boolean online,
    boolean retracted) {
  private static final Set<String> TYPES =
      Set.of(
          "RECEIVED",
          "DUE_CHANGED",
          "SUSPENDED",
          "RESUMED",
          "COMPLETED",
          "RETURNED",
          "REFUSED",
          "WITHDRAWN",
          "REOPENED",
          "TRANSFERRED",
          "COMPONENTS_DIGITISED",
          "RESULT_DIGITISED",
          "FEE_PAID",
          "APOLOGISED");
  private static final Set<String> CHANNELS = Set.of("ONLINE", "DIRECT", "POSTAL");

  /** True for a name of ledger.md 2. */
  public static boolean isType(String name) {
    return TYPES.contains(name);
  }

  /** True for {@code ONLINE}, {@code DIRECT} and {@code POSTAL}. */
  public static boolean isChannel(String name) {
    return CHANNELS.contains(name);
  }

  /**
   * The first rule of ledger.md 2 by which this is no event, as a dead letter prints it; empty for
   * an event. A retraction needs no content, but what it has must be readable.
   */
  public Optional<String> refusal(RecordedAt mode) {
    if (source == null) {
      return missing("source");
    }
    if (eventId == null) {
      return missing("eventId");
    }
    if (mode == RecordedAt.INPUT && recordedAt == null) {
      return missing("recordedAt");
    }
    if (type != null && !TYPES.contains(type)) {
      return Optional.of(Reason.TYPE_UNKNOWN.text("type"));
    }
    return retracted ? Optional.empty() : withoutContent();
  }

  private Optional<String> withoutContent() {
    if (dossierId == null) {
      return missing("dossierId");
    }
    if (type == null) {
      return missing("type");
    }
    if (occurredAt == null) {
      return missing("occurredAt");
    }
    return switch (type) {
      case "RECEIVED" -> withoutReception();
      case "TRANSFERRED" -> unit == null ? missing("unit") : Optional.empty();
      case "DUE_CHANGED" -> dueAt == null ? missing("dueAt") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<String> withoutReception() {
    if (unit == null) {
      return missing("unit");
    }
    if (channel == null) {
      return missing("channel");
    }
    return CHANNELS.contains(channel)
        ? Optional.empty()
        : Optional.of(Reason.CHANNEL_UNKNOWN.text("channel"));
  }

  private static Optional<String> missing(String name) {
    return Optional.of(Reason.MISSING.text(name));
  }

  /**
   * Fields that help a person find the record; what looks personal or is no plain code is left out.
   */
  public Map<String, String> kept(PersonalData guard) {
    Map<String, String> kept = new HashMap<>();
    keep(kept, "dossierId", dossierId, guard);
    keep(kept, "eventId", eventId, guard);
    if (type != null && type.matches("[A-Z_]{1,40}")) {
      kept.put("type", type);
    }
    return kept;
  }

  static void keep(Map<String, String> kept, String name, String value, PersonalData guard) {
    if (value != null && !guard.isIn(value)) {
      kept.put(name, value);
    }
  }

  /** The record for the log; only where {@link #refusal} is empty. */
  public DossierEvent event(Stamp stamp, long arrival) {
    DossierEvent event = new DossierEvent();
    event.setSource(source);
    event.setDossierId(dossierId);
    event.setEventId(eventId);
    event.setType(type);
    event.setOccurredAtMicros(occurredAt);
    event.setArrival(arrival);
    event.setGeneration(Mapped.GENERATION);
    event.setRetracted(retracted);
    stamp.stampEvent(event, recordedAt, occurredAt);
    sections(event);
    return event;
  }

  private void sections(DossierEvent event) {
    boolean transferred = "TRANSFERRED".equals(type);
    boolean suspended = "SUSPENDED".equals(type);
    String receivingUnit = transferred ? null : unit;
    if (receivingUnit != null || procedure != null || field != null || channel != null) {
      event.setReception(new Reception(receivingUnit, procedure, field, channel));
    }
    if (transferred && unit != null) {
      event.setTransfer(new Transfer(unit));
    }
    String dueReason = suspended ? null : reason;
    if (dueAt != null || dueReason != null) {
      event.setDue(new Due(dueAt, dueReason));
    }
    if (suspended && reason != null) {
      event.setSuspension(new Suspension(reason));
    }
    if (components != null) {
      event.setDigitisation(new Digitisation(components));
    }
    if (online != null) {
      event.setFee(new Fee(online));
    }
  }
}
