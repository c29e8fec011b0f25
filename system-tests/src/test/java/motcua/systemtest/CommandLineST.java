package motcua.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class CommandLineST {
  private static final Duration SHORT = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void shouldRefuseBadUsageInOneLine() throws Exception {
    try (ProcessUnderTest motcua =
        motcua("replay", "nowhere.ndjson", "--units", "none.csv", "--report", "r.json")) {
      ProcessUnderTest.Result result = motcua.start().awaitExit(SHORT);

      assertEquals(2, result.exitCode(), result.output());
      assertEquals(1, result.output().lines().count(), result.output());
    }
  }

  @Test
  void shouldNameTheFileThatIsMissing() throws Exception {
    try (ProcessUnderTest motcua =
        motcua(
            "replay",
            folder.toString(),
            "--units",
            "none.csv",
            "--from",
            "2024-01-01",
            "--to",
            "2024-01-31",
            "--report",
            "r.json")) {
      ProcessUnderTest.Result result = motcua.start().awaitExit(SHORT);

      assertEquals(2, result.exitCode(), result.output());
    }
  }

  @Test
  void shouldOpenItsFolderAgainAfterAKillThatLeftChildrenBehind() throws Exception {
    Path data = folder.resolve("data");
    Path report = folder.resolve("report.json");
    try (ProcessUnderTest motcua = replay(data, report)) {
      motcua.start();
      motcua.awaitWhileRunning(
          "PostgreSQL runs",
          SHORT,
          () -> Files.exists(data.resolve("postgresql/data/postmaster.pid")));

      motcua.kill(ProcessUnderTest.Reach.JVM_ONLY);

      assertFalse(Files.exists(report), "it was over before the kill");
      ProcessUnderTest.Result result = motcua.start().awaitExit(Duration.ofSeconds(180));
      assertEquals(0, result.exitCode(), result.output());
      JsonNode total = new ObjectMapper().readTree(report.toFile()).path("total");
      assertEquals(1, total.path("received").asInt(), total.toString());
      assertEquals(2, motcua.starts());
    }
  }

  private ProcessUnderTest replay(Path data, Path report) throws Exception {
    Path units =
        Files.writeString(
            folder.resolve("units.csv"),
            "code,name,parent,level,validFrom,validTo,successor,headName,headEmail\nU,Unit,,DISTRICT,,,,,\n");
    Path events =
        Files.writeString(
            folder.resolve("events.ndjson"),
            "{\"eventId\":\"e1\",\"source\":\"h56\",\"dossierId\":\"d1\",\"type\":\"RECEIVED\",\"unit\":\"U\",\"channel\":\"DIRECT\","
                + "\"occurredAt\":\"2024-07-01T08:00:00+07:00\",\"recordedAt\":\"2024-07-01T08:00:00+07:00\"}\n");
    return motcua(
        "replay",
        events.toString(),
        "--units",
        units.toString(),
        "--from",
        "2024-07-01",
        "--to",
        "2024-07-31",
        "--now",
        "2024-09-15T00:00:00+07:00",
        "--data",
        data.toString(),
        "--report",
        report.toString());
  }

  private ProcessUnderTest motcua(String... arguments) {
    return ProcessUnderTest.motcua(folder.resolve("output.txt"), arguments);
  }
}
