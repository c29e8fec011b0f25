package motcua.schemas.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomHistoriesTest {
  private static final long SEED = Long.getLong("motcua.seed", 7L);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void shouldMakeEveryKindOfMess() {
    System.out.println("seed " + SEED);
    List<String> lines = RandomHistories.lines(HistoryParameters.messy(SEED, 2_000, 12));

    Set<String> types = new HashSet<>();
    Map<String, Set<String>> dossiersByEvent = new HashMap<>();
    int malformed = 0;
    int retracted = 0;
    for (String line : lines) {
      JsonNode event = parse(line);
      if (event == null) {
        malformed++;
      } else {
        types.add(event.path("type").asText());
        retracted += event.path("retracted").asBoolean() ? 1 : 0;
        dossiersByEvent
            .computeIfAbsent(event.path("eventId").asText(), id -> new HashSet<>())
            .add(event.path("dossierId").asText());
      }
    }
    assertEquals(16, types.size(), types.toString());
    assertTrue(
        types.containsAll(
            Set.of("REOPENED", "TRANSFERRED", "SUSPENDED", "WITHDRAWN", "FINISHED", "")));
    assertTrue(malformed > 0 && retracted > 0);
    assertTrue(new HashSet<>(lines).size() < lines.size(), "no duplicate line");
    assertTrue(
        dossiersByEvent.values().stream().anyMatch(dossiers -> dossiers.size() > 1),
        "nothing moved");
  }

  @Test
  void shouldMakeNoMessWhenAskedForNone() {
    List<String> lines = RandomHistories.lines(HistoryParameters.clean(SEED, 500, 12));

    Set<String> events = new HashSet<>();
    for (String line : lines) {
      JsonNode event = parse(line);
      assertTrue(events.add(event.get("eventId").asText()), line);
      assertFalse(event.has("retracted"));
    }
  }

  @Test
  void shouldGiveTheSameLinesForTheSameSeed() {
    HistoryParameters parameters = HistoryParameters.messy(SEED, 300, 5);

    assertEquals(RandomHistories.lines(parameters), RandomHistories.lines(parameters));
    assertNotEquals(
        RandomHistories.lines(parameters),
        RandomHistories.lines(HistoryParameters.messy(SEED + 1, 300, 5)));
  }

  @Test
  void shouldShuffleWithoutLosingALine() {
    HistoryParameters parameters = HistoryParameters.clean(SEED, 3_000, 5);
    List<String> lines = RandomHistories.lines(parameters);
    List<Integer> numbers = new ArrayList<>();
    Set<String> dossiers = new HashSet<>();
    for (String line : lines) {
      String dossier = parse(line).get("dossierId").asText();
      dossiers.add(dossier);
      numbers.add(Integer.valueOf(dossier.substring(dossier.indexOf('-') + 1)));
    }

    assertTrue(dossiers.size() > 2_900, "dossiers " + dossiers.size());
    assertNotEquals(numbers.stream().sorted().toList(), numbers);
  }

  @Test
  void shouldWriteLinesAndTheirUnits(@TempDir Path folder) throws IOException {
    HistoryParameters parameters = HistoryParameters.messy(SEED, 100, 3);

    RandomHistories.write(folder, parameters);

    assertEquals(
        RandomHistories.lines(parameters), Files.readAllLines(folder.resolve("events.ndjson")));
    List<String> units = Files.readAllLines(folder.resolve("units.csv"));
    assertEquals(5, units.size());
    assertTrue(units.stream().allMatch(line -> line.split(",", -1).length == 9), units.toString());
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
