package motcua.ingest.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * The fields of one canonical event (ledger.md 2) as the line gives them. Reads the whole line even
 * past a wrong value, so that a dead letter can name the event; the first wrong value is what it is
 * refused for. One object is used again for every line.
 */
final class CanonicalFields {
  String eventId;
  String source;
  String dossierId;
  String type;
  String unit;
  String procedure;
  String field;
  String channel;
  String reason;
  String components;
  Long occurredAt;
  Long recordedAt;
  Long dueAt;
  Boolean online;
  boolean retracted;

  /** Why the line is refused, or null while nothing is wrong. */
  String refusal;

  /** Reads one line; {@code parser} stands at the object's start. */
  void read(JsonParser parser) throws IOException {
    clear();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      switch (name) {
        case "eventId" -> eventId = text(parser, token, name);
        case "source" -> source = text(parser, token, name);
        case "dossierId" -> dossierId = text(parser, token, name);
        case "type" -> type = text(parser, token, name);
        case "unit" -> unit = text(parser, token, name);
        case "procedure" -> procedure = text(parser, token, name);
        case "field" -> field = text(parser, token, name);
        case "channel" -> channel = text(parser, token, name);
        case "reason" -> reason = text(parser, token, name);
        case "components" -> components = text(parser, token, name);
        case "occurredAt" -> occurredAt = time(parser, token, name);
        case "recordedAt" -> recordedAt = time(parser, token, name);
        case "dueAt" -> dueAt = time(parser, token, name);
        case "online" -> online = truth(parser, token, name);
        case "retracted" -> retracted = Boolean.TRUE.equals(truth(parser, token, name));
        default -> parser.skipChildren();
      }
    }
  }

  /** Refuses the line unless it was refused before. */
  void refuse(String why) {
    if (refusal == null) {
      refusal = why;
    }
  }

  /** What the line says; an event that names no source is one of {@code defaultSource}. */
  EventContent content(String defaultSource) {
    return new EventContent(
        eventId,
        source == null ? defaultSource : source,
        dossierId,
        type,
        unit,
        procedure,
        field,
        channel,
        reason,
        components,
        occurredAt,
        recordedAt,
        dueAt,
        online,
        retracted);
  }

  void clear() {
    eventId = source = dossierId = type = unit = procedure = field = channel = reason = null;
    components = null;
    occurredAt = recordedAt = dueAt = null;
    online = null;
    retracted = false;
    refusal = null;
  }

  /** A code; a number will do. Blank counts as absent. */
  private String text(JsonParser parser, JsonToken token, String name) throws IOException {
    switch (token) {
      case VALUE_NULL -> {
        return null;
      }
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        String text = parser.getText();
        if (text.isBlank()) {
          return null;
        }
        Reason fault = Text.fault(text);
        if (fault == null) {
          return text;
        }
        refuse(fault.text(name));
      }
      default -> wrongType(parser, name);
    }
    return null;
  }

  private Long time(JsonParser parser, JsonToken token, String name) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_STRING) {
      wrongType(parser, name);
      return null;
    }
    char[] text = parser.getTextCharacters();
    int from = parser.getTextOffset();
    int length = parser.getTextLength();
    switch (IsoTime.read(text, from, length)) {
      case TimeReading.At(long micros) -> {
        return micros;
      }
      case TimeReading.Local(long micros) -> refuse(Reason.TIME_WITHOUT_OFFSET.text(name));
      case TimeReading.Day(long micros) -> refuse(Reason.TIME_WITHOUT_OFFSET.text(name));
      case TimeReading.Unreadable() -> {
        if (!new String(text, from, length).isBlank()) {
          refuse(Reason.TIME_UNREADABLE.text(name));
        }
      }
    }
    return null;
  }

  private Boolean truth(JsonParser parser, JsonToken token, String name) throws IOException {
    switch (token) {
      case VALUE_TRUE, VALUE_FALSE -> {
        return token == JsonToken.VALUE_TRUE;
      }
      case VALUE_NULL -> {
        return null;
      }
      default -> {
        boolean blank = token == JsonToken.VALUE_STRING && parser.getText().isBlank();
        if (!blank) {
          wrongType(parser, name);
        }
        return null;
      }
    }
  }

  private void wrongType(JsonParser parser, String name) throws IOException {
    refuse(Reason.WRONG_TYPE.text(name));
    parser.skipChildren();
  }
}
