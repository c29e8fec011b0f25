package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import motcua.ingest.table.MappingKeys;
import motcua.ingest.table.TableField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The worked mappings of docs/mappings.md, tried and replayed. */
@Timeout(300)
class MappingCheckIT {
  private static final Path DOCS = Path.of("../docs");
  private static final Path EXAMPLES = DOCS.resolve("examples");

  @TempDir Path folder;

  private record Ran(int code, String out, String errors) {}

  @Test
  void shouldShowWhatTheOneStopExportBecomes() {
    Ran ran = check("one-stop");
    assertEquals(1, ran.code(), ran.out() + ran.errors());
    assertTrue(ran.out().contains("Đang xử lý -> 4"), ran.out());
    assertTrue(ran.out().contains("03/08/2026 08:15 -> 2026-08-03T08:15+07:00"), ran.out());
    assertTrue(ran.out().contains("UBND xã Mẫu Hà cũ -> H99.31.08"), ran.out());
    assertTrue(ran.out().contains("6 rows, 1 skipped, 1 rejected"), ran.out());
    assertTrue(ran.out().contains("2  dossier of status 9"), ran.out());
    assertTrue(ran.out().contains("sample.csv row 7: CODE_UNKNOWN: status"), ran.out());
    assertFalse(ran.out().contains("Người mẫu"), ran.out());
  }

  @Test
  void shouldShowWhatThePermitLogBecomes() {
    Ran ran = check("permits");
    assertEquals(1, ran.code(), ran.out() + ran.errors());
    assertTrue(ran.out().contains("Permit granted -> COMPLETED"), ran.out());
    assertTrue(ran.out().contains("Building office -> H99.31.07"), ran.out());
    assertTrue(ran.out().contains("9 rows, 1 skipped, 1 rejected"), ran.out());
    assertTrue(ran.out().contains("4  RECEIVED"), ran.out());
    assertTrue(ran.out().contains("row 10: TABLE_DATE_UNREADABLE: occurredAt"), ran.out());
    assertFalse(ran.out().contains("clerk"), ran.out());
  }

  @Test
  void shouldTellEveryFaultOfAMapping() throws Exception {
    Path mapping =
        Files.writeString(
            folder.resolve("m.yaml"),
            "version: 2\nrows: event\nfields:\n  dossierid: a\n  type: {constant: GONE}\n");
    Ran ran = run("mapping", "check", mapping.toString(), mapping.toString());
    assertEquals(2, ran.code());
    for (String expected :
        List.of(
            "line 1: version", "fields.dossierid: no such field", "fields.occurredAt: missing")) {
      assertTrue(ran.errors().contains(expected), ran.errors());
    }
  }

  @Test
  void shouldDocumentEveryKeyAndField() throws Exception {
    String text = Files.readString(DOCS.resolve("mappings.md"));
    List<String> names = new ArrayList<>();
    List.of(
            MappingKeys.TOP,
            MappingKeys.TABLE,
            MappingKeys.VALUE,
            MappingKeys.EVENT,
            MappingKeys.CONDITION,
            MappingKeys.CODE)
        .forEach(keys -> keys.forEach(key -> names.add("| `" + key + "` |")));
    for (TableField field : TableField.values()) {
      names.add("`" + field.key() + "`");
    }
    assertEquals(List.of(), names.stream().filter(name -> !text.contains(name)).toList());
  }

  /** Twice the same export gives the same figures; each example by hand from its sample. */
  @Test
  void shouldReplayBothExamplesToTheirFigures() throws Exception {
    JsonNode permits = replay("permits");
    assertEquals(4, permits.at("/total/received").asInt());
    assertEquals(2, permits.at("/total/receivedOnline").asInt());
    assertEquals(1, permits.at("/total/closedEarly").asInt());
    assertEquals(1, permits.at("/total/closedLate").asInt());
    assertEquals(1, permits.at("/total/suspended").asInt());
    assertEquals(1, permits.at("/total/openInTime").asInt());
    assertEquals(1, permits.at("/deadLetters").size());
    assertEquals("sample.csv", permits.at("/deadLetters/0/input").asText());
    JsonNode dossiers = replay("one-stop", "--backfill");
    assertEquals(3, dossiers.at("/total/received").asInt(), dossiers.toString());
    assertEquals(1, dossiers.at("/total/closedEarly").asInt(), dossiers.toString());
    assertEquals(1, dossiers.at("/total/closedLate").asInt(), dossiers.toString());
    assertEquals(1, dossiers.at("/total/openInTime").asInt(), dossiers.toString());
    assertEquals(1, dossiers.at("/deadLetters").size(), dossiers.toString());
  }

  private JsonNode replay(String example, String... more) throws Exception {
    Path report = folder.resolve(example + ".json");
    Path sample = EXAMPLES.resolve(example).resolve("sample.csv");
    Path again = Files.writeString(folder.resolve("again.csv"), Files.readString(sample) + "\n");
    List<String> line = new ArrayList<>(List.of("replay", sample.toString(), again.toString()));
    line.addAll(List.of("--mapping", EXAMPLES.resolve(example).resolve("mapping.yaml").toString()));
    line.addAll(List.of("--units", EXAMPLES.resolve("units.csv").toString()));
    line.addAll(List.of("--from", "2026-08-01", "--to", "2026-09-14"));
    line.addAll(List.of("--now", "2026-09-15T08:00:00+07:00", "--report", report.toString()));
    line.addAll(List.of(more));
    Ran ran = run(line.toArray(String[]::new));
    assertEquals(0, ran.code(), ran.errors());
    return new ObjectMapper().readTree(report.toFile());
  }

  private static Ran check(String example) {
    Path files = EXAMPLES.resolve(example);
    return run(
        "mapping",
        "check",
        files.resolve("mapping.yaml").toString(),
        files.resolve("sample.csv").toString());
  }

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    int code =
        Main.commandLine(new Wiring())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(errors, true))
            .execute(arguments);
    return new Ran(code, out.toString(), errors.toString());
  }
}
