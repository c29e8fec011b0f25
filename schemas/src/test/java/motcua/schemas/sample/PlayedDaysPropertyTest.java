package motcua.schemas.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Played days of a random seed; replay with {@code -Dmotcua.seed}. */
class PlayedDaysPropertyTest {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int DAYS = 8;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> TYPES =
      Set.of(
          "RECEIVED",
          "DUE_CHANGED",
          "SUSPENDED",
          "RESUMED",
          "COMPLETED",
          "RETURNED",
          "REFUSED",
          "WITHDRAWN",
          "TRANSFERRED",
          "COMPONENTS_DIGITISED",
          "RESULT_DIGITISED",
          "FEE_PAID",
          "APOLOGISED");

  /** A field whose content could name a person does not exist. */
  private static final Set<String> FIELDS =
      Set.of(
          "eventId",
          "source",
          "dossierId",
          "type",
          "occurredAt",
          "recordedAt",
          "unit",
          "procedure",
          "field",
          "channel",
          "dueAt",
          "reason",
          "components",
          "online",
          "retracted");

  private static PlayedDay before;
  private static List<PlayedDay> days;

  @BeforeAll
  static void play() {
    System.out.println("motcua.seed=" + SEED);
    PlayedDays played = new PlayedDays(SEED);
    before = played.before();
    days = new ArrayList<>();
    PlayedState state = before.after();
    for (int i = 0; i < DAYS; i++) {
      days.add(played.next(state));
      state = days.getLast().after();
    }
  }

  @Test
  void shouldPlayWorkingDaysInOrder() {
    assertEquals(PlayedDays.FIRST, days.getFirst().day());
    for (int i = 0; i < DAYS; i++) {
      PlayedDay day = days.get(i);
      assertFalse(day.day().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0, day.day().toString());
      assertTrue(i == 0 || day.day().isAfter(days.get(i - 1).day()));
      Instant last = day.opens();
      for (PlayedLine line : day.lines()) {
        assertFalse(line.at().isBefore(last), line.text());
        last = line.at();
      }
      assertTrue(last.isBefore(day.closes()), last.toString());
    }
  }

  @Test
  void shouldKeepTheContractButForTwoLinesADay() {
    List<PlayedDay> all = new ArrayList<>(days);
    all.add(before);
    for (PlayedDay day : all) {
      List<String> faults =
          day.lines().stream().map(PlayedDaysPropertyTest::fault).filter(f -> f != null).toList();
      assertEquals(Set.of("occurredAt", "type"), Set.copyOf(faults));
      assertEquals(2, faults.size(), faults.toString());
    }
  }

  @Test
  void shouldEnterEventsInOfficeHours() {
    List<PlayedDay> all = new ArrayList<>(days);
    all.add(before);
    for (PlayedDay day : all) {
      for (PlayedLine line : day.lines()) {
        if (fault(line) == null) {
          LocalTime at = OffsetDateTime.parse(event(line).get("occurredAt").asText()).toLocalTime();
          boolean morning = !at.isBefore(LocalTime.of(7, 30)) && at.isBefore(LocalTime.of(11, 30));
          boolean afternoon =
              !at.isBefore(LocalTime.of(13, 30)) && at.isBefore(LocalTime.of(17, 0));
          boolean spills = at.isBefore(LocalTime.of(13, 0)) && at.isAfter(LocalTime.of(7, 0));
          assertTrue(morning || afternoon || spills, line.text());
        }
      }
    }
  }

  @Test
  void shouldNeverSayThatAnEventIsKnownBeforeItHappened() {
    for (PlayedDay day : days) {
      for (PlayedLine line : day.lines()) {
        if (fault(line) == null) {
          Instant occurred =
              OffsetDateTime.parse(event(line).get("occurredAt").asText()).toInstant();
          assertFalse(line.at().isBefore(occurred), line.text());
          assertEquals(
              line.at(), OffsetDateTime.parse(event(line).get("recordedAt").asText()).toInstant());
        }
      }
    }
  }

  @Test
  void shouldReceiveADossierOnceAndBeforeAllElse() {
    Map<String, OffsetDateTime> received = new HashMap<>();
    List<PlayedLine> lines = new ArrayList<>(before.lines());
    days.forEach(day -> lines.addAll(day.lines()));
    for (PlayedLine line : lines) {
      if (fault(line) == null && event(line).get("type").asText().equals("RECEIVED")) {
        OffsetDateTime at = OffsetDateTime.parse(event(line).get("occurredAt").asText());
        OffsetDateTime known = received.put(event(line).get("dossierId").asText(), at);
        assertTrue(known == null || known.equals(at), line.text());
      }
    }
    for (PlayedLine line : lines) {
      if (fault(line) == null) {
        OffsetDateTime first = received.get(event(line).get("dossierId").asText());
        OffsetDateTime at = OffsetDateTime.parse(event(line).get("occurredAt").asText());
        assertTrue(first != null && !at.isBefore(first), line.text());
      }
    }
  }

