package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import motcua.schemas.sample.DistrictSet;
import motcua.schemas.sample.SampleDistricts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two districts through the whole product on the day after their period, judged over the calendar
 * year to date: one that was late, with the field that made it so, and one that was not.
 */
@Timeout(300)
class DistrictAlertsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void shouldBeSureOfDakSongAndNameLand() throws Exception {
    JsonNode page = alerts(SampleDistricts.Choice.DAK_SONG_OPEN_IN_TIME);

    JsonNode alert = null;
    for (JsonNode one : page.get("alerts")) {
      alert = one.get("scope").asText().equals(page.get("scope").asText()) ? one : alert;
    }
    assertTrue(alert != null, page.toString());
    assertEquals("SURE", alert.get("severity").asText(), alert.toString());
    assertEquals("raised", alert.get("state").asText(), alert.toString());
    assertEquals(1_865, alert.at("/now/late").asLong(), alert.toString());
    assertEquals(17_604, alert.at("/now/dated").asLong(), alert.toString());
    assertEquals("Đất đai", alert.at("/fields/0/name").asText(), alert.toString());
    assertEquals(1_668, alert.at("/fields/0/late").asLong(), alert.toString());
  }

  @Test
  void shouldTellNothingOfGioLinh() throws Exception {
    JsonNode page = alerts(SampleDistricts.Choice.GIO_LINH);

    assertEquals(0, page.get("total").asInt(), page.toString());
  }

  /** Late-rate alerts of a district and its units that ever were, on the morning after. */
  private JsonNode alerts(SampleDistricts.Choice choice) throws Exception {
    DistrictSet district =
        SampleDistricts.write(
                folder.resolve("sample"), SampleDistricts.DEFAULT_SEED, Set.of(choice))
            .getFirst();
    DistrictSet.Statement whole = district.statements().getFirst();
    OffsetDateTime now = morningAfter(whole.to());
    try (DataFolder data = DataFolder.kept(folder.resolve("data"));
        StandaloneMotcua motcua =
            StandaloneMotcua.start(data, settings(now), EmbeddedProduct::start, Progress.SILENT)) {
      var intake = new Intake(district.source(), Intake.RecordedAt.CLOCK, Optional.of(now));
      motcua.ingest(district.files(), intake, Progress.SILENT);
      return told(motcua, whole.scopeUnit());
    }
  }

  private static OffsetDateTime morningAfter(LocalDate day) {
    return day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.ofHours(7));
  }

  private StandaloneSettings settings(OffsetDateTime now) throws Exception {
    Path sample = folder.resolve("sample");
    Path rules =
        Files.writeString(
            folder.resolve("rules.json"),
            "{\"version\": \"1\", \"rules\": [{\"name\": \"late\", \"window\": \"YEAR\"}]}");
    return new StandaloneSettings(
        Optional.of(now),
        0,
        StandaloneSettings.DEFAULT_PARTITIONS,
        new ReferenceFiles(
            Optional.of(sample.resolve("units.csv")),
            Optional.of(sample.resolve("unit-aliases.csv")),
            Optional.of(sample.resolve("procedures.csv")),
            Optional.of(sample.resolve("holidays.csv")),
            Optional.empty()),
        Map.of("files.alerts", rules.toString()));
  }

  private static JsonNode told(StandaloneMotcua motcua, String scope) throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(
                    motcua
                        .product()
                        .url()
                        .resolve("/api/alerts?kind=late&state=all&scope=" + scope))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }
}
