package motcua.ingest.mapping;

/**
 * Reads the date forms of national-payload.md 1: {@code yyyyMMddHHmmss} (also to the minute or the
 * day), ISO 8601 with or without offset, {@code dd/MM/yyyy} with or without a time. Without an
 * offset it is Vietnam time, UTC+7.
 */
final class NationalTime {
  private static final long VIETNAM_MICROS = 7 * 3600 * Civil.MICROS_PER_SECOND;

  /** A date as the edge takes it (national-payload.md D3, D4, D5). */
  sealed interface Reading {
    /** A moment, microseconds since the epoch. */
    record At(long micros) implements Reading {}

    /** Year 1, 1900 or 9999 stand for no date. */
    record Placeholder() implements Reading {}

    /** None of the known forms, or a day that does not exist. */
    record Unreadable() implements Reading {}
  }

  private NationalTime() {}

  /** Reads a text that is neither blank nor null. */
  static Reading read(String text) {
    String iso = toIso(text);
    if (isPlaceholder(iso)) {
      return new Reading.Placeholder();
    }
    return switch (IsoTime.read(iso)) {
      case TimeReading.At(long micros) -> new Reading.At(micros);
      case TimeReading.Local(long micros) -> new Reading.At(micros - VIETNAM_MICROS);
      case TimeReading.Day(long micros) -> new Reading.At(micros - VIETNAM_MICROS);
      case TimeReading.Unreadable() -> new Reading.Unreadable();
    };
  }

  private static boolean isPlaceholder(String iso) {
    return iso.startsWith("0001-") || iso.startsWith("1900-") || iso.startsWith("9999-");
  }

  /** Rewrites the other forms; what fits none stays as it is and is then unreadable. */
  private static String toIso(String text) {
    if (isDigits(text) && (text.length() == 14 || text.length() == 12 || text.length() == 8)) {
      return compact(text);
    }
    if (text.length() >= 8 && text.indexOf('/') > 0) {
      return slashed(text);
    }
    return text;
  }

  private static String compact(String text) {
    StringBuilder iso = new StringBuilder(20);
    iso.append(text, 0, 4).append('-').append(text, 4, 6).append('-').append(text, 6, 8);
    if (text.length() >= 12) {
      iso.append('T').append(text, 8, 10).append(':').append(text, 10, 12);
    }
    if (text.length() == 14) {
      iso.append(':').append(text, 12, 14);
    }
    return iso.toString();
  }

  private static String slashed(String text) {
    int space = text.indexOf(' ');
    String[] day = (space < 0 ? text : text.substring(0, space)).split("/", -1);
    if (day.length != 3 || day[2].length() != 4) {
      return text;
    }
    String time = space < 0 ? "" : "T" + clock(text.substring(space + 1).strip());
    return day[2] + "-" + twoDigits(day[1]) + "-" + twoDigits(day[0]) + time;
  }

  private static String clock(String time) {
    return time.indexOf(':') == 1 ? "0" + time : time;
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
