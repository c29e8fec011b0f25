package motcua.reference;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import motcua.core.alert.OfficeHours;
import motcua.core.alert.SilenceRule;

/** When a source counts as silent, as JSON: the key {@code silence} of the rules of alerts. */
final class SilenceFields {
  private static final BigDecimal SECONDS = BigDecimal.valueOf(3_600);
  private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(10_000);

  private SilenceFields() {}

  /** As written, or {@link SilenceRule#DEFAULT}. */
  static SilenceRule of(JsonFields file) {
    if (!file.has("silence")) {
      return SilenceRule.DEFAULT;
    }
    JsonFields json = file.object("silence");
    json.only("officeHours", "afterOfficeHours", "sources");
    Map<String, Optional<Duration>> bySource = new TreeMap<>();
    if (json.has("sources")) {
      JsonFields sources = json.object("sources");
      sources.keys().forEach(source -> bySource.put(source, limit(sources, source)));
    }
    return new SilenceRule(
        json.has("officeHours") ? hours(json) : SilenceRule.DEFAULT.hours(),
        json.has("afterOfficeHours")
            ? limit(json, "afterOfficeHours")
            : SilenceRule.DEFAULT.limit(),
        bySource);
  }

  /** Hours; null: not watched. */
  private static Optional<Duration> limit(JsonFields json, String key) {
    return json.number(key)
        .map(
            hours -> {
              if (hours.signum() <= 0 || hours.compareTo(MOST_HOURS) > 0) {
                throw json.wrong(key, "office hours above 0, or null for a source not watched");
              }
              return Duration.ofSeconds(hours.multiply(SECONDS).longValue());
            });
  }

  private static OfficeHours hours(JsonFields json) {
    List<OfficeHours.Span> spans = new ArrayList<>();
    try {
      for (String span : json.texts("officeHours")) {
        String[] ends = span.split("-", 2);
        spans.add(
            new OfficeHours.Span(
                LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[ends.length - 1].strip())));
      }
      if (!spans.isEmpty()) {
        return new OfficeHours(spans);
      }
    } catch (DateTimeParseException | IllegalArgumentException wrong) {
      throw unreadable(json);
    }
    throw unreadable(json);
  }

  private static IllegalArgumentException unreadable(JsonFields json) {
    return json.wrong(
        "officeHours", "spans of a day in order, such as [\"07:30-11:30\", \"13:30-17:00\"]");
  }
}
