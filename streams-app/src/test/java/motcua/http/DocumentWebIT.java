package motcua.http;

import static motcua.readmodel.postgres.TestRecords.cell;
import static motcua.readmodel.postgres.TestRecords.received;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import motcua.core.document.Letterheads;
import motcua.core.ledger.Measure;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Sourced;
import motcua.readmodel.postgres.TestDatabase;
import motcua.schemas.internal.LedgerEntry;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents over HTTP, from a snapshot that was really published. */
class DocumentWebIT {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-09-20T01:00:00Z"));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestWeb web;
  private static long id;

  @BeforeAll
  static void start() throws Exception {
    TestDatabase database = TestDatabase.create();
    LedgerEntry opened = cell("H23.1", "2024-09-02", Measure.RECEIVED_ONLINE, 1);
    opened.getAmounts().set(Measure.OPEN_IN_TIME.ordinal(), 1L);
    database.project(
        List.of(received("H23.1", "D1", "2024-09-02")),
        List.of(new Sourced<>(opened, 0, 1)),
        List.of(),
        List.of(),
        List.of());
    web =
        TestWeb.start(
            database,
            UnitTree.parse("code,name,parent,level\nH23,Huyện,,huyen\nH23.1,Xã Một,H23,xa\n")
                .orElseThrow(),
            Letterheads.parse("scope,agency,place,signer\n*,PHÒNG NỘI VỤ,Cẩm Giàng,TRƯỞNG PHÒNG\n")
                .orElseThrow(),
            CLOCK);
    id =
        JSON.readTree(
                post(
                        "/api/snapshots",
                        "{\"scope\":\"H23\",\"period\":\"2024-Q3\",\"form\":\"II.06a\",\"author\":\"B\",\"publish\":true}")
                    .body())
            .get("head")
            .get("id")
            .asLong();
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "late", "shortfall", "summary"})
  void shouldSendAWorkbookOfEachDocument(String document) throws Exception {
    HttpResponse<byte[]> answer =
        file("/api/snapshots/%d.xlsx?document=%s".formatted(id, document));

    assertEquals(200, answer.statusCode());
    String name = answer.headers().firstValue("content-disposition").orElse("");
    assertTrue(name.contains("h23-2024-06-15-2024-09-14-v1.xlsx"), name);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
      assertTrue(book.getNumberOfSheets() > 0);
    }
  }

  @Test
  void shouldSendTheSameBytesForTheSameSnapshot() throws Exception {
    String path = "/api/snapshots/%d.xlsx".formatted(id);
    org.junit.jupiter.api.Assertions.assertArrayEquals(file(path).body(), file(path).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "pdf"})
  void shouldSendTextDocumentsAndPdfs(String format) throws Exception {
    HttpResponse<byte[]> answer = file("/api/snapshots/%d.%s".formatted(id, format));
    assertEquals(200, answer.statusCode());
    assertEquals(format.equals("pdf") ? "%PDF" : "PK\u0003\u0004", new String(answer.body(), 0, 4));
  }

  @Test
  void shouldCompareYearsByLevel() throws Exception {
    JsonNode rows = JSON.readTree(get("/api/years?scope=H23&from=2023&to=2024").body()).get("rows");

    assertEquals(List.of("Cấp xã", "Toàn bộ", "Toàn bộ"), rows.findValuesAsText("level"));
    assertEquals(1, rows.get(0).get("received").asInt());
    assertTrue(rows.get(0).get("year").asText().startsWith("2024 (đến 19/09/2024)"));
    assertEquals(200, file("/api/years.xlsx?scope=H23&from=2023&to=2024").statusCode());
  }

  @Test
  void shouldWriteBesideTheRequestAndSayHowFarItIs() throws Exception {
    HttpResponse<String> begun =
        post("/api/exports", "{\"snapshot\":%d,\"document\":\"report\"}".formatted(id));
    assertEquals(202, begun.statusCode(), begun.body());
    String job = begun.headers().firstValue("location").orElseThrow();

    Instant patience = Instant.now().plus(Duration.ofSeconds(30));
    JsonNode state = JSON.readTree(get(job).body());
    while (state.get("state").asText().equals("RUNNING") && Instant.now().isBefore(patience)) {
      Thread.sleep(50);
      state = JSON.readTree(get(job).body());
    }
    assertEquals("DONE", state.get("state").asText());
    assertEquals(state.get("lines"), state.get("written"));
    assertEquals(
        file("/api/snapshots/%d.xlsx".formatted(id)).body().length,
        file(state.get("file").asText()).body().length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/snapshots/7777.xlsx | 404 | Không có",
        "/api/snapshots/x.xlsx | 404 | x",
        "/api/snapshots/%d.xlsx?document=other | 400 | shortfall",
        "/api/snapshots/%d.xlsx?limit=101 | 400 | limit",
        "/api/snapshots/%d.xlsx?limit=abc | 400 | limit",
        "/api/snapshots/%d.odt | 404 | odt",
        "/api/exports/99 | 404 | 99",
        "/api/years?from=2024&to=2023 | 400 | thứ tự",
        "/api/years?from=2000&to=2024 | 400 | nhiều nhất",
        "/api/years | 400 | Thiếu năm",
      })
  void shouldSayWhatIsWrong(String path, int status, String what) throws Exception {
    HttpResponse<String> answer = get(path.replace("%d", Long.toString(id)));

    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(what), answer.body());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<byte[]> file(String path) throws Exception {
    return CLIENT.send(
        // As every browser asks.
        HttpRequest.newBuilder(uri(path)).header("Accept-Encoding", "gzip").build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static URI uri(String path) {
    return URI.create(web.server().url()).resolve(path);
  }
}
