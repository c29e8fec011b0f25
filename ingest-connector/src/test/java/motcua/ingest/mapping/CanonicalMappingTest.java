package motcua.ingest.mapping;

import static motcua.ingest.testing.MappingBench.micros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import motcua.ingest.testing.MappingBench;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import org.junit.jupiter.api.Test;

class CanonicalMappingTest {
  private static final String T1 = "2026-09-01T08:00:00+07:00";

  private final MappingBench bench = new MappingBench("h99", RecordedAt.INPUT);

  @Test
  void shouldMapAReceptionWithAllItsFields() {
    DossierEvent event =
        bench.event(
            "{\"eventId\":\"e\",\"source\":\"h56\",\"dossierId\":\"d\",\"type\":\"RECEIVED\",\"occurredAt\":\"2026-09-01T08:00:00.123456+07:00\","
                + "\"recordedAt\":\"2026-09-01T01:05:00Z\",\"unit\":7,\"procedure\":\"1.1\",\"field\":\"F\",\"channel\":\"ONLINE\","
                + "\"dueAt\":\"2026-09-05T17:00:00+07:00\",\"applicant\":{\"name\":[\"x\"]}}");
    assertEquals("h56", event.getSource());
    assertEquals(micros("2026-09-01T08:00:00.123456+07:00"), event.getOccurredAtMicros());
    assertEquals(micros("2026-09-01T08:05:00+07:00"), event.getRecordedAtMicros());
    assertEquals("7", event.getReception().getUnit());
    assertEquals("1.1", event.getReception().getProcedure());
    assertEquals("F", event.getReception().getField());
    assertEquals("ONLINE", event.getReception().getChannel());
    assertEquals(micros("2026-09-05T17:00:00+07:00"), event.getDue().getDueAtMicros());
    assertNull(event.getDue().getReason());
    assertNull(event.getTransfer());
    assertNull(event.getSighting());
    assertTrue(!event.getRetracted() && !event.getBackfill());
  }

  @Test
  void shouldKeepSectionsThatBelongToNoTypeBecauseTheyDecideTies() {
    DossierEvent event =
        bench.event(
            line(
                "COMPLETED",
                "\"unit\":\"U\",\"online\":true,\"components\":\"FULL\",\"reason\":\"R\""));
    assertEquals("U", event.getReception().getUnit());
    assertEquals(true, event.getFee().getOnline());
    assertEquals("FULL", event.getDigitisation().getComponents());
    assertEquals("R", event.getDue().getReason());
  }

  @Test
  void shouldPutUnitAndReasonWhereTheTypeHasThem() {
    assertEquals("U", bench.event(line("TRANSFERRED", "\"unit\":\"U\"")).getTransfer().getUnit());
    assertEquals(
        "STOPPED",
        bench.event(line("SUSPENDED", "\"reason\":\"STOPPED\"")).getSuspension().getReason());
    assertNull(bench.event(line("SUSPENDED", "\"reason\":\"STOPPED\"")).getDue());
  }

  @Test
  void shouldCapRecordedAtAtTheClockAndKeepWhatWasClaimed() {
    DossierEvent event =
        bench.event(line("COMPLETED", "\"recordedAt\":\"2026-09-20T08:00:00+07:00\""));
    assertEquals(MappingBench.NOW, event.getRecordedAtMicros());
    assertEquals(micros("2026-09-20T08:00:00+07:00"), event.getClaimedRecordedAtMicros());
    assertNull(bench.event(line("COMPLETED", "")).getClaimedRecordedAtMicros());
  }

  @Test
  void shouldStampTheClockWhenLiveAndKeepTheGivenTimeForInformation() {
    MappingBench live = new MappingBench("h99", RecordedAt.CLOCK);
    DossierEvent event = live.event(line("COMPLETED", ""));
    assertEquals(MappingBench.NOW, event.getRecordedAtMicros());
    assertEquals(micros(T1), event.getSourceRecordedAtMicros());
    assertNull(live.event("{\"eventId\":\"e\",\"retracted\":true}").getSourceRecordedAtMicros());
  }

