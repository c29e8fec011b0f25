package motcua.ingest.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import motcua.ingest.source.Fingerprint;
import motcua.ingest.source.RawRecord;
import motcua.schemas.events.Digitisation;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Due;
import motcua.schemas.events.Fee;
import motcua.schemas.events.Reception;
import motcua.schemas.events.Suspension;
import motcua.schemas.events.Transfer;

/**
 * A line of a canonical file to an event (ledger.md 2). What belongs to no type's section is kept
 * all the same: it is part of the revision's content, which decides ties. Unknown fields are
 * dropped. Not thread-safe: its buffers are used again.
 */
public final class CanonicalMapping {
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

  private final JsonFactory json = Json.factory();
  private final CanonicalFields fields = new CanonicalFields();
  private final String defaultSource;
  private final PersonalData guard;

  /**
   * A mapping for one connector.
   *
   * @param defaultSource system of events that name none; null when they must
   * @param guard what a dead letter may not keep
   */
  public CanonicalMapping(String defaultSource, PersonalData guard) {
    this.defaultSource = defaultSource;
    this.guard = guard;
  }

  /** Maps one raw record; never throws on bad input. */
  public Mapped map(RawRecord raw, Origin origin, Stamp stamp, long arrival) {
    return switch (raw) {
      case RawRecord.Whole whole -> map(whole, origin, stamp, arrival);
      case RawRecord.TooLong tooLong ->
          origin.refuse(
              raw,
              tooLong.fingerprint(),
              Reason.RECORD_TOO_LONG.text(),
              defaultSource,
              Map.of(),
              stamp);
      case RawRecord.BrokenTail tail ->
          origin.refuse(
              raw, tail.fingerprint(), Reason.BATCH_BROKEN.text(), defaultSource, Map.of(), stamp);
    };
  }

  private Mapped map(RawRecord.Whole raw, Origin origin, Stamp stamp, long arrival) {
    String refusal = read(raw);
    if (refusal == null) {
      check(stamp.mode());
      refusal = fields.refusal;
    }
    String source = fields.source == null ? defaultSource : fields.source;
    if (refusal == null) {
      return new Mapped.Event(event(source, stamp, arrival));
    }
    String fingerprint = Fingerprint.of(raw.buffer(), raw.from(), raw.length());
    String named = guard.isIn(source) ? null : source;
    return origin.refuse(raw, fingerprint, refusal, named, fields.kept(guard), stamp);
  }

  /** Reads the line into {@link #fields}; why its form is refused, or null. */
  private String read(RawRecord.Whole raw) {
    fields.clear();
    if (!Utf8.isValid(raw.buffer(), raw.from(), raw.length())) {
      return Reason.ENCODING.text();
    }
    if (!Json.looksLikeUtf8(raw.buffer(), raw.from(), raw.length())) {
      return Reason.JSON_BROKEN.text();
    }
    try (JsonParser parser = json.createParser(raw.buffer(), raw.from(), raw.length())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Reason.NOT_AN_OBJECT.text();
      }
      fields.read(parser);
      return parser.nextToken() == null ? null : Reason.JSON_BROKEN.text();
    } catch (IOException e) {
      return Reason.JSON_BROKEN.text();
    }
  }

  /**
   * The rules of ledger.md 2 on what is no event. A retraction needs no content, but what it has
   * must be readable.
   */
  private void check(RecordedAt mode) {
    require(fields.source == null ? defaultSource : fields.source, "source");
    require(fields.eventId, "eventId");
    if (mode == RecordedAt.INPUT) {
      require(fields.recordedAt, "recordedAt");
    }
    if (fields.type != null && !TYPES.contains(fields.type)) {
      fields.refuse(Reason.TYPE_UNKNOWN.text("type"));
    }
    if (!fields.retracted) {
      require(fields.dossierId, "dossierId");
      require(fields.type, "type");
      require(fields.occurredAt, "occurredAt");
      checkContent();
    }
  }

  private void checkContent() {
    if ("RECEIVED".equals(fields.type)) {
      require(fields.unit, "unit");
      require(fields.channel, "channel");
      if (fields.channel != null && !CHANNELS.contains(fields.channel)) {
        fields.refuse(Reason.CHANNEL_UNKNOWN.text("channel"));
      }
    } else if ("TRANSFERRED".equals(fields.type)) {
      require(fields.unit, "unit");
    } else if ("DUE_CHANGED".equals(fields.type)) {
      require(fields.dueAt, "dueAt");
    }
  }

  private void require(Object value, String name) {
    if (value == null) {
      fields.refuse(Reason.MISSING.text(name));
    }
  }

  private DossierEvent event(String source, Stamp stamp, long arrival) {
    DossierEvent event = new DossierEvent();
    event.setSource(source);
    event.setDossierId(fields.dossierId);
    event.setEventId(fields.eventId);
    event.setType(fields.type);
    event.setOccurredAtMicros(fields.occurredAt);
    event.setArrival(arrival);
    event.setGeneration(Json.GENERATION);
    event.setRetracted(fields.retracted);
    stamp.stampEvent(event, fields.recordedAt, fields.occurredAt);
    sections(event);
    return event;
  }

  private void sections(DossierEvent event) {
    boolean transferred = "TRANSFERRED".equals(fields.type);
    boolean suspended = "SUSPENDED".equals(fields.type);
    String receivingUnit = transferred ? null : fields.unit;
    if (receivingUnit != null
        || fields.procedure != null
        || fields.field != null
        || fields.channel != null) {
      event.setReception(
          new Reception(receivingUnit, fields.procedure, fields.field, fields.channel));
    }
    if (transferred && fields.unit != null) {
      event.setTransfer(new Transfer(fields.unit));
    }
    String dueReason = suspended ? null : fields.reason;
    if (fields.dueAt != null || dueReason != null) {
      event.setDue(new Due(fields.dueAt, dueReason));
    }
    if (suspended && fields.reason != null) {
      event.setSuspension(new Suspension(fields.reason));
    }
    if (fields.components != null) {
      event.setDigitisation(new Digitisation(fields.components));
    }
    if (fields.online != null) {
      event.setFee(new Fee(fields.online));
    }
  }
}
