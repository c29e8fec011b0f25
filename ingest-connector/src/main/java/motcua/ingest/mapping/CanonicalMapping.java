package motcua.ingest.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import motcua.ingest.source.Fingerprint;
import motcua.ingest.source.RawRecord;

/**
 * A line of a canonical file to an event (ledger.md 2). Unknown fields are dropped. Not
 * thread-safe: its buffers are used again.
 */
public final class CanonicalMapping {
  private final JsonFactory json = Json.factory();
  private final CanonicalFields fields = new CanonicalFields();
  private final String defaultSource;
  private final PersonalData guard;

  /**
   * A mapping for one connector.
   *
   * @param defaultSource system of events that name none; null when they must
   * @param guard finds personal data in what would be kept
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
    EventContent content = fields.content(defaultSource);
    if (refusal == null) {
      refusal =
          fields.refusal == null ? content.refusal(stamp.mode()).orElse(null) : fields.refusal;
    }
    if (refusal == null) {
      refusal = content.personal(guard).orElse(null);
    }
    if (refusal == null) {
      return new Mapped.Event(content.event(stamp, arrival));
    }
    String fingerprint = Fingerprint.of(raw.buffer(), raw.from(), raw.length());
    String named = guard.isIn(content.source()) ? null : content.source();
    return origin.refuse(raw, fingerprint, refusal, named, content.kept(guard), stamp);
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
}
