package motcua.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import motcua.ingest.testing.SpoolBench;
import motcua.ingest.testing.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Every field that is not on the allow-list holds a canary; none may come out, whatever becomes of
 * the record.
 */
class PersonalDataCanaryTest {
  private static final String CANARY = "CANARYx";

  /**
   * Kept as sent, or as a unit name (national-payload.md 2); all else is dropped, flagged, counted
   * or hashed.
   */
  private static final Set<String> KEPT =
      Set.of(
          "MaHoSo",
          "MaTTHC",
          "MaLinhVuc",
          "DonViXuLy",
          "HoSoBoSungId",
          "madonvi",
          "service",
          "TrangThaiHoSo",
          "TrangThai",
          "ThoiDiemXuLy",
          "NgayTiepNhan");

  private static final List<String> EXTRA =
      List.of(
          "TenChuHoSo",
          "SoGiayTo",
          "DienThoai",
          "NgaySinh",
          "TenChuGiayTo",
          "MaChuGiayTo",
          "SoBienNhan",
          "eForm",
          "DiaChi");

  @TempDir Path folder;
  private final ObjectMapper json = new ObjectMapper();
  private int planted;

  @Test
  void shouldLetNoValueOfADroppedFieldOut() throws Exception {
    Logger ours = (Logger) LoggerFactory.getLogger("motcua");
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    ours.addAppender(logged);
    ours.setLevel(Level.ALL);
    ours.setAdditive(false);
    StringBuilder everything = new StringBuilder();
    int events = 0;
    int letters = 0;
    for (String name : List.of("payload-example.json", "payload-progress-example.json")) {
      String good = canaries(name);
      String dead = good.replaceAll("\"(TrangThai|MaHoSo)\":\"[^\"]*\"", "\"$1\":\"\"");
      String broken = good.replaceAll("\"MaTTHC\":|\"ThoiDiemXuLy\":", "oops ");
      String truncated = good.substring(0, good.length() / 2);
      String notABatch = "{\"CANARYxkey\":\"CANARYxvalue\"}";
      for (String content : List.of(good, dead, broken, truncated, notABatch)) {
        try (SpoolBench bench = new SpoolBench(folder)) {
          bench.drop("a.json", content);
          Taken taken = bench.start().take();
          events += taken.events().size();
          letters += taken.deadLetters().size();
          everything.append(taken.everything());
        }
      }
    }
    ours.detachAppender(logged);
    ours.setLevel(null);
    ours.setAdditive(true);
    assertFalse(logged.list.isEmpty());
    logged.list.forEach(event -> everything.append(event.getFormattedMessage()).append('\n'));
    assertTrue(planted > 150, "planted " + planted);
    assertTrue(events >= 17 && letters >= 20, events + " events, " + letters + " dead letters");
    assertFalse(everything.toString().contains("CANARY"), () -> around(everything.toString()));
  }

  private String canaries(String name) throws Exception {
    JsonNode batch = json.readTree(Files.readAllBytes(Path.of("src/test/resources", name)));
    plant(batch);
    for (JsonNode record : batch.get("data")) {
      EXTRA.forEach(field -> ((ObjectNode) record).put(field, canary()));
      ((ObjectNode) record)
          .putObject("eFormData")
          .put("hoTen", canary())
          .putArray("con")
          .add(canary());
      ((ObjectNode) record).put(canary(), canary());
    }
    return json.writeValueAsString(batch);
  }

  private void plant(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (object.get(name).isValueNode() && !KEPT.contains(name)) {
          object.put(name, canary());
        }
      }
    }
    node.forEach(this::plant);
  }

  private String canary() {
    planted++;
    return CANARY + planted;
  }

  private static String around(String text) {
    int at = text.indexOf("CANARY");
    return "leaked: ..." + text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 40));
  }

  @Test
  void shouldCountItsOwnCanaries() throws Exception {
    canaries("payload-example.json");
    assertTrue(planted > 100);
    assertEquals(-1, "none".indexOf(CANARY));
  }
}
