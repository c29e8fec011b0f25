package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** ledger.md 1: what was said for a day that is over can be said again. */
  @Test
  void shouldDrawAClosedDayAgainAfterAMonthOfCorrections() throws Exception {
    System.out.println("seed " + SEED);
    HistoryParameters parameters = HistoryParameters.messy(SEED, 600, 12);
    OffsetDateTime dayIsOver = OffsetDateTime.parse("2024-09-25T00:15:00+07:00");
    OffsetDateTime monthLater = OffsetDateTime.parse("2024-10-25T00:15:00+07:00");
    LocalDate cut = LocalDate.of(2024, 9, 24);
    Path units =
        Files.writeString(
            folder.resolve("units.csv"), RandomHistories.unitsCsv(parameters.units()));
    List<String> lines = RandomHistories.lines(parameters);
    Path known = recorded(lines, OffsetDateTime.MIN, dayIsOver, "known.ndjson");
    Path learned = recorded(lines, dayIsOver, monthLater, "learned.ndjson");

    byte[] then;
    byte[] latest;
    try (DataFolder data = DataFolder.kept(folder.resolve("data"));
        StandaloneMotcua motcua = start(data, units, dayIsOver)) {
      ingest(motcua, known, dayIsOver);
      then = canonical(motcua, cut);
      latest = canonical(motcua, null);
    }
    try (DataFolder data = DataFolder.kept(folder.resolve("data"));
        StandaloneMotcua motcua = start(data, units, monthLater)) {
      ingest(motcua, learned, monthLater);
      assertArrayEquals(then, canonical(motcua, cut));
      assertFalse(Arrays.equals(latest, canonical(motcua, null)), "nothing was corrected");
    }
  }

  /**
   * The lines recorded from one moment until before another; those without a time are the first's.
   */
  private Path recorded(List<String> lines, OffsetDateTime from, OffsetDateTime to, String name)
      throws Exception {
    List<String> chosen = new ArrayList<>();
    for (String line : lines) {
      OffsetDateTime at = recordedAt(line);
      if (!at.isBefore(from) && at.isBefore(to)) {
        chosen.add(line);
      }
    }
    assertTrue(chosen.size() > 200, name + " has " + chosen.size() + " lines");
    return Files.write(folder.resolve(name), chosen);
  }

  private static OffsetDateTime recordedAt(String line) {
    try {
      return OffsetDateTime.parse(new ObjectMapper().readTree(line).get("recordedAt").asText());
    } catch (Exception unreadable) {
      return OffsetDateTime.MIN;
    }
  }

  private static byte[] canonical(StandaloneMotcua motcua, LocalDate cut) throws Exception {
    return ReportJson.canonicalBytes(
        motcua
            .product()
            .report(
                new ReportRequest(
                    "ALL",
                    LocalDate.of(2024, 7, 1),
                    LocalDate.of(2024, 9, 24),
                    cut,
                    Breakdown.FIELD)));
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
    return start(data, units, NOW);
  }

  private static StandaloneMotcua start(DataFolder data, Path units, OffsetDateTime now)
      throws Exception {
    ReferenceFiles files =
        new ReferenceFiles(
            Optional.of(units),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    StandaloneSettings settings =
        new StandaloneSettings(
            Optional.of(now), 0, StandaloneSettings.DEFAULT_PARTITIONS, files, Map.of());
    return StandaloneMotcua.start(data, settings, EmbeddedProduct::start, Progress.SILENT);
  }

  private static JsonNode ingest(StandaloneMotcua motcua, Path input) throws Exception {
    ingest(motcua, input, NOW);
    return report(motcua, "ALL", "2024-01-01", "2024-12-31");
  }

  private static void ingest(StandaloneMotcua motcua, Path input, OffsetDateTime now)
      throws Exception {
    Intake intake = new Intake("replay", Intake.RecordedAt.INPUT, Optional.of(now));
    motcua.ingest(List.of(input), intake, Progress.SILENT);
  }

  private static JsonNode report(StandaloneMotcua motcua, String scope, String from, String to)
      throws Exception {
    ReportRequest request =
        new ReportRequest(scope, LocalDate.parse(from), LocalDate.parse(to), null, Breakdown.NONE);
    return new ObjectMapper().readTree(ReportJson.bytes(motcua.product().report(request)));
  }
}
