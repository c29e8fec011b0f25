package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.readmodel.Breakdown;
import motcua.report.ReportRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ReplayRunIT {
  private static final String EVENT =
      """
      {"eventId":"e%d","source":"h56","dossierId":"d%d","type":"RECEIVED","occurredAt":"2024-07-01T08:00:00+07:00",\
      "recordedAt":"2024-07-01T08:00:00+07:00","unit":"U","channel":"DIRECT"}
      """;

  @TempDir Path folder;

  @Test
  void shouldReadEveryInputOnceOverTwoRunsInOneFolder() throws Exception {
    Path first =
        Files.writeString(
            folder.resolve("first.ndjson"), EVENT.formatted(1, 1) + EVENT.formatted(2, 2));
    Path second =
        Files.writeString(folder.resolve("second.ndjson"), EVENT.formatted(3, 3) + "{broken\n");

    JsonNode afterFirst = replay(List.of(first));
    JsonNode afterBoth = replay(List.of(first, second));

    assertEquals(2, afterFirst.get("received").asInt());
    assertEquals(0, afterFirst.get("refused").asInt());
    assertEquals(3, afterBoth.get("received").asInt());
    assertEquals(1, afterBoth.get("refused").asInt());
  }

  @Test
  void shouldBeReadyInTwentySeconds() throws Exception {
    long started = System.nanoTime();
    try (DataFolder data = DataFolder.kept(folder.resolve("data"));
        StandaloneMotcua motcua =
            StandaloneMotcua.start(
                data, StandaloneSettings.DEFAULT, CountingProduct::start, Progress.SILENT)) {
      Duration ready = Duration.ofNanos(System.nanoTime() - started);
      System.err.println("READY " + ready);
      assertTrue(ready.toSeconds() < 20, "ready after " + ready);
      started = System.nanoTime();
    }
    System.err.println("STOP " + Duration.ofNanos(System.nanoTime() - started));
  }

  private JsonNode replay(List<Path> inputs) throws Exception {
    Optional<OffsetDateTime> now = Optional.of(OffsetDateTime.parse("2024-09-15T00:00:00+07:00"));
    Path report = folder.resolve("report.json");
    LocalDate from = LocalDate.of(2024, 7, 1);
    ReportRequest request = new ReportRequest("ALL", from, from, null, Breakdown.NONE);
    StandaloneSettings settings = new StandaloneSettings(now, 0, 1, ReferenceFiles.NONE, Map.of());
    ReplayRun run =
        new ReplayRun(
            inputs,
            new Intake("h56", Intake.RecordedAt.INPUT, now),
            settings,
            new ReplayRun.Requests.One(request),
            report);
    try (DataFolder data = DataFolder.kept(folder.resolve("data"))) {
      run.run(data, CountingProduct::start, Progress.SILENT);
    }
    return new ObjectMapper().readTree(report.toFile()).path("total");
  }
}
