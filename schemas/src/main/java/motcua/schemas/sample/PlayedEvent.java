package motcua.schemas.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A canonical event (ledger.md 2) that an office enters.
 *
 * @param enteredAt when, Vietnam time; a correction is entered later than what it corrects happened
 * @param fields in the order of the contract, without recordedAt
 */
record PlayedEvent(PlayedUnit office, LocalDateTime enteredAt, Map<String, Object> fields) {
  static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
  private static final JsonFactory JSON = new JsonFactory();

  /** An event of a dossier. Each type happens to it at most once, so the type tells them apart. */
  static PlayedEvent of(PlayedDossier dossier, String type, LocalDateTime at) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("eventId", dossier.id() + ":" + type);
    fields.put("source", dossier.office().source());
    fields.put("dossierId", dossier.id());
    fields.put("type", type);
    fields.put("occurredAt", time(at));
    return new PlayedEvent(dossier.office(), at, fields);
  }

  /**
   * The reception of a dossier, the first time or corrected.
   *
   * @param due the appointment; null without one
   * @param enteredAt when this is said of it
   */
  static PlayedEvent reception(PlayedDossier dossier, LocalDateTime due, LocalDateTime enteredAt) {
    PlayedEvent event =
        of(dossier, "RECEIVED", dossier.received())
            .with("unit", dossier.office().code())
            .with("procedure", dossier.procedure().code())
            .with("field", dossier.procedure().field())
            .with("channel", dossier.channel());
    if (due != null) {
      event.with("dueAt", time(due));
    }
    return new PlayedEvent(dossier.office(), enteredAt, event.fields());
  }

  /** The same with one more field. */
  PlayedEvent with(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  /** A moment in the canonical form. */
  static String time(LocalDateTime at) {
    return SECONDS.format(OffsetDateTime.of(at, VIETNAM));
  }

  /** As a line, known to us at a moment. */
  PlayedLine line(LocalDateTime recordedAt) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, Object> field : fields.entrySet()) {
        if (field.getValue() instanceof Boolean flag) {
          json.writeBooleanField(field.getKey(), flag);
        } else {
          json.writeStringField(field.getKey(), (String) field.getValue());
        }
      }
      json.writeStringField("recordedAt", time(recordedAt));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PlayedLine(recordedAt.toInstant(VIETNAM), text.toString());
  }
}