  @Test
  void shouldKnowABackfilledEventWhenItHappened() {
    MappingBench load = new MappingBench("h99", RecordedAt.BACKFILL);
    DossierEvent event =
        load.event(line("COMPLETED", "\"recordedAt\":\"2026-09-10T08:00:00+07:00\""));
    assertEquals(micros(T1), event.getRecordedAtMicros());
    assertTrue(event.getBackfill());
    String later =
        line("COMPLETED", "").replace("\"occurredAt\":\"2026-09-01", "\"occurredAt\":\"2027-09-01");
    assertEquals(MappingBench.NOW, load.event(later).getRecordedAtMicros());
    assertEquals(
        MappingBench.NOW,
        load.event("{\"eventId\":\"e\",\"retracted\":true}").getRecordedAtMicros());
  }

  @Test
  void shouldAcceptABareRetractionAndOneWithContent() {
    DossierEvent bare =
        bench.event("{\"eventId\":\"e\",\"recordedAt\":\"" + T1 + "\",\"retracted\":true}");
    assertTrue(bare.getRetracted());
    assertNull(bare.getDossierId());
    assertEquals(
        "h99\u001fe",
        new String(new Mapped.Event(bare).key(), java.nio.charset.StandardCharsets.UTF_8));
    DossierEvent full = bench.event(line("TRANSFERRED", "\"unit\":\"U\",\"retracted\":true"));
    assertEquals("U", full.getTransfer().getUnit());
  }

  @Test
  void shouldRefuseWhatIsNoEvent() {
    assertReason("MISSING: eventId, no value", line("COMPLETED", "\"eventId\":\" \""));
    assertReason("MISSING: recordedAt, no value", line("COMPLETED", "\"recordedAt\":null"));
    assertReason("MISSING: dossierId, no value", line("COMPLETED", "\"dossierId\":\"\""));
    assertReason("MISSING: type, no value", line("", ""));
    assertReason("MISSING: occurredAt, no value", line("COMPLETED", "\"occurredAt\":null"));
    assertReason("TYPE_UNKNOWN: type, no event type of this name", line("received", ""));
    assertReason("MISSING: unit, no value", line("RECEIVED", "\"channel\":\"DIRECT\""));
    assertReason("MISSING: channel, no value", line("RECEIVED", "\"unit\":\"U\""));
    assertReason(
        "CHANNEL_UNKNOWN: channel, expected ONLINE, DIRECT or POSTAL",
        line("RECEIVED", "\"unit\":\"U\",\"channel\":\"2\""));
    assertReason("MISSING: unit, no value", line("TRANSFERRED", ""));
    assertReason("MISSING: dueAt, no value", line("DUE_CHANGED", ""));
    DeadLetter letter = new MappingBench(null, RecordedAt.INPUT).dead(line("COMPLETED", ""));
    assertEquals("MISSING: source, no value", letter.getReason());
  }

  @Test
  void shouldRefuseTimesWithoutOffsetAndTimesThatDoNotExist() {
    assertReason(
        "TIME_WITHOUT_OFFSET: occurredAt, expected an ISO 8601 time with offset",
        line("COMPLETED", "\"occurredAt\":\"2026-09-01T08:00:00\""));
    assertReason(
        "TIME_WITHOUT_OFFSET: dueAt, expected an ISO 8601 time with offset",
        line("COMPLETED", "\"dueAt\":\"2026-09-01\""));
    assertReason(
        "TIME_UNREADABLE: dueAt, expected an ISO 8601 time with offset",
        line("RECEIVED", "\"unit\":\"U\",\"channel\":\"DIRECT\",\"dueAt\":\"tomorrow\""));
    assertReason(
        "TIME_UNREADABLE: occurredAt, expected an ISO 8601 time with offset",
        line("COMPLETED", "\"occurredAt\":\"2026-02-30T08:00:00+07:00\""));
  }

  @Test
  void shouldRefuseWrongKindsOfValues() {
    assertReason(
        "WRONG_TYPE: occurredAt, expected another kind of value",
        line("COMPLETED", "\"occurredAt\":1725152400"));
    assertReason(
        "WRONG_TYPE: online, expected another kind of value",
        line("FEE_PAID", "\"online\":\"true\""));
    assertReason(
        "WRONG_TYPE: retracted, expected another kind of value",
        line("FEE_PAID", "\"retracted\":1"));
    assertReason(
        "WRONG_TYPE: unit, expected another kind of value", line("FEE_PAID", "\"unit\":[\"U\"]"));
    assertReason(
        "TEXT_TOO_LONG: unit, longer than 500 characters",
        line("FEE_PAID", "\"unit\":\"" + "x".repeat(501) + "\""));
    assertReason(
        "TEXT_INVALID: unit, control character or broken Unicode",
        line("FEE_PAID", "\"unit\":\"a\\u001fb\""));
    assertReason(
        "TEXT_INVALID: unit, control character or broken Unicode",
        line("FEE_PAID", "\"unit\":\"a\\ud800b\""));
  }

