package motcua.codec;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The content of a revision as compact JSON, keys sorted, nulls and recordedAt left out, times in
 * +07:00: what ledger.md 2 compares when two revisions were recorded at one instant.
 */
final class EventContent {
  private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(LOCAL);

  private EventContent() {}

  static String of(String source, EventRevision r) {
    StringBuilder json = new StringBuilder(160).append('{');
    text(json, "channel", r.channel());
    text(json, "components", r.components());
    text(json, "dossierId", r.dossierId());
    time(json, "dueAt", r.dueAtMicros());
    text(json, "eventId", r.eventId());
    text(json, "field", r.field());
    time(json, "occurredAt", r.occurredAtMicros());
    flag(json, "online", r.online());
    text(json, "procedure", r.procedure());
    text(json, "reason", r.reason());
    flag(json, "retracted", r.retracted() ? Boolean.TRUE : null);
    text(json, "source", source);
    text(json, "type", r.type() == null ? null : r.type().name());
    text(json, "unit", r.unit());
    return json.append('}').toString();
  }

  private static void key(StringBuilder json, String name) {
    if (json.length() > 1) {
      json.append(',');
    }
    json.append('"').append(name).append("\":");
  }

  private static void flag(StringBuilder json, String name, Boolean value) {
    if (value != null) {
      key(json, name);
      json.append(value.booleanValue());
    }
  }

  private static void time(StringBuilder json, String name, Long micros) {
    if (micros == null) {
      return;
    }
    key(json, name);
    Instant at = Micros.toInstant(micros);
    json.append('"').append(TIME.format(at));
    int fraction = at.getNano() / 1_000;
    if (fraction != 0) {
      String digits = String.valueOf(1_000_000 + fraction).substring(1);
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      json.append('.').append(digits, 0, end);
    }
    json.append("+07:00\"");
  }

  private static void text(StringBuilder json, String name, String value) {
    if (value == null) {
      return;
    }
    key(json, name);
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        default -> {
          if (c < 0x20) {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
