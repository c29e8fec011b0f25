package motcua.http;

import static motcua.readmodel.postgres.TestRecords.cell;
import static motcua.readmodel.postgres.TestRecords.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import motcua.alert.ActNotSentException;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.core.alert.Transition.Kind;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Measure;
import motcua.core.unit.UnitTree;
import motcua.readmodel.AlertAct;
import motcua.readmodel.Sourced;
import motcua.readmodel.postgres.TestDatabase;
import motcua.readmodel.postgres.WrittenTransitions;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts as people meet them over HTTP: read, acknowledged, taken back. */
class AlertWebIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final LocalDate WINDOW = LocalDate.of(2024, 9, 15);
  private static final String ALERT = "/api/alerts/late@default%7CH23.1%7C2024-09-15";
  private static final String ACK = ALERT + "/acknowledgement";
  private static final String TAKEN =
      "{\"author\":\"Lê Văn C\",\"note\":\"đã giao địa chính\",\"until\":\"2024-09-25\"}";
  private static final String BACK = "{\"author\":\"Lê Văn C\",\"note\":\"nhầm\"}";
  private static final AlertFigures FIGURES = new AlertFigures(13, 140, 7, 1);
  private static final UnitTree UNITS =
      UnitTree.parse("code,name,parent\nH23,Huyện,\nH23.1,Xã Một,H23\nH23.2,Xã Hai,H23\n")
          .orElseThrow();

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2024-09-20T01:00:00Z"));
  private final List<AlertAct> sent = new ArrayList<>();
  private final AtomicBoolean kafkaAway = new AtomicBoolean();
  private final TestDatabase database = TestDatabase.create();
  private final WrittenTransitions rows = new WrittenTransitions(database);
  private TestWeb web;

  @BeforeEach
  void start() {
    database.project(
        List.of(),
        List.of(
            new Sourced<>(closed("DD", 100, 12), 0, 1),
            new Sourced<>(closed("KD", 40, 1), 0, 2),
            new Sourced<>(closed("HT", 10, 0), 0, 3)),
        dossiers(),
        List.of(),
        List.of());
    rows.add(step("H23.1", 1, Kind.RAISED, Severity.LIKELY, "h56:D1:7", "2024-09-18T02:00:00Z"));
    rows.add(step("H23.1", 2, Kind.WORSENED, Severity.SURE, "h56:D2:3", "2024-09-19T02:00:00Z"));
    rows.add(step("H23.2", 1, Kind.RAISED, Severity.LIKELY, "h56:D3:1", "2024-09-18T03:00:00Z"));
    rows.add(step("H23.2", 2, Kind.CLEARED, Severity.LIKELY, "h56:D4:1", "2024-09-19T03:00:00Z"));
    rows.add(other(Transition.LATE_REWRITTEN, "H23.2", "000/H23-1"));
    rows.add(other(Transition.SOURCE_SILENT, "h56", null));
    web =
        TestWeb.start(
            database,
            UNITS,
            act -> {
              if (kafkaAway.get()) {
                throw new ActNotSentException("Kafka is away", null);
              }
              sent.add(act);
            },
            now::get);
  }

  @AfterEach
  void stop() {
    web.close();
  }

  @Test
  void shouldTellFiguresDossiersAndFieldsOfWhatHolds() throws Exception {
    JsonNode page = json(get("/api/alerts?scope=H23&kind=late"));

    assertEquals(1, page.get("total").asInt(), page.toString());
    JsonNode alert = page.get("alerts").get(0);
    assertEquals("late@default|H23.1|2024-09-15", alert.get("id").asText());
    assertEquals("raised", alert.get("state").asText());
    assertEquals("SURE", alert.get("severity").asText());
    assertEquals("Xã Một", alert.get("scopeName").asText());
    assertEquals("2024-09-18T09:00:00+07:00", alert.get("since").asText());
    assertEquals("2024-12-14", alert.get("to").asText());
    assertEquals(
        JSON.readTree(
            """
            {"asOf":"2024-09-20","late":13,"dated":150,"openInTime":6,"openOverdue":2,"rate":{"numerator":13,"denominator":150},
             "threshold":0.05,"budget":{"allowed":7,"used":13},"floor":{"numerator":15,"denominator":158},
             "forecast":{"numerator":171,"denominator":1950}}"""),
        alert.get("now"));
    assertEquals(13, alert.at("/told/late").asInt());
    assertEquals(140, alert.at("/told/dated").asInt(), "the figures of the last transition");
    assertEquals(
        JSON.readTree(
            """
            [{"field":"DD","name":"DD","late":12,"dated":100},{"field":"KD","name":"KD","late":1,"dated":40}]"""),
        alert.get("fields"));
    assertEquals(
        List.of("Q2", "Q1", "D1", "D2", "D3"), alert.get("dossiers").findValuesAsText("dossierId"));
  }

  @Test
  void shouldServeTheListsItLinksTo() throws Exception {
    JsonNode links = json(get(ALERT)).get("links");

    assertEquals(2, json(get(links.get("overdue").asText())).get("total").asInt());
    assertEquals(6, json(get("/api/due?scope=H23.1&withinWorkingDays=20")).get("total").asInt());
    assertEquals(200, code(links.get("due").asText()));
    assertEquals(13, json(get(links.get("fields").asText())).at("/total/closedLate").asInt());
    // Cells without a journal: the list says that it does not add up rather than being wrong.
    assertEquals(503, code(links.get("late").asText()));
  }

  @Test
  void shouldListByKindAndState() throws Exception {
    assertEquals(3, json(get("/api/alerts")).get("total").asInt());
    assertEquals(1, json(get("/api/alerts?state=cleared")).get("total").asInt());
    assertEquals(4, json(get("/api/alerts?state=all")).get("total").asInt());
    JsonNode rewritten = json(get("/api/alerts?scope=H23.2&kind=rewritten")).get("alerts").get(0);
    assertEquals("000/H23-1", rewritten.get("dossier").asText());
    assertNull(rewritten.get("told"), "it has no figures");
    JsonNode silent = json(get("/api/alerts?scope=H23.2&kind=silent")).get("alerts").get(0);
    assertEquals("h56", silent.get("scope").asText());
    assertEquals(0, json(get("/api/alerts?scope=H23.2&kind=late")).get("alerts").size());
    assertEquals(2, json(get("/api/alerts?page=2&state=all")).get("page").asInt());

    String history = silent.at("/links/history").asText();
    assertEquals(1, json(get(history)).get("history").size());
    String dossier = rewritten.at("/links/history").asText();
    assertEquals("000/H23-1", json(get(dossier)).get("dossier").asText());
  }

  @Test
  void shouldTakeAnAcknowledgementAndTakeItBack() throws Exception {
    HttpResponse<String> answer = send("POST", ACK, TAKEN);

    assertEquals(202, answer.statusCode(), answer.body());
    assertEquals("ACKNOWLEDGE", json(answer.body()).at("/waiting/act").asText());
    assertEquals("raised", json(answer.body()).get("state").asText(), "the ledger decides");
    AlertAct act = sent.getFirst();
    assertEquals("H23.1", act.scope());
    assertEquals(Instant.parse("2024-09-25T17:00:00Z"), act.until(), "the whole day");
    assertEquals(
        "Lê Văn C, đã giao địa chính",
        database.text(
            "SELECT author || ', ' || note FROM alert_act WHERE id = '" + act.id() + "'"));

    taken(act, 3);
    JsonNode alert = json(get(ALERT));
    assertEquals("acknowledged", alert.get("state").asText());
    assertNull(alert.get("waiting"));
    assertEquals("Lê Văn C", alert.at("/acknowledgement/author").asText());
    assertEquals("2024-09-26T00:00:00+07:00", alert.at("/acknowledgement/until").asText());
    assertEquals("đã giao địa chính", alert.at("/history/2/act/note").asText());

    assertEquals(202, send("DELETE", ACK, BACK).statusCode());
    assertEquals(AlertAct.Kind.UNDO, sent.getLast().kind());
    assertEquals(409, send("DELETE", ACK, BACK).statusCode(), "the undo is on its way");
  }

  private void taken(AlertAct act, long number) {
    rows.add(
        new Transition(
            "late@default",
            act.scope(),
            "LEGAL_QUARTER",
            WINDOW,
            number,
            Kind.ACKNOWLEDGED,
            Severity.SURE,
            null,
            FIGURES,
            Transition.causeOf(act.id()),
            act.at(),
            false,
            act.until(),
            null));
  }

  @Test
  void shouldKeepAnActThatCannotBeSentAndSayWhenToLookAgain() throws Exception {
    kafkaAway.set(true);
    HttpResponse<String> answer = send("POST", ACK, TAKEN);

    assertEquals(503, answer.statusCode());
    assertEquals("15", answer.headers().firstValue("retry-after").orElse(""));
    assertEquals("ACKNOWLEDGE", json(get(ALERT)).at("/waiting/act").asText());
    assertEquals(1, database.number("SELECT count(*) FROM alert_act"));

    kafkaAway.set(false);
    now.set(now.get().plusSeconds(60));
    web.handling().resend();
    assertEquals(
        database.text("SELECT id FROM alert_act"),
        sent.getFirst().id(),
        "the same act, not another");
    web.handling().resend();
    assertEquals(1, sent.size(), "nothing is left to send");
  }

  @Test
  void shouldRefuseWhatMakesNoSense() throws Exception {
    assertEquals(404, send("POST", "/api/alerts/nothing/acknowledgement", TAKEN).statusCode());
    assertEquals(404, code("/api/alerts/nothing"));
    assertEquals(404, code("/api/alerts?scope=H99"));
    assertEquals(404, code("/api/units/H99/alerts"));
    assertEquals(400, code("/api/alerts?state=x"));
    assertEquals(409, send("DELETE", ACK, BACK).statusCode(), "nobody acknowledged it");
    String over = "/api/alerts/late@default%7CH23.2%7C2024-09-15/acknowledgement";
    assertEquals(409, send("POST", over, TAKEN).statusCode());
    String silent = "/api/alerts/source-silent%7Ch56%7C2024-09-19/acknowledgement";
    assertEquals(409, send("POST", silent, TAKEN).statusCode());
    for (String body :
        List.of(
            "{\"note\":\"n\",\"until\":\"2024-09-25\"}",
            "{\"author\":\"A\",\"until\":\"2024-09-25\"}",
            "{\"author\":\"A\",\"note\":\" \",\"until\":\"2024-09-25\"}",
            "{\"author\":\"A\",\"note\":\"n\"}",
            "{\"author\":\"A\",\"note\":\"n\",\"until\":\"mai\"}",
            "{\"author\":\"A\",\"note\":\"n\",\"until\":\"2024-09-19\"}",
            "{\"author\":\"A\",\"note\":\"n\",\"until\":\"2024-09-20T08:00:00+07:00\"}",
            "{\"author\":\"A\",\"note\":\"n\",\"until\":\"2024-10-21\"}",
            "{\"author\":\"A\",\"note\":\"n\",\"until\":\"+999999999-12-31\"}")) {
      assertEquals(400, send("POST", ACK, body).statusCode(), body);
    }
    assertEquals(0, database.number("SELECT count(*) FROM alert_act"), "nothing was kept");
    assertTrue(sent.isEmpty());
    assertEquals(202, send("POST", ACK, TAKEN.replace("09-25", "10-20")).statusCode());
  }

  @Test
  void shouldTellTheHistoryOfAUnit() throws Exception {
    JsonNode history = json(get("/api/units/H23.2/alerts"));

    assertEquals("Xã Hai", history.get("name").asText());
    assertEquals(3, history.get("total").asInt());
    assertEquals(
        List.of("RAISED", "CLEARED", "RAISED"), history.get("history").findValuesAsText("kind"));
    assertEquals(0, json(get("/api/units/H23/alerts")).get("total").asInt(), "none of its own");
    assertFalse(history.toString().contains("Lê Văn"), history.toString());
  }

  private static Transition step(
      String scope, long number, Kind kind, Severity severity, String cause, String at) {
    return new Transition(
        "late@default",
        scope,
        "LEGAL_QUARTER",
        WINDOW,
        number,
        kind,
        severity,
        kind == Kind.CLEARED ? Transition.Reason.RECOVERED : null,
        FIGURES,
        cause,
        Instant.parse(at),
        false,
        null,
        null);
  }

  private static Transition other(String rule, String scope, String dossier) {
    return new Transition(
        rule,
        scope,
        "",
        LocalDate.of(2024, 9, 19),
        1,
        Kind.RAISED,
        null,
        null,
        AlertFigures.NONE,
        Transition.CLOCK,
        Instant.parse("2024-09-19T02:00:00Z"),
        false,
        null,
        dossier);
  }

  private static LedgerEntry closed(String field, long dated, long late) {
    LedgerEntry cell = cell("H23.1", "2024-09-18", Measure.RECEIVED_ONLINE, dated);
    cell.setField(field);
    cell.getAmounts().set(Measure.CLOSED_LATE.ordinal(), late);
    cell.getAmounts().set(Measure.CLOSED_ON_TIME.ordinal(), dated - late);
    if (field.equals("HT")) {
      cell.getAmounts().set(Measure.RECEIVED_ONLINE.ordinal(), dated + 8);
      cell.getAmounts().set(Measure.OPEN_IN_TIME.ordinal(), 6L);
      cell.getAmounts().set(Measure.OPEN_OVERDUE.ordinal(), 2L);
    }
    return cell;
  }

  private static List<JournalEntry> dossiers() {
    List<JournalEntry> dossiers = new ArrayList<>();
    dossiers.add(dossier("Q1", Bucket.OPEN_OVERDUE, "2024-09-19T10:00:00Z"));
    dossiers.add(dossier("Q2", Bucket.OPEN_OVERDUE, "2024-09-16T10:00:00Z"));
    for (int i = 1; i <= 6; i++) {
      dossiers.add(dossier("D" + i, Bucket.OPEN_IN_TIME, "2024-10-0" + i + "T10:00:00Z"));
    }
    return dossiers;
  }

  private static JournalEntry dossier(String id, Bucket bucket, String dueAt) {
    JournalEntry entry = status(id, bucket);
    entry.getStatus().setBooksFromDay((int) LocalDate.of(2024, 9, 2).toEpochDay());
    entry.getStatus().setDueAtMicros(Instant.parse(dueAt).getEpochSecond() * 1_000_000);
    return entry;
  }

  private static JsonNode json(String body) throws Exception {
    return JSON.readTree(body);
  }

  private String get(String path) throws Exception {
    HttpResponse<String> answer = send("GET", path, "");
    assertEquals(200, answer.statusCode(), path + " " + answer.body());
    return answer.body();
  }

  private int code(String path) throws Exception {
    return send("GET", path, "").statusCode();
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(web.server().url()).resolve(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