  @Test
  void shouldRefuseBrokenLines() {
    assertReason("JSON_BROKEN: not valid JSON", "{\"eventId\":\"e\"");
    assertReason("JSON_BROKEN: not valid JSON", line("COMPLETED", "") + "{}");
    assertReason("JSON_BROKEN: not valid JSON", "\0{\0}");
    assertReason("NOT_AN_OBJECT: expected a JSON object", "[1]");
    byte[] line =
        line("COMPLETED", "\"note\":\"a\"").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    line[line.length - 3] = (byte) 0xE1;
    assertEquals(
        "ENCODING: not valid UTF-8", ((Mapped.Dead) bench.line(line)).letter().getReason());
  }

  @Test
  void shouldPointToTheRecordAndKeepOnlyAllowedFields() {
    DeadLetter letter = bench.dead(line("RECEIVED", "\"unit\":\"U\",\"note\":\"secret\""));
    assertEquals("line 3", letter.getPosition());
    assertEquals("a.ndjson", letter.getInput());
    assertEquals(100, letter.getOffsetBytes());
    assertEquals(64, letter.getFingerprint().length());
    assertEquals("h99", letter.getSource());
    assertEquals(Map.of("dossierId", "d", "eventId", "e", "type", "RECEIVED"), letter.getKept());
    assertEquals(MappingBench.NOW, letter.getRecordedAtMicros());
    DeadLetter personal = bench.dead(line("RECEIVED", "\"dossierId\":\"012345678901\""));
    assertEquals(Map.of("eventId", "e", "type", "RECEIVED"), personal.getKept());
  }

  @Test
  void shouldRefusePersonalDataInACodeWithoutTellingIt() {
    for (String name : List.of("source", "dossierId", "unit", "procedure", "field")) {
      for (String value : List.of("012345678901", "Bà X, 0912 345 678", "x@y.vn")) {
        DeadLetter letter =
            bench.dead(
                line(
                    "RECEIVED",
                    "\"unit\":\"U\",\"channel\":\"DIRECT\",\"%s\":\"%s\"".formatted(name, value)));
        assertEquals(
            "PERSONAL_DATA: "
                + name
                + ", looks like an identity number, a phone number or an e-mail address",
            letter.getReason());
        assertFalse(letter.toString().contains(value), letter.toString());
      }
    }
  }

  @Test
  void shouldNotTakeASequenceNumberForPersonalData() {
    for (String id :
        List.of("100000001", "000000000012", "202609010001", "H99-000000012", "e-0912345678")) {
      assertEquals(
          id, bench.event(line("COMPLETED", "\"dossierId\":\"" + id + "\"")).getDossierId());
      assertEquals(id, bench.event(line("COMPLETED", "\"eventId\":\"" + id + "\"")).getEventId());
    }
    for (String id :
        List.of("012345678901", "0912345678", "02838291234", "84912345678", "x@y.vn")) {
      String reason = bench.dead(line("COMPLETED", "\"eventId\":\"" + id + "\"")).getReason();
      assertTrue(reason.startsWith("PERSONAL_DATA: eventId"), reason);
    }
  }

  @Test
  void shouldDropFreeTextInThePlaceOfACode() {
    DossierEvent event =
        bench.event(
            line(
                "SUSPENDED",
                "\"reason\":\"Chờ giấy của ông A\",\"components\":\"đủ\",\"channel\":\"qua ông A\""));
    assertNull(event.getSuspension());
    assertNull(event.getDigitisation());
    assertNull(event.getReception());
  }

  private void assertReason(String reason, String line) {
    assertEquals(reason, bench.dead(line).getReason());
  }

  /** A complete line of one type; later names override earlier ones. */
  private static String line(String type, String more) {
    return "{\"eventId\":\"e\",\"dossierId\":\"d\",\"type\":\""
        + type
        + "\",\"occurredAt\":\""
        + T1
        + "\",\"recordedAt\":\""
        + T1
        + "\""
        + (more.isEmpty() ? "" : "," + more)
        + "}";
  }
}
