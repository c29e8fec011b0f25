package motcua.testing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import motcua.codec.Micros;
import motcua.core.dossier.EventType;
import motcua.schemas.events.Digitisation;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Due;
import motcua.schemas.events.Fee;
import motcua.schemas.events.Reception;
import motcua.schemas.events.Suspension;
import motcua.schemas.events.Transfer;

/**
 * Writes canonical events of source {@code s} in few words; recorded when they occur unless told.
 */
public final class EventBuilder {
  public static final String SOURCE = "s";

  private final DossierEvent event = new DossierEvent();

  private EventBuilder() {
    event.setSource(SOURCE);
    event.setGeneration(1);
  }

  /** A local time in Vietnam, {@code 2024-07-01T08:00}, in microseconds. */
  public static long at(String local) {
    return Micros.of(instant(local));
  }

  /** A local time in Vietnam; a bare day is 08:00 of it. */
  public static Instant instant(String local) {
    String text = local.length() == 10 ? local + "T08:00" : local;
    return LocalDateTime.parse(text).toInstant(ZoneOffset.ofHours(7));
  }

  /** Any event. */
  public static EventBuilder event(String dossier, String eventId, EventType type, String when) {
    var builder = new EventBuilder();
    builder.event.setDossierId(dossier);
    builder.event.setEventId(eventId);
    builder.event.setType(type.name());
    builder.event.setOccurredAtMicros(at(when));
    builder.event.setRecordedAtMicros(at(when));
    return builder;
  }

  /** Received online at a unit; {@code due} may be null. */
  public static EventBuilder received(
      String dossier, String eventId, String unit, String when, String due) {
    var builder = event(dossier, eventId, EventType.RECEIVED, when).due(due, null);
    builder.event.setReception(new Reception(unit, "P1", "F1", "ONLINE"));
    return builder;
  }

  /** A retraction that only says which event. */
  public static EventBuilder bareRetraction(String eventId, String recordedAt) {
    var builder = new EventBuilder();
    builder.event.setEventId(eventId);
    builder.event.setRetracted(true);
    return builder.recorded(recordedAt);
  }

  public EventBuilder source(String source) {
    event.setSource(source);
    return this;
  }

  public EventBuilder recorded(String when) {
    event.setRecordedAtMicros(at(when));
    return this;
  }

  public EventBuilder due(String due, String reason) {
    event.setDue(due == null ? null : new Due(at(due), reason));
    return this;
  }

  public EventBuilder suspension(String reason) {
    event.setSuspension(new Suspension(reason));
    return this;
  }

  public EventBuilder toUnit(String unit) {
    event.setTransfer(new Transfer(unit));
    return this;
  }

  public EventBuilder components(String state) {
    event.setDigitisation(new Digitisation(state));
    return this;
  }

  public EventBuilder fee(boolean online) {
    event.setFee(new Fee(online));
    return this;
  }

  public EventBuilder backfill() {
    event.setBackfill(true);
    return this;
  }

  public EventBuilder retracted() {
    event.setRetracted(true);
    return this;
  }

  public DossierEvent build() {
    return event;
  }
}
