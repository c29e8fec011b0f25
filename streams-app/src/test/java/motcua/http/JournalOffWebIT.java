package motcua.http;

import static motcua.readmodel.postgres.TestRecords.cell;
import static motcua.readmodel.postgres.TestRecords.mark;
import static motcua.readmodel.postgres.TestRecords.received;
import static motcua.readmodel.postgres.TestRecords.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import motcua.core.document.Letterheads;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Measure;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Sourced;
import motcua.readmodel.postgres.TestDatabase;
import motcua.schemas.internal.LedgerEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user is told where the journal is off. */
class JournalOffWebIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestWeb web;
  private static WebServer server;

  @BeforeAll
  static void start() {
    TestDatabase database = TestDatabase.create();
    database.beginWithoutJournal();
    LedgerEntry opened = cell("H23.1", "2024-09-02", Measure.RECEIVED_ONLINE, 1);
    opened.getAmounts().set(Measure.OPEN_IN_TIME.ordinal(), 1L);
    database.project(
        List.of(received("H23.1", "D1", "2024-09-02")),
        List.of(new Sourced<>(opened, 0, 1)),
        List.of(status("D1", Bucket.OPEN_IN_TIME, mark("CODE_ODD", "2024-09-02", null))),
        List.of(),
        List.of());
    var tree =
        UnitTree.parse(
                """
                code,name,parent,level,validFrom,validTo,successor,headName,headEmail
                H23.1,Xã Một,,xa,,,,,
                """)
            .orElseThrow();
    InstantSource clock = InstantSource.fixed(Instant.parse("2024-09-16T01:00:00Z"));
    web = TestWeb.start(database, tree, Letterheads.NONE, clock);
    server = web.server();
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void shouldGiveTheOtherIndicesAndNoScores() throws Exception {
    JsonNode indices = JSON.readTree(get("/api/indices?period=2024-Q3").body()).get("indices");
    HttpResponse<String> scores = get("/api/scores?period=2024-Q3");

    assertTrue(indices.at("/0/numerator").isNull());
    assertTrue(indices.at("/0/note").asText().contains("readmodel.journal=false"));
    assertTrue(indices.at("/2/denominator").isNumber());
    assertEquals(404, scores.statusCode());
    assertTrue(scores.body().contains("files.scoring"), scores.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/report?period=2024-Q3&by=procedure",
        "/api/report/dossiers?period=2024-Q3&column=received",
        "/api/report/dossiers?period=2024-Q3&column=received&procedure=1.001",
        "/api/definitions?period=2024-Q3",
        "/api/definitions/dossiers?period=2024-Q3&moment=closedAfterDue",
      })
  void shouldSayThatTheJournalIsOff(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertEquals(409, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json; charset=utf-8",
        answer.headers().firstValue("content-type").orElse(""));
    JsonNode problem = JSON.readTree(answer.body());
    assertEquals("Nhật ký bút toán đã tắt", problem.get("title").asText());
    assertTrue(problem.get("detail").asText().contains("readmodel.journal=false"), answer.body());
    assertTrue(problem.get("detail").asText().contains("./motcua rebuild"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&by=field"})
  void shouldDrawWhatTheLedgerAloneGives(String by) throws Exception {
    HttpResponse<String> answer = get("/api/report?period=2024-Q3" + by);

    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(1, JSON.readTree(answer.body()).at("/total/received").asInt());
  }

  @Test
  void shouldLeaveOutOfADossierWhatTheJournalTells() throws Exception {
    HttpResponse<String> answer = get("/api/dossiers/D1");

    JsonNode dossier = JSON.readTree(answer.body()).at("/dossiers/0");
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("OPEN_IN_TIME", dossier.get("bucket").asText());
    assertEquals("CODE_ODD", dossier.at("/marks/0/code").asText());
    assertTrue(dossier.get("journalOff").asText().contains("readmodel.journal=false"));
    for (String part : List.of("events", "moves", "counters", "postings")) {
      assertFalse(dossier.has(part), part);
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.url() + path.substring(1))).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