  @Test
  void shouldHearNothingOfTheSilentSystemInTheAfternoon() {
    for (PlayedDay day : days) {
      Map<String, Instant> last =
          day.lines().stream()
              .collect(
                  Collectors.toMap(
                      line -> event(line).get("source").asText(),
                      PlayedLine::at,
                      (a, b) -> a.isAfter(b) ? a : b));
      Instant silent = day.day().atTime(PlayedDays.SILENT_FROM).toInstant(PlayedEvent.VIETNAM);
      assertTrue(last.get(PlayedDays.SILENT_SOURCE).isBefore(silent.plusSeconds(60)));
      assertTrue(last.get(PlayedDays.TALKING_SOURCE).isAfter(silent.plusSeconds(2 * 3_600)));
    }
  }

  @Test
  void shouldMakeTheUnitInTurnLateInTheMorningAndNotInTheEvening() {
    for (PlayedDay day : days) {
      String unit = new PlayedDays(SEED).lateUnits(day.day()).getFirst();
      PlayedState.Tally evening = day.after().tallies().get(unit);
      assertTrue(evening.late() >= 6, day.day() + " " + unit + " " + evening);
      assertTrue(100 * evening.late() <= 4.5 * evening.dated(), day.day() + " " + evening);
    }
  }

  @Test
  void shouldLeaveEverybodyElseBelowTheThreshold() {
    PlayedDays played = new PlayedDays(SEED);
    // A unit that had its turn stands near the threshold for the rest of the quarter.
    Set<String> late = new HashSet<>();
    for (PlayedDay day : days) {
      late.addAll(played.lateUnits(day.day()));
      day.after()
          .tallies()
          .forEach(
              (unit, tally) ->
                  assertTrue(
                      late.contains(unit) || tally.late() < 2 || tally.late() * 20 <= tally.dated(),
                      day.day() + " " + unit + " " + tally));
      assertTrue(day.after().tallies().get(played.tinyUnit()).late() <= 1);
    }
  }

  @Test
  void shouldGiveTheSameDaysForTheSameSeed() {
    PlayedDay again = new PlayedDays(SEED).next(new PlayedDays(SEED).before().after());

    assertEquals(days.getFirst().lines(), again.lines());
    assertNotEquals(
        days.getFirst().lines(),
        new PlayedDays(SEED + 1).next(new PlayedDays(SEED + 1).before().after()).lines());
  }

  @Test
  void shouldTellOfEveryKind() {
    Set<String> types = new HashSet<>();
    Set<String> channels = new HashSet<>();
    long retracted = 0;
    List<PlayedLine> lines = new ArrayList<>(before.lines());
    days.forEach(day -> lines.addAll(day.lines()));
    for (PlayedLine line : lines) {
      if (fault(line) == null) {
        types.add(event(line).get("type").asText());
        channels.add(event(line).path("channel").asText());
        retracted += event(line).path("retracted").asBoolean() ? 1 : 0;
      }
    }
    assertEquals(TYPES, types);
    assertTrue(channels.containsAll(Set.of("ONLINE", "DIRECT", "POSTAL")), channels.toString());
    assertTrue(retracted > 0);
    for (PlayedDay day : days) {
      assertTrue(day.lines().size() > 400 && day.lines().size() < 2_000, "" + day.lines().size());
    }
  }

  @Test
  void shouldBeginLegalQuartersOnTheFifteenth() {
    assertEquals(LocalDate.of(2024, 9, 15), LegalQuarters.first(LocalDate.of(2024, 10, 28)));
    assertEquals(LocalDate.of(2024, 9, 15), LegalQuarters.first(LocalDate.of(2024, 12, 14)));
    assertEquals(LocalDate.of(2024, 12, 15), LegalQuarters.first(LocalDate.of(2024, 12, 15)));
    assertEquals(LocalDate.of(2024, 12, 15), LegalQuarters.first(LocalDate.of(2025, 1, 31)));
    assertEquals(LocalDate.of(2024, 12, 15), LegalQuarters.first(LocalDate.of(2025, 3, 14)));
    assertEquals(LocalDate.of(2025, 3, 15), LegalQuarters.first(LocalDate.of(2025, 4, 1)));
  }

  /** Name of the first field that breaks ledger.md 2; null when none does. */
  private static String fault(PlayedLine line) {
    JsonNode event = event(line);
    for (String name : List.of("eventId", "source", "dossierId", "type", "occurredAt")) {
      if (!event.hasNonNull(name)) {
        return name;
      }
    }
    event.fieldNames().forEachRemaining(name -> assertTrue(FIELDS.contains(name), name));
    for (String name : List.of("occurredAt", "recordedAt", "dueAt")) {
      if (event.has(name) && !isMoment(event.get(name).asText())) {
        return name;
      }
    }
    String type = event.get("type").asText();
    if (!TYPES.contains(type)) {
      return "type";
    }
    return switch (type) {
      case "RECEIVED" -> event.has("unit") && event.has("channel") ? null : "unit";
      case "TRANSFERRED" -> event.has("unit") ? null : "unit";
      case "DUE_CHANGED" -> event.has("dueAt") ? null : "dueAt";
      default -> null;
    };
  }

  private static boolean isMoment(String text) {
    try {
      return OffsetDateTime.parse(text) != null;
    } catch (DateTimeParseException wrong) {
      return false;
    }
  }

  private static JsonNode event(PlayedLine line) {
    try {
      return JSON.readTree(line.text());
    } catch (JsonProcessingException e) {
      throw new AssertionError(line.text(), e);
    }
  }
}
