package motcua.http;

import static motcua.readmodel.postgres.TestRecords.cell;
import static motcua.readmodel.postgres.TestRecords.day;
import static motcua.readmodel.postgres.TestRecords.received;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import motcua.core.document.Letterheads;
import motcua.core.ledger.Measure;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Sourced;
import motcua.readmodel.postgres.TestDatabase;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A printed report over a journal that learned of a dossier after the day of printing. */
class ReconciliationIT {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-10-01T01:00:00Z"));
  private static final UnitTree TREE =
      UnitTree.parse("code,name,parent\nH23,Huyện Mẫu,\nH23.1,Xã Một,H23\n").orElseThrow();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String HEADER =
      "district,province,period_from,period_to,level,metric,ledger_column,value,printed_denominator,unit,source_line,"
          + "printed_text,check_result,scope,printed_on\n";
  private static TestWeb web;
  private static WebServer server;

  @BeforeAll
  static void start() {
    DATABASE.project(
        List.of(received("H23.1", "D1", "2024-09-02"), late(received("H23.1", "D2", "2024-09-03"))),
        List.of(
            new Sourced<>(opened("2024-09-02"), 0, 1),
            new Sourced<>(late(opened("2024-09-03")), 0, 2)),
        List.of(),
        List.of(),
        List.of());
    web = TestWeb.start(DATABASE, TREE, Letterheads.NONE, CLOCK);
    server = web.server();
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  /** Learned on 20 September. */
  private static JournalEntry late(JournalEntry entry) {
    entry.getPostings().getFirst().setKnownOnDay(day("2024-09-20"));
    return entry;
  }

  private static LedgerEntry late(LedgerEntry entry) {
    entry.setKnownOnDay(day("2024-09-20"));
    return entry;
  }

  private static LedgerEntry opened(String day) {
    LedgerEntry entry = cell("H23.1", day, Measure.RECEIVED_ONLINE, 1);
    entry.getAmounts().set(Measure.OPEN_IN_TIME.ordinal(), 1L);
    entry.setField("DD");
    return entry;
  }

  private static String typed(String figures, String more) {
    return "{\"publication\":\"Báo cáo tháng 9\",\"scope\":\"H23\",\"from\":\"2024-09-01\",\"to\":\"2024-09-14\",\"figures\":["
        + figures
        + "]"
        + more
        + "}";
  }

  private static String figure(String metric, String printed) {
    return "{\"metric\":\"%s\",\"printed\":\"%s\"}".formatted(metric, printed);
  }

  private static JsonNode answered(String body) throws Exception {
    HttpResponse<String> answer = post("", "application/json", BodyPublishers.ofString(body));
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static JsonNode difference(String body) throws Exception {
    return answered(body).at("/publications/0/statements/0/differences/0");
  }

  @Test
  void shouldNameTheDossiersThatBecameKnownAfterThePrinting() throws Exception {
    JsonNode found =
        difference(typed(figure("received_new", "1"), ",\"printedOn\":\"2024-09-16\""));

    assertEquals("2", found.get("ledger").asText(), found.toString());
    assertEquals(-1, found.get("difference").asInt());
    assertEquals("1", found.get("atPrint").asText());
    assertEquals("D2", found.at("/learned/0/first/0/dossierId").asText());
    assertEquals(1, found.at("/learned/0/count").asInt());
    assertTrue(
        found.get("says").asText().contains("như đã biết ngày 16/09/2024 cho đúng con số đã in"),
        found.toString());
    JsonNode behind = get(found.at("/learned/0/dossiers").asText());
    assertEquals(List.of("D2"), behind.get("rows").findValuesAsText("dossierId"));
    JsonNode all = get(found.at("/cells/0/dossiers").asText());
    assertEquals(List.of("D1", "D2"), all.get("rows").findValuesAsText("dossierId"));
  }

  @Test
  void shouldSayHowMuchOfADifferenceItCannotFollow() throws Exception {
    JsonNode part = difference(typed(figure("received_new", "7"), ",\"printedOn\":\"2024-09-16\""));
    assertEquals("D2", part.at("/learned/0/first/0/dossierId").asText());
    assertTrue(part.get("says").asText().contains("đổi từ 1 thành 2; phần còn lại"));

    JsonNode none = difference(typed(figure("received_new", "7"), ",\"printedOn\":\"2024-09-25\""));
    assertEquals(0, none.get("learned").size());
    assertTrue(none.get("says").asText().contains("cũng cho 2"), none.toString());

    JsonNode unknown = difference(typed(figure("received_new", "7"), ""));
    assertTrue(unknown.get("says").asText().startsWith("Chưa biết ngày in"), unknown.toString());

    JsonNode cut =
        difference(
            typed(
                figure("received_new", "7"),
                ",\"printedOn\":\"2024-09-16\",\"knownOn\":\"2024-09-16\""));
    assertEquals("1", cut.get("ledger").asText());
    assertTrue(cut.get("says").asText().contains("không sau ngày in"), cut.toString());
  }

  @Test
  void shouldCompareRowsOfUnitsAndFields() throws Exception {
    JsonNode found =
        answered(
            typed(
                "{\"metric\":\"received_new\",\"printed\":\"2\",\"unit\":\"H23.1\"},"
                    + "{\"metric\":\"received_new\",\"printed\":\"2\",\"field\":\"DD\"},"
                    + "{\"metric\":\"received_new\",\"printed\":\"3\",\"field\":\"XX\"}",
                ""));

    assertEquals(1, found.at("/summary/differences").asInt(), found.toString());
    JsonNode field = found.at("/publications/0/statements/2");
    assertEquals("XX", field.get("field").asText());
    assertEquals("0", field.at("/differences/0/ledger").asText());
    assertEquals(0, get(field.at("/differences/0/cells/0/dossiers").asText()).get("total").asInt());
  }

  /** One dossier carried over, one received: 100 % of the received, 50 % of both. */
  @Test
  void shouldRemarkARatioOnAnotherBase() throws Exception {
    JsonNode found =
        answered(
            typed(figure("online_dossiers_pct", "50%"), "").replace("2024-09-01", "2024-09-03"));

    JsonNode remarks = found.at("/publications/0/statements/0/remarks");
    assertTrue(
        remarks.findValuesAsText("says").stream()
            .anyMatch(says -> says.endsWith("mẫu số khác: kỳ trước chuyển sang + tiếp nhận")),
        found.toString());
    assertEquals(remarks.size(), found.at("/summary/remarks").asInt());
    assertEquals(0, found.at("/summary/differences").asInt());
  }

  @Test
  void shouldAgreeWhereNothingIsWrong() throws Exception {
    JsonNode found =
        answered(typed(figure("received_new", "2") + "," + figure("pending_total", "2"), ""));

    assertTrue(found.at("/summary/agrees").asBoolean(), found.toString());
  }

  @Test
  void shouldTakeTheScopeAndTheDayOfAFileFromTheAddressWhereItHasNone() throws Exception {
    String line = "A,B,2024-09-01,2024-09-14,district,x,received,1,,dossiers,1,1,none,";
    for (String[] way :
        new String[][] {
          {"?scope=H23&printedOn=2024-09-16", line + ",\n"}, {"", line + "H23,2024-09-16\n"}
        }) {
      HttpResponse<String> answer =
          post(way[0], "text/csv", BodyPublishers.ofString(HEADER + way[1]));
      assertEquals(200, answer.statusCode(), answer.body());
      assertEquals(
          "D2",
          JSON.readTree(answer.body())
              .at("/publications/0/statements/0/differences/0/learned/0/first/0/dossierId")
              .asText(),
          answer.body());
    }
  }

  @Test
  void shouldTellEveryFaultOfAFileAtOnce() throws Exception {
    HttpResponse<String> unreadable =
        post(
            "",
            "text/csv",
            BodyPublishers.ofString(
                HEADER
                    + "A,B,1/9,2024-09-14,district,x,received,1,,dossiers,1,1,none,H23,\n"
                    + "A,B,2024-09-01,2024-09-14,district,y,luck,9.5,,dossiers,1,1,none,H23,\n"));
    assertEquals(400, unreadable.statusCode());
    JsonNode problem = JSON.readTree(unreadable.body());
    assertEquals(3, problem.get("errors").size(), unreadable.body());
    assertEquals(List.of("2", "3", "3"), problem.get("errors").findValuesAsText("line"));
    assertEquals("period_from", problem.at("/errors/0/column").asText());
    assertTrue(problem.get("detail").asText().startsWith("Có 3 chỗ sai"));
    assertTrue(unreadable.headers().firstValue("Content-Type").orElse("").contains("problem+json"));

    HttpResponse<String> unknown =
        post(
            "",
            "text/csv",
            BodyPublishers.ofString(
                HEADER
                    + "A,B,2024-09-01,2024-09-14,district,x,received,1,,dossiers,1,1,none,H77,\n"
                    + "A,B,2024-09-01,2024-09-14,communes,x,received,1,,dossiers,1,1,none,H23,\n"
                    + "A,B,2024-09-01,2024-09-14,communes,z,refused,1,,dossiers,1,1,none,H78,\n"));
    assertEquals(400, unknown.statusCode(), unknown.body());
    assertEquals(
        List.of("2", "4"), JSON.readTree(unknown.body()).get("errors").findValuesAsText("line"));
    assertTrue(unknown.body().contains("H77"), unknown.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text/plain | '' | x | 415 | text/csv",
        "text/csv | '' | '' | 400 | không có gì",
        "text/csv | ?luck=1 | x | 400 | luck",
        "text/csv | ?knownOn=16.9 | x | 400 | knownOn",
        "application/json | '' | '' | 400 | JSON",
        "application/json | '' | [] | 400 | đối tượng",
        "application/json | ?scope=H23 | {} | 400 | scope",
        "application/json | '' | {\"from\":\"2024-09-01\"} | 400 | to",
        "application/json | '' | {\"from\":\"2024-09-14\",\"to\":\"2024-09-01\"} | 400 | đảo ngược",
        "application/json | '' | {\"period\":\"2024-Q3\"} | 400 | figures",
        "application/json | '' | {\"period\":\"2024-Q3\",\"figures\":[]} | 400 | chưa có con số nào",
        "application/json | '' | {\"period\":\"2024-Q3\",\"figures\":[7]} | 400 | dòng 1",
        "application/json | '' | {\"period\":\"2024-Q3\",\"figures\":[{\"metric\":\"luck\",\"printed\":\"1\"}]} | 400 | luck",
        "application/json | '' | {\"period\":\"2024-Q3\",\"scope\":\"H99\",\"figures\":[{\"metric\":\"refused\",\"printed\":\"1\"}]} | 400 | H99"
      })
  void shouldSayWhatIsWrong(String type, String query, String body, int status, String says)
      throws Exception {
    HttpResponse<String> answer = post(empty(query), type, BodyPublishers.ofString(empty(body)));

    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(JSON.readTree(answer.body()).get("detail").asText().contains(says), answer.body());
  }

  private static String empty(String text) {
    return text.equals("''") ? "" : text;
  }

  @Test
  void shouldRefuseWhatIsTooLargeOrNotUtf8() throws Exception {
    HttpResponse<String> large =
        post("", "text/csv", BodyPublishers.ofByteArray(new byte[BodyText.MAX_BYTES + 1]));
    assertEquals(413, large.statusCode(), large.body());
    assertTrue(large.body().contains("1024 KiB"), large.body());

    HttpResponse<String> latin =
        post("", "text/csv", BodyPublishers.ofByteArray(new byte[] {(byte) 0xC3, 'a'}));
    assertEquals(400, latin.statusCode());
    assertTrue(latin.body().contains("CSV UTF-8"), latin.body());
  }

  @Test
  void shouldListWhatCanBeTyped() throws Exception {
    JsonNode metrics = get("/api/reconciliations/metrics");

    assertEquals("received_total", metrics.at("/0/metric").asText());
    assertEquals("dossiers", metrics.at("/0/unit").asText());
    assertTrue(metrics.at("/0/name").asText().startsWith("Tổng tiếp nhận"));
  }

  private static HttpResponse<String> post(String query, String type, BodyPublisher body)
      throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.url() + "api/reconciliations" + query))
            .header("Content-Type", type)
            .POST(body)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode get(String path) throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(server.url()).resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }
}
