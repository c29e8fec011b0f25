package motcua.ingest.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
  private static final Pattern CODE = Pattern.compile("[A-Z_]{1,40}");
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
    if (code(type) != null) {
      kept.put("type", type);
    }
    return kept;
  }

  /**
   * Why this may not be kept as it is, as a dead letter prints it; empty when nothing looks
   * personal (national-payload.md D34).
   */
  Optional<String> personal(PersonalData guard) {
    Map<String, Boolean> found = new LinkedHashMap<>();
    found.put("source", guard.isIn(source));
    found.put("dossierId", guard.isInIdentifier(dossierId));
    found.put("eventId", guard.isInIdentifier(eventId));
    found.put("unit", guard.isIn(unit));
    found.put("procedure", guard.isIn(procedure));
    found.put("field", guard.isIn(field));
    return found.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(name -> Reason.PERSONAL_DATA.text(name.getKey()))
        .findFirst();
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
    String way = code(channel);
    if (receivingUnit != null || procedure != null || field != null || way != null) {
      event.setReception(new Reception(receivingUnit, procedure, field, way));
    }
    if (transferred && unit != null) {
      event.setTransfer(new Transfer(unit));
    }
    String why = code(reason);
    String dueReason = suspended ? null : why;
    if (dueAt != null || dueReason != null) {
      event.setDue(new Due(dueAt, dueReason));
    }
    if (suspended && why != null) {
      event.setSuspension(new Suspension(why));
    }
    if (code(components) != null) {
      event.setDigitisation(new Digitisation(components));
    }
    if (online != null) {
      event.setFee(new Fee(online));
    }
  }

  /** Lists of codes may grow, but free text in their place names people and says nothing to us. */
  private static String code(String text) {
    return text != null && CODE.matcher(text).matches() ? text : null;
  }
}
