package motcua.standalone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.sample.BenchmarkEvents;
import motcua.standalone.cli.PlainCount.Told;

/**
 * Years of an office: the generated year 2024, with another seed and whole weeks earlier or later
 * for each other year, so that office days stay office days.
 */
final class GeneratedHistory {
  static final String SOURCE = "h99";
  private static final int WEEKS_A_YEAR = 52;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final ObjectMapper JSON = new ObjectMapper();

  private GeneratedHistory() {}

  /** A year's events in the order in which they happened, known when they happened. */
  static List<Told> year(int year, long seed, int events) {
    Duration shift = Duration.ofDays(7L * WEEKS_A_YEAR * (year - 2024));
    List<Told> told = new ArrayList<>(events);
    new BenchmarkEvents(seed + year, events)
        .forEachRemaining(event -> told.add(told(event, year, shift)));
    return told;
  }

  private static Told told(DossierEvent event, int year, Duration shift) {
    Map<String, String> content = new TreeMap<>();
    if (event.getReception() != null) {
      content.put("unit", event.getReception().getUnit());
      content.put("procedure", event.getReception().getProcedure());
      content.put("field", event.getReception().getField());
      content.put("channel", event.getReception().getChannel());
    }
    if (event.getDue() != null) {
      content.put("dueAt", instant(event.getDue().getDueAtMicros()).plus(shift).toString());
    }
    if (event.getSuspension() != null) {
      content.put("reason", event.getSuspension().getReason());
    }
    if (event.getDigitisation() != null) {
      content.put("components", event.getDigitisation().getComponents());
    }
    Instant at = instant(event.getOccurredAtMicros()).plus(shift);
    return new Told(event.getDossierId() + "-" + year, event.getType(), at, at, content);
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(0, micros * 1_000);
  }

  /** The events as canonical lines. */
  static List<String> lines(List<Told> told) {
    return told.stream().map(GeneratedHistory::line).toList();
  }

  /** Of one type a dossier has one event at most, so that the type makes its id. */
  private static String line(Told told) {
    ObjectNode line = JSON.createObjectNode();
    line.put("eventId", told.dossier() + ":" + told.type());
    line.put("source", SOURCE);
    line.put("dossierId", told.dossier());
    line.put("type", told.type());
    line.put("occurredAt", time(told.occurred()));
    line.put("recordedAt", time(told.recorded()));
    told.content()
        .forEach(
            (name, value) ->
                line.put(name, name.equals("dueAt") ? time(Instant.parse(value)) : value));
    return line.toString();
  }

  private static String time(Instant moment) {
    return moment.atZone(ZONE).toOffsetDateTime().toString();
  }
}
