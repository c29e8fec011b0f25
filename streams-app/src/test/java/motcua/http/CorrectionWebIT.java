package motcua.http;

import static motcua.readmodel.postgres.TestRecords.cell;
import static motcua.readmodel.postgres.TestRecords.day;
import static motcua.readmodel.postgres.TestRecords.received;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import motcua.core.document.Letterheads;
import motcua.core.ledger.Measure;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Sourced;
import motcua.readmodel.postgres.TestDatabase;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A correction that is recorded after publication, as people meet it over HTTP. */
class CorrectionWebIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String REVISION =
      "{\"kind\":\"LATE_DATA\",\"reason\":\"ghi sổ muộn\",\"author\":\"Lê Văn C\"}";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2024-09-20T01:00:00Z"));
  private TestWeb web;

  @Test
  void shouldLeaveWhatIsPublishedAndServeTheRevisionBesideIt() throws Exception {
    TestDatabase database = TestDatabase.create();
    database.project(
        List.of(received("H23.1", "D1", "2024-09-02"), late(received("H23.1", "D2", "2024-09-03"))),
        List.of(
            new Sourced<>(opened("2024-09-02"), 0, 1),
            new Sourced<>(late(opened("2024-09-03")), 0, 2)),
        List.of(),
        List.of(),
        List.of());
    UnitTree units =
        UnitTree.parse("code,name,parent\nH23,Huyện,\nH23.1,Xã Một,H23\n").orElseThrow();
    web = TestWeb.start(database, units, Letterheads.NONE, now::get);
    try {
      String first = publish();
      byte[] bytes = file(first + "/body");
      byte[] workbook = file(first + ".xlsx");
      assertEquals(0, json(get(first + "/proposal")).get("changes").size());
      assertEquals(List.of("PUBLISHED"), acts(first));
      assertEquals(409, send(first + "/revisions", REVISION).statusCode());
      assertEquals(List.of("PUBLISHED", "REFUSED"), acts(first), "an answer stays, its acts grow");

      now.set(Instant.parse("2024-10-10T01:00:00Z"));
      assertProposed(json(get(first + "/proposal")));
      String second = revise(first);

      assertArrayEquals(bytes, file(first + "/body"));
      assertArrayEquals(workbook, file(first + ".xlsx"));
      assertEquals(1, json(get(first)).at("/report/total/received").asInt());
      assertEquals(2, json(get(second)).at("/report/total/received").asInt());
      assertEquals(2, json(get(second)).at("/head/version").asInt());
      assertTrue(!words(workbook).contains("ĐIỀU CHỈNH"));
      String revised = words(file(second + ".xlsx"));
      assertTrue(revised.contains("BẢN ĐIỀU CHỈNH LẦN 1"), revised);
      assertTrue(revised.contains("Điều chỉnh vì số liệu về muộn: ghi sổ muộn."), revised);
    } finally {
      web.close();
    }
  }

  private static void assertProposed(JsonNode proposal) throws Exception {
    List<String> cells = new ArrayList<>();
    for (JsonNode change : proposal.get("changes")) {
      cells.add(
          "%s %s %d %d"
              .formatted(
                  change.get("unit").asText(),
                  change.get("column").asText(),
                  change.get("was").asLong(),
                  change.get("is").asLong()));
    }
    for (String unit : List.of("", "H23.1")) {
      for (String column : List.of("received", "receivedOnline", "openInTime")) {
        assertTrue(cells.contains(unit + " " + column + " 1 2"), cells.toString());
      }
    }
    assertEquals(6, cells.size(), cells.toString());
  }

  /** The dossiers of the difference are those the proposal's link lists. */
  private String revise(String first) throws Exception {
    JsonNode dossiers =
        json(
            get(
                "/api/report/dossiers?scope=H23&period=2024-Q3&unit=H23.1&column=received&knownAfter=2024-09-19&knownOn=2024-10-09"));
    assertEquals(List.of("D2"), dossiers.get("rows").findValuesAsText("dossierId"));
    return post(first + "/revisions", REVISION);
  }

  private List<String> acts(String snapshot) throws Exception {
    return json(get(snapshot)).get("acts").findValuesAsText("act");
  }

  private String publish() throws Exception {
    return post(
        "/api/snapshots",
        "{\"scope\":\"H23\",\"period\":\"2024-Q3\",\"form\":\"II.06a\",\"author\":\"B\",\"publish\":true}");
  }

  private static String words(byte[] workbook) throws Exception {
    try (XSSFExcelExtractor words =
        new XSSFExcelExtractor(new XSSFWorkbook(new ByteArrayInputStream(workbook)))) {
      return words.getText();
    }
  }

  /** Learned on 25 September. */
  private static JournalEntry late(JournalEntry entry) {
    entry.getPostings().getFirst().setKnownOnDay(day("2024-09-25"));
    return entry;
  }

  private static LedgerEntry late(LedgerEntry cell) {
    cell.setKnownOnDay(day("2024-09-25"));
    return cell;
  }

  private static LedgerEntry opened(String day) {
    LedgerEntry cell = cell("H23.1", day, Measure.RECEIVED_ONLINE, 1);
    cell.getAmounts().set(Measure.OPEN_IN_TIME.ordinal(), 1L);
    return cell;
  }

  private static JsonNode json(String body) throws Exception {
    return JSON.readTree(body);
  }

  private String get(String path) throws Exception {
    return new String(file(path), java.nio.charset.StandardCharsets.UTF_8);
  }

  private byte[] file(String path) throws Exception {
    HttpResponse<byte[]> answer =
        CLIENT.send(
            HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode(), path);
    return answer.body();
  }

  /** Does it; where what was made is. */
  private String post(String path, String body) throws Exception {
    HttpResponse<String> answer = send(path, body);
    assertEquals(201, answer.statusCode(), answer.body());
    return answer.headers().firstValue("location").orElseThrow();
  }

  private HttpResponse<String> send(String path, String body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create(web.server().url()).resolve(path);
  }
}
