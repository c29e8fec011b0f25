package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import motcua.readmodel.Breakdown;
import motcua.report.ReportJson;
import motcua.report.ReportRequest;
import motcua.schemas.sample.HistoryParameters;
import motcua.schemas.sample.RandomHistories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files in, reports out, through every real part. */
@Timeout(300)
class ReplayIT {
  private static final long SEED = Long.getLong("motcua.seed", 7L);
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-09-15T12:00:00+07:00");
  private static final Path EXAMPLES = Path.of("../ingest-connector/src/test/resources");
  private static final String DESK = "H99.31.07";

  @TempDir Path folder;

  @Test
  void shouldGiveOneReportForOneSetOfInputs() throws Exception {
    System.out.println("seed " + SEED);
    HistoryParameters parameters = HistoryParameters.messy(SEED, 300, 12);
    List<String> lines = new ArrayList<>(RandomHistories.lines(parameters));
    Path units =
        Files.writeString(
            folder.resolve("units.csv"),
            RandomHistories.unitsCsv(parameters.units()) + DESK + ",Xã Mẫu Sơn,,commune,,,,,\n");
    Path events = Files.write(folder.resolve("events.ndjson"), lines);
    // A blank line more: the launcher skips a file whose content it has read before.
    Path again = Files.writeString(folder.resolve("b.ndjson"), Files.readString(events) + "\n");
    Collections.reverse(lines);
    Path reversed = Files.write(folder.resolve("reversed.ndjson"), lines);

    JsonNode once;
    JsonNode twice;
    JsonNode examples;
    try (DataFolder data = DataFolder.kept(folder.resolve("data"));
        StandaloneMotcua motcua = start(data, units)) {
      once = ingest(motcua, events);
      twice = ingest(motcua, again);
      ingest(motcua, EXAMPLES.resolve("payload-example.json"));
      ingest(motcua, EXAMPLES.resolve("payload-progress-example.json"));
      examples = report(motcua, DESK, "2026-06-15", "2026-09-14");
    }
    JsonNode backward;
    try (DataFolder data = DataFolder.kept(folder.resolve("data-reversed"));
        StandaloneMotcua motcua = start(data, units)) {
      backward = ingest(motcua, reversed);
    }

    assertFalse(once.get("rows").isEmpty());
    assertFalse(once.get("marks").isEmpty());
    assertFalse(once.get("deadLetters").isEmpty());
    assertSameFigures(once, twice);
    assertSameFigures(once, backward);
    assertExamples(examples);
  }

  /** national-payload.md 8. */
  private static void assertExamples(JsonNode report) {
    Map<String, Integer> expected =
        Map.ofEntries(
            Map.entry("carriedOver", 0),
            Map.entry("received", 3),
            Map.entry("receivedOnline", 1),
            Map.entry("receivedDirect", 1),
            Map.entry("receivedPostal", 1),
            Map.entry("closedEarly", 0),
            Map.entry("closedOnTime", 1),
            Map.entry("closedLate", 1),
            Map.entry("openInTime", 1),
            Map.entry("openOverdue", 0),
            Map.entry("componentsDigitised", 1),
            Map.entry("componentsPartial", 1),
            Map.entry("resultsDigitised", 1),
            Map.entry("feePaid", 2),
            Map.entry("feePaidOnline", 1),
            Map.entry("lateApologised", 1));
    JsonNode total = report.get("total");
    expected.forEach((column, value) -> assertEquals(value, total.get(column).asInt(), column));
    assertEquals(1, total.at("/ratios/late/numerator").asInt());
    assertEquals(2, total.at("/ratios/late/denominator").asInt());
    assertEquals(1, report.get("rows").size());
  }

  private static void assertSameFigures(JsonNode expected, JsonNode actual) {
    for (String part : List.of("rows", "total", "marks")) {
      assertEquals(expected.get(part).toString(), actual.get(part).toString(), part);
    }
    assertEquals(refusals(expected), refusals(actual));
  }

  /** Dead letters by what identifies them (contract.md). */
  private static TreeSet<String> refusals(JsonNode report) {
    TreeSet<String> refusals = new TreeSet<>();
    report
        .get("deadLetters")
        .forEach(
            letter ->
                refusals.add(
                    letter.get("fingerprint").asText() + " " + letter.get("reason").asText()));
    return refusals;
  }

  private static StandaloneMotcua start(DataFolder data, Path units) throws Exception {
    ReferenceFiles files =
        new ReferenceFiles(
            Optional.of(units),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    StandaloneSettings settings =
        new StandaloneSettings(
            Optional.of(NOW), 0, StandaloneSettings.DEFAULT_PARTITIONS, files, Map.of());
    return StandaloneMotcua.start(data, settings, EmbeddedProduct::start, Progress.SILENT);
  }

  private static JsonNode ingest(StandaloneMotcua motcua, Path input) throws Exception {
    Intake intake = new Intake("replay", Intake.RecordedAt.INPUT, Optional.of(NOW));
    motcua.ingest(List.of(input), intake, Progress.SILENT);
    return report(motcua, "ALL", "2024-01-01", "2024-12-31");
  }

  private static JsonNode report(StandaloneMotcua motcua, String scope, String from, String to)
      throws Exception {
    ReportRequest request =
        new ReportRequest(scope, LocalDate.parse(from), LocalDate.parse(to), null, Breakdown.NONE);
    return new ObjectMapper().readTree(ReportJson.bytes(motcua.product().report(request)));
  }
}
