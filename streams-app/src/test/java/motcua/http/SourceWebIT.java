package motcua.http;

import static motcua.readmodel.postgres.TestRecords.deadLetter;
import static motcua.readmodel.postgres.TestRecords.received;
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
import java.util.concurrent.atomic.AtomicReference;
import motcua.core.document.Letterheads;
import motcua.core.unit.UnitTree;
import motcua.readmodel.postgres.TestDatabase;
import motcua.schemas.internal.JournalEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SourceWebIT {
  private static final Instant THURSDAY = Instant.parse("2024-09-12T02:00:00Z");
  private static final Instant NEXT_TUESDAY = Instant.parse("2024-09-17T02:00:00Z");
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent,level,validFrom,validTo,successor,headName,headEmail
              H,Tỉnh,,,,,,,
              A,Một,H,,,,,,
              B,Hai,H,,,,,,
              """)
          .orElseThrow();
  private static final AtomicReference<Instant> NOW = new AtomicReference<>(THURSDAY);
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestWeb web;

  @BeforeAll
  static void start() {
    var unread = deadLetter("f1", "MISSING: unit, no value", "line 3");
    unread.setSource("one");
    DATABASE.project(
        List.of(
            entry("one", "A", "2024-09-12T01:30:00Z"), entry("two", "B", "2024-09-12T01:45:00Z")),
        List.of(),
        List.of(),
        List.of(),
        List.of(unread));
    DATABASE.append(1, List.of(entry("two", "B", "2024-09-17T01:45:00Z")));
    InstantSource clock = NOW::get;
    web = TestWeb.start(DATABASE, TREE, Letterheads.NONE, clock);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void shouldSayOfEachSourceWhenItWasHeardAndWhatItFeeds() throws Exception {
    NOW.set(NEXT_TUESDAY);

    JsonNode sources = get("/api/sources");

    assertEquals(2, sources.get("total").asInt());
    assertTrue(sources.get("lastAuditAt").isNull());
    assertEquals("one", sources.at("/sources/0/source").asText());
    assertEquals("2024-09-12T08:30:00+07:00", sources.at("/sources/0/heardAt").asText());
    assertEquals(
        "2024-09-11T08:30:00+07:00", sources.at("/sources/0/lastEvent/occurredAt").asText());
    assertEquals(15.0, sources.at("/sources/0/silence/limitHours").asDouble());
    assertEquals(23.0, sources.at("/sources/0/silence/hours").asDouble());
    assertTrue(sources.at("/sources/0/silence/silent").asBoolean());
    assertEquals("2024-09-16T08:30:00+07:00", sources.at("/sources/0/silence/since").asText());
    assertEquals("A", sources.at("/sources/0/units/0/unit").asText());
    assertEquals(1, sources.at("/sources/0/deadLetters/MISSING").asInt());
    assertFalse(sources.at("/sources/1/silence/silent").asBoolean());
    assertEquals(1, sources.at("/sources/1/rate/lastHour").asInt());
    assertEquals(2, sources.at("/sources/1/records").asInt());
  }

  @Test
  void shouldMarkFiguresOfASilentSourceAsStaleWhereverNowMatters() throws Exception {
    NOW.set(NEXT_TUESDAY);

    for (String path : List.of("/api/ratios?", "/api/overdue?", "/api/due?")) {
      JsonNode ofAll = get(path + "scope=H").get("stale");
      assertEquals("2024-09-12T08:30:00+07:00", ofAll.get("since").asText(), path);
      assertFalse(ofAll.get("whole").asBoolean(), path);
      assertEquals("A", ofAll.at("/units/0/unit").asText(), path);
      assertTrue(get(path + "scope=A").at("/stale/whole").asBoolean(), path);
      assertTrue(get(path + "scope=B").get("stale").isNull(), path);
    }
  }

  @Test
  void shouldListAndCountDeadLettersByReason() throws Exception {
    JsonNode page = get("/api/dead-letters?source=one&reason=MISSING");
    assertEquals(1, page.get("total").asInt());
    assertEquals("f1", page.at("/deadLetters/0/fingerprint").asText());
    assertEquals("line 3", page.at("/deadLetters/0/position").asText());
    assertTrue(page.at("/deadLetters/0/resolvedAt").isNull());
    assertEquals(0, get("/api/dead-letters?source=two").get("total").asInt());
    assertEquals(0, get("/api/dead-letters?state=resolved").get("total").asInt());

    JsonNode summary = get("/api/dead-letters/summary");
    assertEquals(1, summary.get("total").asInt());
    assertEquals("MISSING: unit, no value", summary.at("/reasons/0/reason").asText());
    assertEquals(1, summary.at("/reasons/0/deadLetters").asInt());
  }

  @Test
  void shouldMarkNothingWhileEverySourceIsHeard() throws Exception {
    NOW.set(THURSDAY);

    assertTrue(get("/api/ratios").get("stale").isNull());
    assertFalse(get("/api/sources").at("/sources/0/silence/silent").asBoolean());
  }

  @Test
  void shouldLeaveReportsAsTheyAre() throws Exception {
    NOW.set(NEXT_TUESDAY);

    assertFalse(get("/api/report?from=2024-09-01&to=2024-09-17").has("stale"));
  }

  private static JournalEntry entry(String source, String unit, String recorded) {
    JournalEntry entry = received(unit, "D" + source + recorded, "2024-09-01");
    long at = Instant.parse(recorded).getEpochSecond() * 1_000_000;
    entry.setSource(source);
    entry.setAppliedAtMicros(at);
    entry.setHappenedAtMicros(at - 86_400_000_000L);
    return entry;
  }

  private static JsonNode get(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(web.server().url() + path.substring(1)));
    HttpResponse<String> answer =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return new ObjectMapper().readTree(answer.body());
  }
}
