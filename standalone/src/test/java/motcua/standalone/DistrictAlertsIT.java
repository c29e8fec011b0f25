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
import java.util.ArrayList;
import java.util.List;
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
    Told told = told(SampleDistricts.Choice.DAK_SONG_OPEN_IN_TIME);

    List<JsonNode> ofDistrict =
        told.alerts.stream().filter(one -> one.get("scope").asText().equals(told.scope)).toList();
    assertEquals(1, ofDistrict.size(), told.toString());
    JsonNode alert = ofDistrict.getFirst();
    assertEquals("SURE", alert.get("severity").asText(), alert.toString());
    assertEquals("raised", alert.get("state").asText(), alert.toString());
    assertEquals(1_865, alert.at("/now/late").asLong(), alert.toString());
    assertEquals(17_604, alert.at("/now/dated").asLong(), alert.toString());
    assertEquals("Đất đai", alert.at("/fields/0/name").asText(), alert.toString());
    assertEquals(1_668, alert.at("/fields/0/late").asLong(), alert.toString());
  }

  @Test
  void shouldTellNothingOfGioLinh() throws Exception {
    assertEquals(List.of(), told(SampleDistricts.Choice.GIO_LINH).alerts);
  }

  /**
   * @param alerts late-rate alerts that ever were, of the scope and its units
   */
  private record Told(String scope, List<JsonNode> alerts) {}

  /** What is told of a district on the morning after. */
  private Told told(SampleDistricts.Choice choice) throws Exception {
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
      return new Told(whole.scopeUnit(), alerts(motcua, whole.scopeUnit()));
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

  /**
   * Of all pages: of how many units was told on the way is a matter of when figures were judged.
   */
  private static List<JsonNode> alerts(StandaloneMotcua motcua, String scope) throws Exception {
    List<JsonNode> alerts = new ArrayList<>();
    int total = 1;
    for (int number = 1; alerts.size() < total; number++) {
      JsonNode page =
          get(motcua, "/api/alerts?kind=late&state=all&scope=" + scope + "&page=" + number);
      total = page.get("total").asInt();
      assertTrue(total == 0 || !page.get("alerts").isEmpty(), page.toString());
      page.get("alerts").forEach(alerts::add);
    }
    return alerts;
  }

  private static JsonNode get(StandaloneMotcua motcua, String path) throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(motcua.product().url().resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }
}
