package motcua.standalone.personal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lines of canonical events (ledger.md 2) with canaries wherever a sender may put a person. */
final class CanonicalCanaries {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RECEIVED = "2026-08-03T08:00:00+07:00";

  private final Canaries canaries;
  private final List<String> lines = new ArrayList<>();
  private int made;

  CanonicalCanaries(Canaries canaries) {
    this.canaries = canaries;
  }

  /** Lines that are events; {@code where} begins the names of their canaries. */
  CanonicalCanaries sound(String where) {
    line(where, "RECEIVED", event -> {});
    line(
        where,
        "SUSPENDED",
        event -> event.put("reason", "Chờ giấy khai sinh của " + canaries.text(where + ".reason")));
    line(
        where,
        "COMPONENTS_DIGITISED",
        event -> event.put("components", canaries.text(where + ".components")));
    line(where, "COMPLETED", event -> event.put("reason", canaries.word(where + ".word")));
    return this;
  }

  /** Lines that are refused, a reason each. */
  CanonicalCanaries refused(String where) {
    for (String field : List.of("dossierId", "unit", "procedure", "field", "source")) {
      line(where, "RECEIVED", event -> event.put(field, canaries.identity()));
      line(where, "RECEIVED", event -> event.put(field, "Bà X, " + canaries.spacedPhone()));
    }
    line(where, "RECEIVED", event -> event.put("eventId", canaries.mail(where + ".eventId")));
    line(where, "RECEIVED", event -> event.put("unit", canaries.mail(where + ".unit")));
    for (String field : List.of("channel", "type", "occurredAt", "recordedAt", "dueAt", "online")) {
      line(where, "RECEIVED", event -> event.put(field, canaries.text(where + "." + field)));
    }
    line(where, "RECEIVED", event -> event.put("occurredAt", "2026-08-03T08:00:00"));
    line(where, "RECEIVED", event -> event.putNull("eventId"));
    line(where, "RECEIVED", event -> event.putObject("unit").put("ten", canaries.text("unit.o")));
    String tooLong = canaries.text(where + ".tooLong") + "x".repeat(600);
    line(where, "RECEIVED", event -> event.put("unit", tooLong));
    line(where, "RECEIVED", event -> event.put("unit", canaries.text(where + ".bell") + "\u0007"));
    lines.add("[\"" + canaries.text(where + ".array") + "\"]");
    lines.add("{\"eventId\":\"x\",\"ten\":\"" + canaries.text(where + ".cut"));
    lines.add("{" + canaries.text(where + ".bare") + "}");
    lines.add("{\"ten\":\"" + canaries.text(where + ".long") + "y".repeat(1 << 20) + "\"}");
    return this;
  }

  /** All lines, the last one broken as UTF-8. */
  byte[] bytes(String where) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    lines.forEach(line -> bytes.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8)));
    String last = "{\"ten\":\"" + canaries.text(where + ".encoding");
    bytes.writeBytes(last.getBytes(StandardCharsets.UTF_8));
    bytes.write(0xff);
    bytes.writeBytes("\"}\n".getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private void line(String where, String type, Consumer<ObjectNode> change) {
    ObjectNode event = JSON.createObjectNode();
    event.put("eventId", where + ":" + ++made).put("dossierId", where).put("source", "h99-events");
    event.put("type", type).put("occurredAt", RECEIVED).put("recordedAt", RECEIVED);
    event.put("unit", NationalCanaries.UNIT).put("channel", "DIRECT");
    event.put("procedure", "1.990001").put("field", "G99-MA01").put("retracted", false);
    String here = where + ".line" + made;
    event.put("applicant", canaries.text(here + ".applicant"));
    event
        .putObject("person")
        .put("cccd", canaries.identity())
        .putArray("phones")
        .add(canaries.phone());
    event.put(canaries.word(here + ".nameOfAField"), canaries.mail(here + ".unknown"));
    change.accept(event);
    lines.add(event.toString());
  }
}
