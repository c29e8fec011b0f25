package motcua.schemas.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The forms in which one-stop systems write codes, times and batches (national-payload.md 1). */
enum PayloadDialect {
  /** G1: an envelope, strings everywhere, {@code yyyyMMddHHmmss}. */
  ENVELOPE,
  /** G2: a bare array, the same strings. */
  BARE,
  /** G3: a bare array, integer codes, ISO 8601 times, null for no value. */
  ISO;

  private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final DateTimeFormatter ISO_LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

  void code(JsonGenerator json, String name, int value) throws IOException {
    if (this == ISO) {
      json.writeNumberField(name, value);
    } else {
      json.writeStringField(name, Integer.toString(value));
    }
  }

  void time(JsonGenerator json, String name, Optional<LocalDateTime> time) throws IOException {
    if (time.isPresent()) {
      json.writeStringField(name, format(time.get()));
    } else if (this == ISO) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, "");
    }
  }

  void deleted(JsonGenerator json) throws IOException {
    if (this == ISO) {
      json.writeBooleanField("IsDeleted", false);
    } else {
      json.writeStringField("IsDeleted", "False");
    }
  }

  private String format(LocalDateTime time) {
    if (this != ISO) {
      return COMPACT.format(time);
    }
    // Both ISO forms are in use: without an offset, and with one and decimals.
    String local = ISO_LOCAL.format(time);
    return time.getSecond() % 2 == 0 ? local : local + ".0000000+07:00";
  }

  /** Opens a batch: the generator then stands inside the array of records. */
  void open(JsonGenerator json, String sender, PayloadBatches.Service service) throws IOException {
    if (this == ENVELOPE) {
      json.writeStartObject();
      json.writeStringField("session", "phien-mo-phong");
      json.writeStringField("madonvi", sender);
      json.writeStringField("service", service.payloadName());
      if (service == PayloadBatches.Service.DOSSIERS) {
        json.writeStringField("isUpdating", "False");
      }
      json.writeFieldName("data");
    }
    json.writeStartArray();
  }

  void close(JsonGenerator json) throws IOException {
    json.writeEndArray();
    if (this == ENVELOPE) {
      json.writeEndObject();
    }
  }
}
