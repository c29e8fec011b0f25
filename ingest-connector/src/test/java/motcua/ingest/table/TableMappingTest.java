package motcua.ingest.table;

import static motcua.ingest.testing.MappingBench.micros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.ingest.mapping.RecordedAt;
import motcua.ingest.testing.TableBench;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Sighting;
import org.junit.jupiter.api.Test;

class TableMappingTest {
  private static final String DOSSIERS =
      """
      version: 1
      rows: dossier
      dates: [dd/MM/yyyy HH:mm, dd/MM/yyyy]
      empty: ["-"]
      codes:
        status:
          Đang xử lý: 4
          Đã trả kết quả: 10
      fields:
        dossierId: Số hồ sơ
        procedure: Mã TTHC
        channel: {column: Hình thức, codes: {Trực tuyến: ONLINE, Trực tiếp: 1}, otherwise: DIRECT}
        status: {column: Trạng thái, codes: status}
        unitName: Đơn vị
        receivedAt: Ngày nhận
        dueAt: {column: Hẹn trả, timeOfDay: "17:00"}
        returnedAt: Ngày trả
        feePaid: Lệ phí
      """;

  private static final String EVENTS =
      """
      version: 1
      source: permits
      rows: event
      fields:
        dossierId: case
        unit: {column: unit, aliases: true}
        channel: {constant: DIRECT}
      events:
        - when: {present: received}
          fields:
            type: {constant: RECEIVED}
            occurredAt: received
            dueAt: due
        - when:
            - {present: closed}
            - {column: outcome, notEquals: [cancelled, withdrawn]}
          fields:
            type: {constant: COMPLETED}
            occurredAt: closed
      """;

  private static final String LOG =
      """
      version: 1
      rows: event
      when: {column: case, notEquals: total}
      fields:
        dossierId: case
        type: {column: activity, codes: {Sent: ~, Stop: SUSPENDED, Go on: RESUMED}}
        occurredAt: at
        recordedAt: at
      """;

  @Test
  void shouldReadTheStateOfADossierAsASighting() {
    DossierEvent event =
        new TableBench(DOSSIERS)
            .event(
                "SỐ HỒ SƠ", "A-1",
                "Mã TTHC", "1.001193",
                "Hình thức", "trực tuyến",
                "Trạng thái", "Đã  trả\u00a0kết quả",
                "Đơn vị", "Phòng\nTư pháp",
                "Ngày nhận", "01/09/2026 08:30",
                "Hẹn trả", "05/09/2026",
                "Ngày trả", "-",
                "Lệ phí", "15.000 đ");
    Sighting sighting = event.getSighting();
    assertEquals("h99", event.getSource());
    assertEquals("A-1", event.getDossierId());
    assertNull(event.getEventId());
    assertEquals("DOSSIER", sighting.getKind());
    assertEquals(2, sighting.getPosition());
    assertEquals("1.001193", sighting.getProcedure());
    assertEquals("2", sighting.getChannel());
    assertEquals("10", sighting.getStatus());
    assertEquals("Phòng Tư pháp", sighting.getUnitName());
    assertEquals(micros("2026-09-01T08:30:00+07:00"), sighting.getReceivedAtMicros());
    assertEquals(micros("2026-09-05T17:00:00+07:00"), sighting.getDueAtMicros());
    assertNull(sighting.getReturnedAtMicros());
    assertEquals(1, sighting.getFeesPaid());
    assertEquals(1, event.getGeneration());
    assertEquals(micros("2026-09-01T08:30:00+07:00"), event.getRecordedAtMicros());
  }

