package motcua.standalone.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import motcua.readmodel.AuditResult;
import motcua.schemas.sample.PlayedDays;
import motcua.schemas.sample.SampleDistricts;
import motcua.standalone.DataFolder;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Progress;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A working day in some twenty seconds, through the connector, the topology and the page. Replay
 * with {@code -Dmotcua.seed}.
 */
@Timeout(300)
class DayPlayIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final PlaySettings FAST = new PlaySettings(SEED, 1_800, Duration.ofSeconds(1));
  private static final String DISTRICT = "H23.991";
  private static final String SILENT_DISTRICT = "H50.991";
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;
  private StandaloneMotcua motcua;

  @Test
  void shouldMoveFiguresAndAlertsAndLoseNothing() throws Exception {
    System.out.println("motcua.seed=" + SEED);
    PlayClock clock = new PlayClock(SampleDistricts.CLOCK);
    try (DataFolder data = DataFolder.kept(folder.resolve("data"));
        StandaloneMotcua started =
            StandaloneMotcua.start(
                data,
                settings(),
                config -> EmbeddedProduct.startPlayed(config, clock),
                Progress.SILENT)) {
      motcua = started;
      try (DayPlay play = DayPlay.start(motcua, clock, FAST, DayPlay.Watcher.NONE)) {
        watch(play);
      }
      motcua.awaitIntake(Progress.SILENT);
      AuditResult result = motcua.product().audit();
      assertEquals(0, result.drift(), result.toString());
      assertTrue(result.dossiers() > 4_000, result.toString());
      assertEquals(4, get("/api/dead-letters/summary").get("total").asLong(), "two a day");
    }
  }

  private void watch(DayPlay play) throws Exception {
    List<String> late = new PlayedDays(SEED).lateUnits(PlayedDays.FIRST);
    Set<String> figures = new HashSet<>();
    Set<String> told = new HashSet<>();
    Set<String> toldOfSilent = new HashSet<>();
    await(
        play,
        "weeks before the first day are loaded",
        () -> late().path("denominator").asLong() > 1_000);
    await(
        play,
        "the figures move",
        () -> {
          figures.add(late().toString());
          return figures.size() > 5;
        });
    await(
        play,
        "the unit in turn is surely late",
        () -> states(late.getFirst(), told).contains("SURE"));
    await(
        play,
        "the silent system is told of",
        () -> {
          states(late.getFirst(), told);
          states(late.getLast(), toldOfSilent);
          return !get("/api/ratios?scope=" + SILENT_DISTRICT).get("stale").isNull();
        });
    assertFalse(get("/api/ratios?scope=" + DISTRICT).get("stale").isObject());
    await(
        play, "its alert is frozen", () -> states(late.getLast(), toldOfSilent).contains("frozen"));
    await(
        play, "the unit in turn recovers", () -> states(late.getFirst(), told).contains("cleared"));
    await(play, "the next day begins", () -> now().getDayOfMonth() == 29 && now().getHour() >= 8);
    assertEquals(
        0,
        get("/api/alerts?kind=late&state=all&scope=" + new PlayedDays(SEED).tinyUnit())
            .get("total")
            .asInt());
  }

  private JsonNode late() {
    return get("/api/ratios?scope=" + DISTRICT).at("/windows/LEGAL_QUARTER/late");
  }

  private OffsetDateTime now() {
    return OffsetDateTime.parse(get("/api/ratios?scope=" + DISTRICT).get("now").asText())
        .withOffsetSameInstant(ZoneOffset.ofHours(7));
  }

  /** Adds the state and severity of a unit's alert to those seen. */
  private Set<String> states(String unit, Set<String> seen) {
    for (JsonNode alert : get("/api/alerts?kind=late&state=all&scope=" + unit).get("alerts")) {
      seen.add(alert.get("state").asText());
      seen.add(alert.path("severity").asText());
    }
    return seen;
  }

  private static void await(DayPlay play, String what, BooleanSupplier holds) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      assertNull(play.failure());
      assertTrue(System.nanoTime() < deadline, what);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private JsonNode get(String path) {
    try {
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(motcua.product().url().resolve(path)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer.body());
      return JSON.readTree(answer.body());
    } catch (Exception e) {
      throw new AssertionError(path, e);
    }
  }

  private StandaloneSettings settings() throws Exception {
    Path sample = folder.resolve("sample");
    SampleDistricts.writeTables(
        sample, Set.of(SampleDistricts.Choice.CAM_GIANG, SampleDistricts.Choice.GIO_LINH));
    Path rules =
        Files.writeString(
            folder.resolve("rules.json"),
            "{\"rules\": [{\"name\": \"late\"}], \"silence\": {\"sources\": {\"%s\": 1}}}"
                .formatted(PlayedDays.SILENT_SOURCE));
    return new StandaloneSettings(
        Optional.empty(),
        0,
        StandaloneSettings.DEFAULT_PARTITIONS,
        new ReferenceFiles(
            Optional.of(sample.resolve("units.csv")),
            Optional.of(sample.resolve("unit-aliases.csv")),
            Optional.of(sample.resolve("procedures.csv")),
            Optional.of(sample.resolve("holidays.csv")),
            Optional.empty()),
        Map.of("files.alerts", rules.toString(), "clock.tick.interval.ms", "250"));
  }
}
