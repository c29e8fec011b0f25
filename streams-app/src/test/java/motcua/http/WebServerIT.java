package motcua.http;

import static motcua.readmodel.postgres.TestRecords.cell;
import static motcua.readmodel.postgres.TestRecords.deadLetter;
import static motcua.readmodel.postgres.TestRecords.mark;
import static motcua.readmodel.postgres.TestRecords.received;
import static motcua.readmodel.postgres.TestRecords.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import motcua.core.document.Letterheads;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Measure;
import motcua.core.score.ScoringTable;
import motcua.core.unit.UnitTree;
import motcua.metrics.Metrics;
import motcua.readmodel.AuditResult;
import motcua.readmodel.Sourced;
import motcua.readmodel.postgres.TestDatabase;
import motcua.reference.ReferenceLoader;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.RatioValue;
import motcua.schemas.internal.Ratios;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebServerIT {
  private static final AtomicReference<Optional<AuditResult>> AUDITED =
      new AtomicReference<>(Optional.empty());
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-09-16T01:00:00Z"));
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent,level,validFrom,validTo,successor,headName,headEmail
              H23,Huyện Cẩm Giàng,,huyen,,,,Người Đứng Đầu,dau@example.vn
              H23.1,Xã Một,H23,xa,,,,,
              """)
          .orElseThrow();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicReference<Health> READY = new AtomicReference<>(Health.UP);
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static TestWeb web;
  private static WebServer server;

  @BeforeAll
  static void start() {
    DATABASE.project(
        List.of(received("H23.1", "D/1", "2024-09-02"), received("LA", "D2", "2024-09-02")),
        List.of(new Sourced<>(opened("H23.1"), 0, 1), new Sourced<>(opened("LA"), 0, 2)),
        List.of(
            dossier("D/1", Bucket.OPEN_OVERDUE, "2024-09-12T10:00:00Z"),
            dossier("D2", Bucket.OPEN_IN_TIME, "2024-09-18T16:59:59Z"),
            dossier("D3", Bucket.OPEN_IN_TIME, "2024-09-18T17:00:00Z")),
        List.of(new Sourced<>(ratios(), 0, 1)),
        List.of(deadLetter("f1", "NO_DATE", "line 3")));
    web =
        TestWeb.start(
            DATABASE,
            TREE,
            Letterheads.NONE,
            scoring(),
            CLOCK,
            READY::get,
            new Metrics()::scrape,
            AUDITED::get);
    server = web.server();
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void shouldDrawAReportOfALegalQuarter() throws Exception {
    HttpResponse<String> answer = get("/api/report?period=2024-Q3&calendar=legal");

    JsonNode report = JSON.readTree(answer.body());
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("2024-06-15", report.get("from").asText());
    assertEquals("2024-09-14", report.get("to").asText());
    assertEquals(List.of("H23.1", "UNKNOWN/LA"), report.get("rows").findValuesAsText("unit"));
    assertEquals(2, report.get("total").get("received").asInt());
    assertEquals("2024-09-16T08:00:00+07:00", report.get("now").asText());
    assertEquals(
        List.of("CODE_ODD", "CODE_ODD", "CODE_ODD", "UNKNOWN_UNIT"),
        report.get("marks").findValuesAsText("code"));
  }

  @Test
  void shouldKeepAScopeToItsUnits() throws Exception {
    JsonNode report =
        JSON.readTree(get("/api/report?scope=H23.1&from=2024-09-01&to=2024-09-30&by=field").body());

    assertEquals(1, report.get("rows").size());
    assertEquals("", report.get("rows").get(0).get("field").asText());
    assertEquals(1, report.get("total").get("received").asInt());
  }

  @Test
  void shouldPrintTheFormThatIsAskedForAndNothingMoreWithout() throws Exception {
    String quarter = "/api/report?period=2024-Q3";
    JsonNode plain = JSON.readTree(get(quarter).body());
    ObjectNode strict = (ObjectNode) JSON.readTree(get(quarter + "&form=strict").body());
    ObjectNode office = (ObjectNode) JSON.readTree(get(quarter + "&form=II.06a").body());

    assertEquals("strict", strict.at("/form/preset").asText());
    assertEquals("II.06a", office.at("/form/preset").asText());
    assertEquals(2, strict.at("/total/printed/openInTime").asInt());
    assertEquals(2, office.at("/total/printed/openInTimeOrNotDue").asInt());
    assertEquals(1, office.at("/rows/0/printed/receivedTotal").asInt());
    for (ObjectNode printed : List.of(strict, office)) {
      printed.remove("form");
      ((ObjectNode) printed.get("total")).remove("printed");
      printed.get("rows").forEach(row -> ((ObjectNode) row).remove("printed"));
      assertEquals(plain.toString(), printed.toString());
    }
  }

  @Test
  void shouldSetDefinitionsSideBySide() throws Exception {
    HttpResponse<String> answer = get("/api/definitions?scope=H23&period=2024-Q3");
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode definitions = JSON.readTree(answer.body()).get("definitions");

    assertEquals(
        List.of("strict", "II.06a", "QD766", "instant"),
        List.of(
            definitions.at("/0/code").asText(),
            definitions.at("/1/code").asText(),
            definitions.at("/2/code").asText(),
            definitions.at("/3/code").asText()));
    assertEquals("không có số liệu", definitions.at("/0/percent").asText());
    assertEquals(2, definitions.at("/2/numerator").asInt());
    assertEquals(2, definitions.at("/2/denominator").asInt());
    assertEquals("100,00%", definitions.at("/2/percent").asText());
    JsonNode open = definitions.at("/2/causes/5");
    assertEquals("openInTime", open.get("code").asText());
    assertEquals(2, open.get("dossiers").asInt());
    assertEquals(
        2, JSON.readTree(get(open.get("evidence").asText()).body()).get("dossiers").asInt());
    for (String list : definitions.findValuesAsText("evidence")) {
      assertEquals(200, get(list).statusCode(), list);
    }
  }

  @Test
  void shouldRefuseOneDefinitionWhereTheCutIsTooEarlyForIt() throws Exception {
    JsonNode definitions =
        JSON.readTree(get("/api/definitions?period=2024-Q3&knownOn=2024-09-14").body())
            .get("definitions");

    assertEquals(409, definitions.at("/2/problem/status").asInt());
    assertTrue(definitions.at("/2/problem/detail").asText().contains("knownOn"));
    assertTrue(definitions.at("/2/numerator").isMissingNode());
    assertTrue(definitions.at("/1/problem").isMissingNode());
  }

  @Test
  void shouldGiveTheIndicesTheDataAllows() throws Exception {
    JsonNode indices = JSON.readTree(get("/api/indices?period=2024-Q3").body()).get("indices");

    assertEquals(7, indices.size());
    assertEquals("2.1", indices.at("/0/index").asText());
    assertEquals(20, indices.at("/0/score").asInt());
    assertTrue(indices.at("/1/score").isNull());
    assertTrue(indices.at("/1/note").asText().contains("Chưa biết công thức"));
    assertEquals(6, indices.at("/2/score").asInt());
    assertTrue(indices.at("/3/score").isNull(), "no data is not 0");
    assertEquals(0, indices.at("/3/denominator").asInt());
    assertEquals("không có số liệu", indices.at("/3/percent").asText());
  }

  @Test
  void shouldScoreByTheDecisionInForceWithItsEvidence() throws Exception {
    JsonNode scores = JSON.readTree(get("/api/scores?scope=H23&period=2024-Q3").body());

    assertEquals("1704/QĐ-UBND", scores.at("/decision/number").asText());
    assertTrue(scores.at("/criteria/0/points").isNull());
    assertEquals("không có số liệu", scores.at("/criteria/0/state").asText());
    assertEquals("trên 50%", scores.at("/criteria/2/threshold").asText());
    assertEquals(4, scores.at("/criteria/2/points").asInt());
    assertEquals(4, scores.at("/criteria/2/maxPoints").asInt());
    String evidence = scores.at("/criteria/2/evidence/numerator/0").asText();
    assertEquals(2, JSON.readTree(get(evidence).body()).get("dossiers").asInt());
  }

  @Test
  void shouldListTheDossiersBehindAFigure() throws Exception {
    HttpResponse<String> answer =
        get(
            "/api/report/dossiers?scope=H23&column=receivedOnline&period=2024-Q3&knownOn=2024-09-03");

    assertEquals(
        "{\"scope\":\"H23\",\"column\":\"receivedOnline\",\"from\":\"2024-06-15\",\"to\":\"2024-09-14\",\"knownOn\":\"2024-09-03\","
            + "\"total\":2,\"dossiers\":2,\"page\":1,\"pageSize\":50,\"more\":false,\"rows\":["
            + row("D/1", "H23.1")
            + ","
            + row("D2", "UNKNOWN/LA")
            + "]}",
        answer.body());
  }

  private static String row(String dossierId, String unit) {
    return ("{\"source\":\"h56\",\"dossierId\":\"%1$s\",\"unit\":\"%2$s\",\"field\":\"DD\",\"procedure\":\"1.001\",\"count\":1,"
            + "\"causes\":[{\"cause\":\"e-%1$s\",\"countsOn\":\"2024-09-02\",\"knownOn\":\"2024-09-02\",\"count\":1,"
            + "\"unit\":\"%2$s\",\"from\":\"NONE\",\"to\":\"OPEN_IN_TIME\"}]}")
        .formatted(dossierId, unit);
  }

  @Test
  void shouldListTheDossiersOfARowOfASplitReport() throws Exception {
    String row = "/api/report/dossiers?column=received&period=2024-Q3&unit=UNKNOWN/LA";

    assertEquals(
        List.of("D2"),
        JSON.readTree(get(row + "&procedure=1.001").body()).findValuesAsText("dossierId"));
    assertEquals(0, JSON.readTree(get(row + "&procedure=").body()).get("total").asInt());
    assertEquals(
        List.of(), JSON.readTree(get(row + "&page=2").body()).findValuesAsText("dossierId"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/report, 400, from",
    "/api/report?from=2024-09-01, 400, to",
    "/api/report?from=2024-13-01&to=2024-09-01, 400, 2024-13-01",
    "/api/report?from=2024-09-02&to=2024-09-01, 400, đảo ngược",
    "/api/report?period=2024-Q5, 400, 2024-Q5",
    "/api/report?period=2024-Q3&from=2024-09-01, 400, cả hai",
    "/api/report?period=2024-Q3&calendar=lunar, 400, lunar",
    "/api/report?period=2024-Q3&by=unit, 400, procedure",
    "/api/report?period=2024-Q3&form=II.06b, 400, '\"form\" phải là một trong: II.06a, strict; không phải \"II.06b\"'",
    "/api/report?period=2024-Q3&form=strict&form=II.06a, 400, nhiều lần",
    "/api/report/dossiers?period=2024-Q3&column=received&form=strict, 400, form",
    "/api/report?period=2024-Q3&knwonOn=2024-09-01, 400, knownOn",
    "/api/report?period=2024-Q3&period=2024-Q2, 400, nhiều lần",
    "/api/report?period=2024-Q3&scope=H99, 404, H99",
    "/api/report/dossiers?period=2024-Q3, 400, closedLate",
    "/api/report/dossiers?period=2024-Q3&column=late, 400, closedLate",
    "/api/report/dossiers?column=received, 400, from",
    "/api/report/dossiers?period=2024-Q3&column=received&field=DD&procedure=1, 400, cả hai",
    "/api/report/dossiers?period=2024-Q3&column=received&scope=H99, 404, H99",
    "/api/report/dossiers?period=2024-Q3&column=received&scope=H23.1&unit=H23, 400, H23.1",
    "/api/report/dossiers?period=2024-Q3&column=received&page=0, 400, page",
    "/api/definitions?period=2024-Q3&by=field, 400, by",
    "/api/definitions?period=2024-Q3&scope=H99, 404, H99",
    "/api/definitions/dossiers?period=2024-Q3, 400, closedAfterDue",
    "/api/definitions/dossiers?period=2024-Q3&moment=late, 400, closedAfterDue",
    "/api/indices?period=2024-Q3&scope=H99, 404, H99",
    "/api/scores?from=2020-01-01&to=2020-03-31, 404, không có quyết định nào có hiệu lực vào ngày cuối kỳ 2020-03-31",
    "/api/ratios?scope=H99, 404, H99",
    "/api/overdue?page=0, 400, page",
    "/api/due?withinWorkingDays=x, 400, withinWorkingDays",
    "/api/dossiers/KHONG, 404, KHONG",
    "/api/nothing, 404, openapi",
  })
  void shouldSayWhatIsWrongWithARequest(String path, int status, String reason) throws Exception {
    HttpResponse<String> answer = get(path);

    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json; charset=utf-8",
        answer.headers().firstValue("content-type").orElse(""));
    JsonNode problem = JSON.readTree(answer.body());
    assertEquals(status, problem.get("status").asInt());
    assertTrue(problem.get("detail").asText().contains(reason), answer.body());
  }

  @Test
  void shouldRefuseToWrite() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "api/report"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    assertEquals(405, CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
  }

  @Test
  void shouldGiveRollingRatiosWithTheNewestEvent() throws Exception {
    JsonNode ratios = JSON.readTree(get("/api/ratios").body());

    assertEquals("2024-09-15T07:00:00+07:00", ratios.get("lastEventAt").asText());
    assertEquals(7, ratios.at("/windows/DAYS_7/late/numerator").asInt());
    assertEquals(9, ratios.at("/windows/DAYS_7/late/denominator").asInt());
  }

  @Test
  void shouldListOverdueDossiersAndThoseDueSoon() throws Exception {
    JsonNode overdue = JSON.readTree(get("/api/overdue?scope=H23").body());
    JsonNode due = JSON.readTree(get("/api/due?scope=H23&withinWorkingDays=2").body());

    assertEquals(1, overdue.get("total").asInt());
    assertEquals("D/1", overdue.at("/dossiers/0/dossierId").asText());
    assertEquals(4, overdue.at("/dossiers/0/daysOverdue").asInt());
    assertEquals(1, due.get("total").asInt());
    assertEquals("D2", due.at("/dossiers/0/dossierId").asText());
    assertEquals(2, due.at("/dossiers/0/workingDaysLeft").asInt());
  }

  @Test
  void shouldShowADossierWithItsMoves() throws Exception {
    JsonNode dossier = JSON.readTree(get("/api/dossiers/D%2F1").body()).at("/dossiers/0");

    assertEquals("OPEN_OVERDUE", dossier.get("bucket").asText());
    assertEquals("OPEN_IN_TIME", dossier.at("/postings/0/to").asText());
    assertEquals("2024-09-02", dossier.at("/postings/0/countsOn").asText());
    assertEquals("NONE", dossier.at("/moves/0/from").asText());
    assertEquals("H23.1", dossier.at("/moves/0/toUnit").asText());
    assertEquals("e-D/1", dossier.at("/events/0/eventId").asText());
    assertTrue(dossier.at("/events/0/inForce").asBoolean());
    assertEquals("CODE_ODD", dossier.at("/marks/0/code").asText());
  }

  @Test
  void shouldGiveTheTreeWithoutTheHeadsOfUnits() throws Exception {
    String body = get("/api/units").body();

    assertEquals("H23", JSON.readTree(body).at("/units/1/parent").asText());
    assertFalse(body.contains("Người Đứng Đầu") || body.contains("dau@example.vn"), body);
  }

  @Test
  void shouldTellItsHealthAndItsMeters() throws Exception {
    assertEquals(200, get("/health/live").statusCode());
    assertEquals(200, get("/health/ready").statusCode());
    READY.set(new Health(List.of("projector FAILED")));
    HttpResponse<String> down = get("/health/ready");
    READY.set(Health.UP);
    assertEquals(503, down.statusCode());
    assertTrue(down.body().contains("projector FAILED"));
    assertTrue(get("/metrics").body().contains("jvm_memory_used_bytes"));
  }

  @Test
  void shouldServeThePageWithoutAnythingFromElsewhere() throws Exception {
    HttpResponse<String> page = get("/");

    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("<html lang=\"vi\">"));
    assertTrue(
        page.headers()
            .firstValue("content-security-policy")
            .orElse("")
            .contains("default-src 'self'"));
    for (String file :
        List.of(
            "shell.js",
            "api.js",
            "numbers.js",
            "tables.js",
            "said.js",
            "views/reports.js",
            "views/reports/form.js",
            "views/reconcile.js",
            "views/alerts.js",
            "views/sources.js",
            "views/dossier.js",
            "words/reports.js",
            "style.css",
            "icon.svg")) {
      HttpResponse<String> part = get("/" + file);
      assertEquals(200, part.statusCode(), file);
      assertFalse(
          part.body().replace("http://www.w3.org/2000/svg", "").matches("(?s).*https?://.*"), file);
    }
  }

  @Test
  void shouldTellTheLastAuditAndThatThereWasNone() throws Exception {
    AUDITED.set(Optional.empty());
    assertEquals(404, get("/api/audit").statusCode());
    Instant ended = Instant.parse("2024-09-02T19:31:00Z");
    AUDITED.set(
        Optional.of(
            new AuditResult(
                ended.minusSeconds(60),
                ended,
                null,
                true,
                10,
                4,
                9,
                2,
                1,
                "unit U1: ledger 3, recount 2")));

    JsonNode audit = JSON.readTree(get("/api/audit").body());

    assertEquals(3, audit.get("drift").asInt());
    assertEquals("2024-09-03T02:31:00+07:00", audit.get("finishedAt").asText());
    assertTrue(audit.get("knownTo").isNull());
    assertEquals("unit U1: ledger 3, recount 2", audit.get("firstDifference").asText());
  }

  @Test
  void shouldSayWhatMarksMean() throws Exception {
    JsonNode first = JSON.readTree(get("/api/marks").body()).get(0);

    assertEquals("UNKNOWN_UNIT", first.get("code").asText());
    assertEquals("đơn vị không có trong cây đơn vị", first.get("meaning").asText());
  }

  @Test
  void shouldPublishAReportAndServeItAsItWasPublished() throws Exception {
    HttpResponse<String> made =
        post(
            "/api/snapshots",
            """
            {"scope":"H23","period":"2024-Q3","calendar":"legal","form":"II.06a","author":"Trần Thị B","publish":true}""");
    assertEquals(201, made.statusCode(), made.body());
    JsonNode snapshot = JSON.readTree(made.body());
    JsonNode head = snapshot.get("head");
    assertEquals("final", head.get("state").asText());
    assertEquals("2024-09-15", head.get("knownOn").asText());
    String path = made.headers().firstValue("Location").orElseThrow();

    String body = get(path + "/body").body();
    assertEquals(snapshot.get("sha256").asText(), sha256(body));
    assertEquals(JSON.readTree(body), snapshot.get("report"));
    assertEquals("II.06a", snapshot.at("/form/preset").asText());
    assertTrue(
        snapshot
            .at("/form/paragraphs/0")
            .asText()
            .startsWith("Tổng số hồ sơ tiếp nhận từ ngày 15/06/2024"),
        snapshot.get("form").toString());
    assertEquals(JSON.readTree(made.body()), JSON.readTree(get(path).body()));
    assertEquals(head.get("id"), JSON.readTree(get("/api/snapshots").body()).get(0).get("id"));
    assertTrue(JSON.readTree(get(path + "/proposal").body()).get("changes").isEmpty());

    HttpResponse<String> again =
        post(
            "/api/snapshots",
            """
            {"scope":"H23","period":"2024-Q3","author":"Lê Văn C","publish":true}""");
    assertEquals(409, again.statusCode());
    assertTrue(again.body().contains("đã được công bố"), again.body());
    HttpResponse<String> same =
        post(
            path + "/revisions",
            """
            {"kind":"ERROR","reason":"sai","author":"Lê Văn C"}""");
    assertEquals(409, same.statusCode());
    assertTrue(same.body().contains("không đổi"), same.body());
  }

  private static String sha256(String body) throws Exception {
    return java.util.HexFormat.of()
        .formatHex(
            java.security.MessageDigest.getInstance("SHA-256")
                .digest(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/snapshots | {\"scope\":\"H23\",\"period\":\"2024-Q3\"} | 400 | author",
        "/api/snapshots | {\"scope\":\"H23\",\"from\":\"2024-09-10\",\"to\":\"2024-09-01\",\"author\":\"B\"} | 400 | đảo ngược",
        "/api/snapshots | {\"scope\":\"H99\",\"period\":\"2024-Q3\",\"author\":\"B\"} | 404 | H99",
        "/api/snapshots | {\"scope\":\"H23\",\"period\":\"2024-Q4\",\"author\":\"B\",\"publish\":true} | 409 | chưa kết thúc",
        "/api/snapshots | {\"scope\":\"H23\",\"form\":\"x\",\"period\":\"2024-Q3\",\"author\":\"B\"} | 400 | II.06a",
        "/api/snapshots | {\"scope\":[],\"period\":\"2024-Q3\",\"author\":\"B\"} | 400 | scope",
        "/api/snapshots | nonsense | 400 | JSON",
        "/api/snapshots/7777/revisions | {\"kind\":\"ERROR\",\"reason\":\"r\",\"author\":\"B\"} | 404 | Không có báo cáo",
        "/api/snapshots/x/revisions | {\"kind\":\"ERROR\",\"reason\":\"r\",\"author\":\"B\"} | 404 | x",
        "/api/snapshots/1/revisions | {\"kind\":\"OTHER\",\"reason\":\"r\",\"author\":\"B\"} | 400 | LATE_DATA"
      })
  void shouldSayWhatIsWrongWithAnOrder(String path, String body, int status, String says)
      throws Exception {
    HttpResponse<String> answer = post(path, body);

    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(says), answer.body());
  }

  @Test
  void shouldTakeJsonOnly() throws Exception {
    HttpRequest form =
        HttpRequest.newBuilder(URI.create(server.url() + "api/snapshots"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertEquals(415, CLIENT.send(form, HttpResponse.BodyHandlers.ofString()).statusCode());
  }

  private static HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.url() + path.substring(1)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void shouldDescribeEveryPathItServes() throws Exception {
    Map<String, Object> paths =
        JSON.convertValue(
            JSON.readTree(get("/api/openapi.json").body()).get("paths"),
            new com.fasterxml.jackson.core.type.TypeReference<>() {});

    assertEquals(new TreeSet<>(server.paths()), new TreeSet<>(paths.keySet()));
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.url() + path.substring(1))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Optional<ScoringTable> scoring() {
    Optional<Path> none = Optional.empty();
    return ReferenceLoader.load(
            none,
            none,
            none,
            none,
            none,
            Optional.of(Path.of("../docs/examples/scoring.json")),
            none)
        .scoring();
  }

  private static LedgerEntry opened(String unit) {
    LedgerEntry entry = cell(unit, "2024-09-02", Measure.RECEIVED_ONLINE, 1);
    entry.getAmounts().set(Measure.OPEN_IN_TIME.ordinal(), 1L);
    return entry;
  }

  private static JournalEntry dossier(String id, Bucket bucket, String dueAt) {
    JournalEntry entry = status(id, bucket, mark("CODE_ODD", "2024-09-02", null));
    entry.getStatus().setBooksFromDay((int) LocalDate.of(2024, 9, 2).toEpochDay());
    entry.getStatus().setDueAtMicros(Instant.parse(dueAt).getEpochSecond() * 1_000_000);
    return entry;
  }

  private static Ratios ratios() {
    return Ratios.newBuilder()
        .setScope("ALL")
        .setAsOfDay(19_982)
        .setRatios(List.of(new RatioValue("DAYS_7", "late", 7L, 9L)))
        .build();
  }
}