  @Test
  void shouldTakeDecomposedAndComposedTextForTheSame() {
    String[] cells = {"Số hồ sơ", "Hồ-1", "Trạng thái", "Đang xử lý", "Đơn vị", "Sở Y tế"};
    String[] decomposed = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      decomposed[i] = Normalizer.normalize(cells[i], Normalizer.Form.NFD);
    }
    assertNotEquals(List.of(cells), List.of(decomposed));
    TableBench bench = new TableBench(DOSSIERS);
    assertEquals(bench.event(cells), bench.event(decomposed));
    TableBench nfd = new TableBench(Normalizer.normalize(DOSSIERS, Normalizer.Form.NFD));
    assertEquals(bench.event(cells), nfd.event(cells));
  }

  @Test
  void shouldSayWhatIsWrongWithADossier() {
    TableBench bench = new TableBench(DOSSIERS);
    assertEquals("MISSING: dossierId, no value", bench.reason("Trạng thái", "Đang xử lý"));
    assertEquals(
        "CODE_UNKNOWN: status, not in the code table of the mapping",
        bench.reason("Số hồ sơ", "A", "Trạng thái", "Treo"));
    assertEquals(
        "TABLE_DATE_UNREADABLE: receivedAt, none of the date forms of the mapping",
        bench.reason("Số hồ sơ", "A", "Ngày nhận", "31/02/2026"));
    assertEquals(
        "DATE_IN_FUTURE: receivedAt, more than 10 minutes after the clock",
        bench.reason("Số hồ sơ", "A", "Ngày nhận", "16/09/2026"));
    DeadLetter letter = bench.dead("Số hồ sơ", "A", "Đơn vị", "012345678901");
    assertEquals(
        "PERSONAL_DATA: unitName, looks like an identity number, a phone number or an e-mail"
            + " address",
        letter.getReason());
    assertFalse(letter.toString().contains("012345678901"));
    assertEquals("row 3", letter.getPosition());
    assertEquals(100, letter.getOffsetBytes());
    assertEquals(Map.of("dossierId", "A"), letter.getKept());
  }

  @Test
  void shouldMarkWhatItRepairs() {
    DossierEvent event = new TableBench(DOSSIERS).event("Số hồ sơ", "A", "Ngày trả", "01/01/1900");
    assertEquals(
        List.of("STATUS_UNKNOWN:TrangThaiHoSo", "DATE_PLACEHOLDER:NgayTra"),
        event.getSighting().getEdgeMarks());
  }

  @Test
  void shouldGiveSeveralEventsOfOneRow() {
    UnitNames names =
        (source, name, day) ->
            source.equals("permits") && name.equals("North") && day.getYear() == 2026
                ? Optional.of("U1")
                : Optional.empty();
    List<DossierEvent> events =
        new TableBench(EVENTS, RecordedAt.BACKFILL, names)
            .events(
                "case", "7",
                "unit", "North",
                "received", "2026-09-01T23:30:00+02:00",
                "due", "",
                "closed", "3/9/2026 7:05",
                "outcome", "granted");
    assertEquals(
        List.of("RECEIVED", "COMPLETED"), events.stream().map(DossierEvent::getType).toList());
    assertEquals(
        List.of("7:RECEIVED", "7:COMPLETED"),
        events.stream().map(DossierEvent::getEventId).toList());
    assertEquals(List.of(7L, 8L), events.stream().map(DossierEvent::getArrival).toList());
    assertEquals("U1", events.get(0).getReception().getUnit());
    assertEquals("permits", events.get(0).getSource());
    assertEquals(micros("2026-09-01T21:30:00Z"), events.get(0).getOccurredAtMicros());
    assertEquals(micros("2026-09-03T07:05:00+07:00"), events.get(1).getOccurredAtMicros());
  }

  @Test
  void shouldKeepTheNameOfAUnitThatNoAliasKnows() {
    TableBench bench = new TableBench(EVENTS);
    assertEquals(
        "Phường X",
        bench
            .event("case", "7", "unit", "Phường X", "received", "2026-09-01")
            .getReception()
            .getUnit());
  }

  @Test
  void shouldRefuseTheWholeRowForOneBadEvent() {
    assertEquals(
        "TABLE_DATE_UNREADABLE: occurredAt, none of the date forms of the mapping",
        new TableBench(EVENTS)
            .reason("case", "7", "unit", "U", "received", "2026-09-01", "closed", "soon"));
  }

  @Test
  void shouldSkipRowsThatAreNoneOfItsOwn() {
    TableBench bench = new TableBench(LOG);
    assertTrue(bench.map("case", "Total", "at", "x").isEmpty());
    assertTrue(bench.map("case", "", "activity", " ").isEmpty());
    assertTrue(bench.map("case", "7", "activity", "sent", "at", "2026-09-01").isEmpty());
    assertEquals("MISSING: type, no value", bench.reason("case", "7", "at", "2026-09-01"));
    assertEquals(
        "CODE_UNKNOWN: type, not in the code table of the mapping",
        bench.reason("case", "7", "activity", "jump", "at", "2026-09-01"));
  }

  @Test
  void shouldTellTheRowsOfALogApartByTheirMoment() {
    TableBench bench = new TableBench(LOG);
    String first = bench.event("case", "7", "activity", "Stop", "at", "2026-09-01").getEventId();
    String again = bench.event("case", "7", "activity", "Stop", "at", "1/9/2026").getEventId();
    String later = bench.event("case", "7", "activity", "Stop", "at", "2026-09-02").getEventId();
    assertEquals(first, again);
    assertNotEquals(first, later);
  }

  @Test
  void shouldAskForTheTimeOfRecordOnlyInAReplay() {
    String[] row = {"case", "7", "unit", "U", "received", "2026-09-01"};
    assertEquals(
        "MISSING: recordedAt, no value",
        new TableBench(EVENTS, RecordedAt.INPUT, UnitNames.NONE).reason(row));
    assertEquals(
        micros("2026-09-15T08:00:00+07:00"),
        new TableBench(EVENTS, RecordedAt.CLOCK, UnitNames.NONE).event(row).getRecordedAtMicros());
  }

  @Test
  void shouldPickTheLineOfACodeTableByTheDay() {
    TableBench bench =
        new TableBench(
            """
            version: 1
            rows: event
            fields:
              dossierId: case
              type: {constant: TRANSFERRED}
              occurredAt: at
              unit:
                column: unit
                codes:
                  - {text: Bình, code: OLD, validTo: 2026-06-30}
                  - {text: Bình, code: NEW, validFrom: 2026-07-01}
            """);
    assertEquals(
        "OLD",
        bench
            .event("case", "1", "at", "2026-06-30T23:59:59", "unit", "bình")
            .getTransfer()
            .getUnit());
    assertEquals(
        "NEW",
        bench
            .event("case", "1", "at", "2026-06-30T17:00:00Z", "unit", "bình")
            .getTransfer()
            .getUnit());
    assertEquals(LocalDate.of(2026, 7, 1), LocalDate.parse("2026-07-01"));
  }
}
