package motcua.ingest.table;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import motcua.ingest.mapping.IsoTime;
import motcua.ingest.mapping.TimeReading;

/**
 * The forms in which dates of a column are written: those of the mapping, and ISO 8601 always,
 * since that is how cells that are dates already arrive. A text without offset is a local time of
 * the zone, a date alone the given time of day.
 */
public final class DateForms {
  private final List<DateTimeFormatter> forms;
  private final ZoneId zone;
  private final LocalTime timeOfDay;

  private DateForms(List<DateTimeFormatter> forms, ZoneId zone, LocalTime timeOfDay) {
    this.forms = List.copyOf(forms);
    this.zone = zone;
    this.timeOfDay = timeOfDay;
  }

  /** What a text turned out to be. */
  sealed interface Reading {
    /** A moment, microseconds since the epoch. */
    record At(long micros) implements Reading {}

    /** Year 1, 1900 or 9999 stand for no date (national-payload.md D4). */
    record Placeholder() implements Reading {}

    /** No date in any of the forms. */
    record Unreadable() implements Reading {}
  }

  /**
   * Forms of a column.
   *
   * @param patterns patterns of {@link DateTimeFormatter}, tried in this order
   * @throws IllegalArgumentException naming what is wrong with a pattern
   */
  public static DateForms of(List<String> patterns, ZoneId zone, LocalTime timeOfDay) {
    List<DateTimeFormatter> forms = new ArrayList<>();
    for (String pattern : patterns) {
      // Years of an era would need the era; nobody means them.
      forms.add(
          DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT));
    }
    return new DateForms(forms, zone, timeOfDay);
  }

  /** Day of a moment in the zone. */
  LocalDate day(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone).toLocalDate();
  }

  Reading read(String text) {
    for (DateTimeFormatter form : forms) {
      Reading reading = read(text, form);
      if (!(reading instanceof Reading.Unreadable)) {
        return reading;
      }
    }
    return switch (IsoTime.read(text)) {
      case TimeReading.At(long micros) -> checked(micros);
      case TimeReading.Local(long micros) -> local(fromMicros(micros));
      case TimeReading.Day(long micros) -> local(fromMicros(micros).with(timeOfDay));
      case TimeReading.Unreadable() -> new Reading.Unreadable();
    };
  }

  private Reading read(String text, DateTimeFormatter form) {
    // Cheap when the form does not fit, which is the common case of every form but one.
    ParsePosition end = new ParsePosition(0);
    if (form.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
      return new Reading.Unreadable();
    }
    try {
      return resolved(form.parse(text));
    } catch (DateTimeException e) {
      return new Reading.Unreadable();
    }
  }

  private Reading resolved(TemporalAccessor parsed) {
    LocalDate day = parsed.query(TemporalQueries.localDate());
    if (day == null) {
      return new Reading.Unreadable();
    }
    LocalTime time = parsed.query(TemporalQueries.localTime());
    LocalDateTime moment = day.atTime(time == null ? timeOfDay : time);
    if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(parsed.get(ChronoField.OFFSET_SECONDS));
      return checked(micros(moment.toInstant(offset)));
    }
    return local(moment);
  }

  private Reading local(LocalDateTime moment) {
    return isPlaceholder(moment.getYear())
        ? new Reading.Placeholder()
        : new Reading.At(micros(moment.atZone(zone).toInstant()));
  }

  private Reading checked(long micros) {
    LocalDateTime moment = fromMicros(micros);
    return isPlaceholder(moment.getYear()) ? new Reading.Placeholder() : new Reading.At(micros);
  }

  private static boolean isPlaceholder(int year) {
    return year <= 1 || year == 1900 || year >= 9999;
  }

  private static LocalDateTime fromMicros(long micros) {
    return LocalDateTime.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), ZoneOffset.UTC);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
