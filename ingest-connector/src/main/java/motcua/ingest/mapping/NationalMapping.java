package motcua.ingest.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import motcua.ingest.source.Fingerprint;
import motcua.ingest.source.RawRecord;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Sighting;

/**
 * A record of a national batch to a sighting stripped of personal data (national-payload.md 2, 3,
 * 6, 7). It judges only what the record in hand shows; whatever needs a second record is left to
 * the interpretation. Not thread-safe.
 */
public final class NationalMapping {
  private static final Set<String> DOSSIER_SERVICES = Set.of("dongbohosomc", "laydanhsachhoso");
  private static final Set<String> PROGRESS_SERVICES =
      Set.of("capnhattiendohosomc", "capnhatientrinh", "capnhattientrinh");

  private final JsonFactory json = Json.lenientFactory();
  private final String source;
  private final PersonalData guard;
  private final LinkHash links;

  /**
   * A mapping for one connector.
   *
   * @param source system the batches come from; null refuses every record, since they never name it
   * @param guard finds personal data in kept fields
   * @param links hashes file links
   */
  public NationalMapping(String source, PersonalData guard, LinkHash links) {
    this.source = source;
    this.guard = guard;
    this.links = links;
  }

  /** What the envelope says of all its records; both may be null. */
  public record Envelope(String service, String senderUnit) {}

  /** Maps one raw record; never throws on bad input. */
  public Mapped map(RawRecord raw, Envelope envelope, Origin origin, Stamp stamp, long arrival) {
    return switch (raw) {
      case RawRecord.Whole whole -> map(whole, envelope, origin, stamp, arrival);
      case RawRecord.TooLong tooLong ->
          origin.refuse(
              raw, tooLong.fingerprint(), Reason.RECORD_TOO_LONG.text(), source, Map.of(), stamp);
      case RawRecord.BrokenTail tail ->
          origin.refuse(
              raw, tail.fingerprint(), Reason.BATCH_BROKEN.text(), source, Map.of(), stamp);
    };
  }

  private Mapped map(
      RawRecord.Whole raw, Envelope envelope, Origin origin, Stamp stamp, long arrival) {
    NationalRecord record = null;
    String refusal;
    try {
      if (!Utf8.isValid(raw.buffer(), raw.from(), raw.length())) {
        throw new Refused(Reason.ENCODING.text());
      }
      if (!Json.looksLikeUtf8(raw.buffer(), raw.from(), raw.length())) {
        throw new Refused(Reason.JSON_BROKEN.text());
      }
      try (JsonParser parser = json.createParser(raw.buffer(), raw.from(), raw.length())) {
        NationalScalars values = new NationalScalars(parser, guard);
        record = new NationalRecord(values, links);
        read(parser, record);
        return new Mapped.Event(sighted(record, values, raw, envelope, stamp, arrival));
      }
    } catch (Refused e) {
      refusal = e.getMessage();
    } catch (IOException e) {
      refusal = Reason.JSON_BROKEN.text();
    }
    String fingerprint = Fingerprint.of(raw.buffer(), raw.from(), raw.length());
    return origin.refuse(raw, fingerprint, refusal, source, kept(record), stamp);
  }

  private static void read(JsonParser parser, NationalRecord record) throws IOException, Refused {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new Refused(Reason.NOT_AN_OBJECT.text());
    }
    record.read();
    if (parser.nextToken() != null) {
      throw new Refused(Reason.JSON_BROKEN.text());
    }
  }

  private DossierEvent sighted(
      NationalRecord record,
      NationalScalars values,
      RawRecord.Whole raw,
      Envelope envelope,
      Stamp stamp,
      long arrival)
      throws Refused {
    Sighting sighting = record.sighting;
    boolean progress = isProgress(record, envelope.service());
    sighting.setKind(progress ? "PROGRESS" : "DOSSIER");
    sighting.setPosition(raw.number() - 1);
    sighting.setSenderUnit(senderUnit(envelope.senderUnit()));
    if (source == null) {
      values.refuse(Reason.MISSING.text("source"));
    }
    if (record.dossierId == null) {
      values.refuse(Reason.MISSING.text(NationalField.MA_HO_SO.sent()));
    }
    settleStatus(record, values, progress);
    if ("6".equals(sighting.getStatus())) {
      sighting.setFeesPaid(0);
    }
    Long happened = SightingTimes.settle(sighting, values, stamp.clockMicros());
    if (progress && sighting.getStepAtMicros() == null && !hasHeaderDate(sighting)) {
      values.refuse(Reason.MISSING.text(NationalField.THOI_DIEM_XU_LY.sent()));
    }
    if (values.refusal() != null) {
      throw new Refused(values.refusal());
    }
    values.writeMarks(sighting);
    return event(record, sighting, stamp, happened, arrival);
  }

  private DossierEvent event(
      NationalRecord record, Sighting sighting, Stamp stamp, Long happened, long arrival) {
    DossierEvent event = new DossierEvent();
    event.setSource(source);
    event.setDossierId(record.dossierId);
    event.setArrival(arrival);
    event.setGeneration(Mapped.GENERATION);
    event.setSighting(sighting);
    stamp.stampSighting(event, happened);
    return event;
  }

  private static boolean isProgress(NationalRecord record, String service) {
    String name = service == null ? "" : service.toLowerCase(Locale.ROOT);
    if (DOSSIER_SERVICES.contains(name)) {
      return false;
    }
    return PROGRESS_SERVICES.contains(name) || record.hasStepField && !record.hasHeaderStatus;
  }

  /** D7: a row without a known status says nothing; a header without one still has its dates. */
  private static void settleStatus(
      NationalRecord record, NationalScalars values, boolean progress) {
    String own = progress ? record.stepStatus : record.headerStatus;
    String other = progress ? record.headerStatus : record.stepStatus;
    String status = own == null ? other : own;
    if (status != null && status.matches("[1-9]|10")) {
      record.sighting.setStatus(status);
    } else if (progress) {
      values.refuse(Reason.STATUS_UNKNOWN.text(NationalField.TRANG_THAI.sent()));
    } else {
      values.mark("STATUS_UNKNOWN", NationalField.TRANG_THAI_HO_SO);
    }
  }

  private static boolean hasHeaderDate(Sighting sighting) {
    return sighting.getSubmittedAtMicros() != null
        || sighting.getReceivedAtMicros() != null
        || sighting.getCompletedAtMicros() != null
        || sighting.getReturnedAtMicros() != null
        || sighting.getRefusedAtMicros() != null;
  }

  private String senderUnit(String sent) {
    String code = sent == null ? "" : sent.strip();
    boolean usable = !code.isEmpty() && !code.equalsIgnoreCase("null") && Text.fault(code) == null;
    return usable && !guard.isIn(code) ? code : null;
  }

  private Map<String, String> kept(NationalRecord record) {
    Map<String, String> kept = new HashMap<>();
    if (record != null) {
      EventContent.keep(kept, "dossierId", record.dossierId, guard);
      String status = record.headerStatus == null ? record.stepStatus : record.headerStatus;
      EventContent.keep(kept, "status", status, guard);
    }
    return kept;
  }
}
