package motcua.http;

import static motcua.readmodel.postgres.TestRecords.cell;
import static motcua.readmodel.postgres.TestRecords.received;
import static motcua.readmodel.postgres.TestRecords.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import motcua.core.document.Letterheads;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Measure;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Sourced;
import motcua.readmodel.postgres.TestDatabase;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.RatioValue;
import motcua.schemas.internal.Ratios;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewWebIT {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-09-16T01:00:00Z"));
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent,level,validFrom,validTo,successor,headName,headEmail
              H23,Huyện Cẩm Giàng,,huyen,,,,,
              H23.1,Xã Một,H23,xa,,,,,
              H23.2,Xã Hai,H23,xa,,,,,
              """)
          .orElseThrow();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static TestWeb web;

  @BeforeAll
  static void start() {
    DATABASE.project(
        List.of(received("H23.1", "D1", "2024-09-16")),
        List.of(
            new Sourced<>(today(), 0, 1),
            new Sourced<>(cameAnd("H23.1", "2024-09-02", Measure.CLOSED_LATE, 1), 0, 2),
            new Sourced<>(cameAnd("H23.1", "2024-09-03", Measure.CLOSED_EARLY, 3), 0, 3),
            new Sourced<>(cameAnd("LA", "2024-09-02", Measure.OPEN_UNDATED, 5), 0, 4)),
        List.of(
            dossier("D1", Bucket.OPEN_IN_TIME, "2024-09-19T16:59:59Z"),
            dossier("D2", Bucket.OPEN_IN_TIME, "2024-09-19T17:00:00Z"),
            dossier("D3", Bucket.OPEN_OVERDUE, "2024-09-12T10:00:00Z")),
        List.of(
            new Sourced<>(ratios("ALL", 2, 50), 0, 1), new Sourced<>(ratios("H23.2", 1, 5), 0, 2)),
        List.of());
    web = TestWeb.start(DATABASE, TREE, Letterheads.NONE, CLOCK);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void shouldGiveTheStateOfEverythingAndOfEachUnit() throws Exception {
    JsonNode overview = json("/api/overview");

    assertEquals("ALL", overview.get("scope").asText());
    assertEquals("Huyện Cẩm Giàng", overview.get("name").asText());
    assertEquals("2024-09-16T08:00:00+07:00", overview.get("now").asText());
    assertEquals("2024-09-15T07:00:00+07:00", overview.get("lastEventAt").asText());
    assertEquals("2024-09-16", overview.get("asOf").asText());
    assertTrue(overview.get("stale").isNull());
    assertEquals(
        "{\"received\":5,\"closed\":2,\"closedLate\":2}", overview.get("today").toString());
    assertEquals(
        "{\"inProgress\":2,\"dueSoon\":1,\"overdue\":1,\"undated\":5,\"suspended\":0}",
        overview.get("open").toString());
    assertEquals(3, overview.get("dueSoonWorkingDays").asInt());
    assertEquals("{\"numerator\":5,\"denominator\":100}", overview.get("limit").toString());
    assertEquals(
        "{\"numerator\":2,\"denominator\":50}",
        overview.at("/windows/LEGAL_QUARTER/late").toString());
    assertEquals(
        List.of("H23.2", "H23.1"), overview.get("units").findValuesAsText("unit"), "no data last");
    assertEquals(1, overview.at("/units/0/late/numerator").asInt());
    assertEquals("xa", overview.at("/units/0/level").asText());
    assertTrue(overview.at("/units/0/trend").isEmpty());
    assertEquals(
        "{\"inProgress\":2,\"dueSoon\":1,\"overdue\":1,\"undated\":0,\"suspended\":0}",
        overview.at("/units/1/open").toString());
    assertEquals(
        "[{\"day\":\"2024-09-02\",\"numerator\":1,\"denominator\":1},"
            + "{\"day\":\"2024-09-09\",\"numerator\":1,\"denominator\":4},"
            + "{\"day\":\"2024-09-16\",\"numerator\":3,\"denominator\":6}]",
        overview.at("/units/1/trend").toString());
    assertTrue(overview.at("/units/1/alert").isNull());
    assertTrue(overview.at("/units/1/stale").isNull());
  }

  @Test
  void shouldAgreeWithTheReportAndTheListOfDueDossiers() throws Exception {
    JsonNode open = json("/api/overview?scope=H23").get("open");
    JsonNode report = json("/api/report?scope=H23&from=2024-06-15&to=2024-09-16").get("total");

    assertEquals(report.get("openInTime"), open.get("inProgress"));
    assertEquals(report.get("openOverdue"), open.get("overdue"));
    assertEquals(report.get("openUndated"), open.get("undated"));
    assertEquals(report.get("suspended"), open.get("suspended"));
    assertEquals(
        json("/api/due?scope=H23&withinWorkingDays=3").get("total").asInt(),
        open.get("dueSoon").asInt());
  }

  @Test
  void shouldKeepToAUnit() throws Exception {
    JsonNode overview = json("/api/overview?scope=H23.2");

    assertEquals(0, overview.at("/open/undated").asInt());
    assertEquals(0, overview.get("units").size());
    assertEquals(5, overview.at("/windows/LEGAL_QUARTER/late/denominator").asInt());
  }

  @Test
  void shouldGiveARatioOverTime() throws Exception {
    JsonNode series = json("/api/units/H23.1/series?days=7&from=2024-09-02&to=2024-09-10");

    assertEquals("H23.1", series.get("unit").asText());
    assertEquals("Xã Một", series.get("name").asText());
    assertEquals("DAYS_7", series.get("window").asText());
    assertEquals("late", series.get("ratio").asText());
    assertEquals("2024-09-02", series.get("from").asText());
    assertEquals(
        List.of(1, 4, 4, 4, 4, 4, 4, 3, 0),
        series.get("points").findValues("denominator").stream().map(JsonNode::asInt).toList());
    assertEquals("2024-09-10", series.at("/points/8/day").asText());
  }

  @Test
  void shouldGiveARatioToDateUpToTodayAtMost() throws Exception {
    JsonNode quarter =
        json(
            "/api/units/ALL/series?toDate=LEGAL_QUARTER&from=2024-09-13&to=2030-01-01&ratio=onTime");

    assertEquals("2024-09-16", quarter.get("to").asText());
    assertEquals(
        "[{\"day\":\"2024-09-13\",\"numerator\":3,\"denominator\":4},"
            + "{\"day\":\"2024-09-14\",\"numerator\":3,\"denominator\":4},"
            + "{\"day\":\"2024-09-15\",\"numerator\":0,\"denominator\":0},"
            + "{\"day\":\"2024-09-16\",\"numerator\":0,\"denominator\":2}]",
        quarter.get("points").toString());
    assertEquals(
        2, json("/api/units/H23/series?toDate=LEGAL_QUARTER").get("points").size(), "by default");
    assertEquals(90, json("/api/units/H23/series").get("points").size());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/overview?scope=H99, 404, H99",
    "/api/overview?unit=H23, 400, scope",
    "/api/units/H99/series, 404, H99",
    "/api/units/H23/series?days=8, 400, 90",
    "/api/units/H23/series?days=7&toDate=MONTH, 400, cả hai",
    "/api/units/H23/series?toDate=DAYS_7, 400, LEGAL_QUARTER",
    "/api/units/H23/series?ratio=overdueOpen, 400, onTime",
    "/api/units/H23/series?from=2024-09-17, 400, tương lai",
    "/api/units/H23/series?from=2023-08-13&to=2024-09-16, 400, 400",
  })
  void shouldSayWhatIsWrong(String path, int status, String reason) throws Exception {
    HttpResponse<String> answer = get(path);

    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(reason), answer.body());
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(web.server().url() + path.substring(1))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static LedgerEntry today() {
    LedgerEntry entry = cell("H23.1", "2024-09-16", Measure.RECEIVED_ONLINE, 5);
    entry.getAmounts().set(Measure.OPEN_IN_TIME.ordinal(), 2L);
    entry.getAmounts().set(Measure.OPEN_OVERDUE.ordinal(), 1L);
    entry.getAmounts().set(Measure.CLOSED_LATE.ordinal(), 2L);
    return entry;
  }

  /** Received on a day, and where they stand at its end. */
  private static LedgerEntry cameAnd(String unit, String day, Measure where, long dossiers) {
    LedgerEntry entry = cell(unit, day, Measure.RECEIVED_DIRECT, dossiers);
    entry.getAmounts().set(where.ordinal(), dossiers);
    return entry;
  }

  private static JournalEntry dossier(String id, Bucket bucket, String dueAt) {
    JournalEntry entry = status(id, bucket);
    entry.getStatus().setBooksFromDay((int) LocalDate.of(2024, 9, 2).toEpochDay());
    entry.getStatus().setDueAtMicros(Instant.parse(dueAt).getEpochSecond() * 1_000_000);
    return entry;
  }

  private static Ratios ratios(String scope, long late, long dated) {
    return Ratios.newBuilder()
        .setScope(scope)
        .setAsOfDay((int) LocalDate.of(2024, 9, 16).toEpochDay())
        .setRatios(List.of(new RatioValue("LEGAL_QUARTER", "late", late, dated)))
        .build();
  }
}
