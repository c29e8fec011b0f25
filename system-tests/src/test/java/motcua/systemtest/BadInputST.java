package motcua.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of bad input in one folder, replayed once through the real product: each gets the
 * treatment of national-payload.md 6 and nothing else is lost.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputST {
  private static final String NO_DATE = ", no known form of a date";

  private Path folder;
  private ProcessUnderTest.Result result;
  private JsonNode report;

  @BeforeAll
  void replay(@TempDir Path own) throws Exception {
    folder = own;
    BadInputs.write(input());
    Path units = Files.writeString(folder.resolve("units.csv"), BadInputs.UNITS);
    String[] command = {
      "replay", input().toString(),
      "--units", units.toString(),
      "--source", "h99",
      "--from", "2026-06-15",
      "--to", "2026-09-14",
      "--now", "2026-09-15T12:00:00+07:00",
      "--report", reportFile().toString()
    };
    try (ProcessUnderTest motcua = ProcessUnderTest.motcua(folder.resolve("output.txt"), command)) {
      result = motcua.start().awaitExit(Duration.ofSeconds(240));
    }
    assertEquals(0, result.exitCode(), result.output());
    report = new ObjectMapper().readTree(reportFile().toFile());
  }

  @Test
  void shouldSayWhatWasLeftAndWhatCameOfTheRestInOneLineEach() {
    List<String> lines = result.output().lines().filter(line -> !line.endsWith(" s)")).toList();

    assertEquals(
        List.of(
            "motcua: "
                + input().resolve("i-events.ndjson.part")
                + " is still being written and was left",
            "motcua: "
                + reportFile()
                + " written: 16 received, 18 dead letters (1 BATCH_BROKEN, 2 DATE_UNREADABLE, 3 ENCODING,"
                + " 1 INPUT_EMPTY, 1 INPUT_NOT_A_BATCH, 1 INPUT_WRONG_ENCODING, 2 JSON_BROKEN, 3 MISSING,"
                + " 1 RECORD_TOO_LONG, 1 STATUS_UNKNOWN, 1 TIME_UNREADABLE, 1 TYPE_UNKNOWN),"
                + " 15 marks (1 DATE_UNREADABLE, 2 FINISH_BEFORE_RECEIPT, 3 NO_DUE, 4 PROGRESS_SPARSE,"
                + " 1 STATUS_UNKNOWN, 2 UNIT_UNMAPPED, 2 UNKNOWN_UNIT)"),
        lines);
  }

  @Test
  void shouldGiveEachBadRecordADeadLetterWithItsPlaceAndReason() {
    assertEquals(
        new TreeSet<>(
            List.of(
                "a-truncated.json, record 3: BATCH_BROKEN: the batch cannot be read from here to its end",
                "b-windows-1258.json, record 1: ENCODING: not valid UTF-8",
                "b-windows-1258.json, record 3: ENCODING: not valid UTF-8",
                "c-records.json, record 2: MISSING: MaHoSo, no value",
                "c-records.json, record 3: DATE_UNREADABLE: NgayTiepNhan" + NO_DATE,
                "d-progress.json, record 2: STATUS_UNKNOWN: TrangThai, expected a status from 1 to 10",
                "d-progress.json, record 4: DATE_UNREADABLE: ThoiDiemXuLy" + NO_DATE,
                "d-progress.json, record 5: MISSING: MaHoSo, no value",
                "e-events.ndjson, line 2: JSON_BROKEN: not valid JSON",
                "e-events.ndjson, line 4: RECORD_TOO_LONG: longer than record.max.bytes",
                "e-events.ndjson, line 6: ENCODING: not valid UTF-8",
                "e-events.ndjson, line 7: TIME_UNREADABLE: occurredAt, expected an ISO 8601 time with offset",
                "e-events.ndjson, line 8: TYPE_UNKNOWN: type, no event type of this name",
                "e-events.ndjson, line 9: MISSING: dossierId, no value",
                "e-events.ndjson, line 14: JSON_BROKEN: not valid JSON",
                "f-empty.json, file: INPUT_EMPTY: the file holds nothing but white space",
                "g-page.json, file: INPUT_NOT_A_BATCH: expected an array of records, or an envelope that holds one",
                "h-utf-16.json, file: INPUT_WRONG_ENCODING: expected UTF-8, found UTF-16 or UTF-32")),
        texts("deadLetters", "%s, %s: %s", "input", "position", "reason"));
    assertEquals(18, report.get("deadLetters").size());
  }

  @Test
  void shouldMarkWhatItRepairedOrDoubts() {
    assertEquals(
        new TreeSet<>(
            List.of(
                mark(1, "PROGRESS_SPARSE", ""),
                mark(10, "PROGRESS_SPARSE", ""),
                mark(13, "DATE_UNREADABLE", "NgayHenTra"),
                mark(13, "NO_DUE", ""),
                mark(14, "STATUS_UNKNOWN", "TrangThaiHoSo"),
                "UNKNOWN/H99.99.99 H99.99.99-260801-0015 UNIT_UNMAPPED H99.99.99",
                "UNKNOWN/H99.99.99 H99.99.99-260801-0015 UNKNOWN_UNIT H99.99.99",
                mark(16, "UNIT_UNMAPPED", "DonViXuLy"),
                mark(17, "NO_DUE", ""),
                mark(18, "FINISH_BEFORE_RECEIPT", "COMPLETED"),
                mark(18, "PROGRESS_SPARSE", ""),
                mark(19, "PROGRESS_SPARSE", ""),
                "UNKNOWN/H77 n3 UNKNOWN_UNIT H77",
                "H99.31.08 n4 NO_DUE ",
                "H99.31.08 n5 FINISH_BEFORE_RECEIPT COMPLETED")),
        texts("marks", "%s %s %s %s", "unit", "dossierId", "code", "detail"));
    assertEquals(15, report.get("marks").size());
  }

  @Test
  void shouldCountEveryGoodRecord() {
    assertEquals(
        Map.of(
            "H99.31.07",
            "received=10 closedOnTime=3 closedLate=1 openInTime=2 openOverdue=2 openUndated=2 lateFirstDue=1",
            "H99.31.08",
            "received=4 closedEarly=1 openInTime=1 openOverdue=1 openUndated=1",
            "UNKNOWN/H77",
            "received=1 openInTime=1",
            "UNKNOWN/H99.99.99",
            "received=1 openInTime=1"),
        figuresByUnit());
    assertEquals(
        "received=16 closedEarly=1 closedOnTime=3 closedLate=1 openInTime=5 openOverdue=3 openUndated=3 lateFirstDue=1",
        figures(report.get("total")));
  }

  @Test
  void shouldLeaveTheInputAsItWas() throws Exception {
    Path again = folder.resolve("again");
    BadInputs.write(again);

    try (Stream<Path> files = Files.list(again)) {
      for (Path file : files.toList()) {
        assertEquals(
            -1, Files.mismatch(file, input().resolve(file.getFileName())), file.toString());
      }
    }
  }

  private TreeSet<String> texts(String list, String form, String... fields) {
    TreeSet<String> texts = new TreeSet<>();
    for (JsonNode entry : report.get(list)) {
      texts.add(
          form.formatted(Stream.of(fields).map(field -> entry.get(field).asText()).toArray()));
    }
    return texts;
  }

  private static String mark(int number, String code, String detail) {
    return "H99.31.07 %s %s %s".formatted(BadInputs.code(number), code, detail);
  }

  private Map<String, String> figuresByUnit() {
    Map<String, String> figures = new TreeMap<>();
    for (JsonNode row : report.get("rows")) {
      figures.put(row.get("unit").asText(), figures(row));
    }
    return figures;
  }

  /** The figures that are not 0; how the received came is told by their number. */
  private static String figures(JsonNode row) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, JsonNode> column : row.properties()) {
      boolean channel = column.getKey().matches("received.+");
      if (column.getValue().isNumber() && column.getValue().asLong() != 0 && !channel) {
        text.append(column.getKey()).append('=').append(column.getValue()).append(' ');
      }
    }
    return text.toString().strip();
  }

  private Path input() {
    return folder.resolve("in");
  }

  private Path reportFile() {
    return folder.resolve("report.json");
  }
}
