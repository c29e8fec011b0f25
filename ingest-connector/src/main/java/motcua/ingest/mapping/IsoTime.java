package motcua.ingest.mapping;

/**
 * Reads ISO 8601 times from characters without making a string or a java.time value: date,
 * optionally {@code T} or a space and a time with 0 to 9 decimals, optionally {@code Z} or an
 * offset. Years 0000 to 9999.
 */
public final class IsoTime {
  private static final TimeReading UNREADABLE = new TimeReading.Unreadable();
  private static final int MAX_OFFSET_SECONDS = 18 * 3600;

  private final char[] text;
  private final int end;
  private int at;

  private IsoTime(char[] text, int from, int length) {
    this.text = text;
    this.at = from;
    this.end = from + length;
  }

  /** Reads {@code length} characters from {@code from}. */
  static TimeReading read(char[] text, int from, int length) {
    return new IsoTime(text, from, length).read();
  }

  /** Reads a whole text. */
  public static TimeReading read(String text) {
    return read(text.toCharArray(), 0, text.length());
  }

  private TimeReading read() {
    int year = digits(4);
    boolean dashes = skip('-');
    int month = digits(2);
    dashes &= skip('-');
    int day = digits(2);
    if (!dashes || !Civil.isDay(year, month, day)) {
      return UNREADABLE;
    }
    if (at == end) {
      return new TimeReading.Day(
          Civil.seconds(year, month, day, 0, 0, 0) * Civil.MICROS_PER_SECOND);
    }
    if (!skip('T') && !skip('t') && !skip(' ')) {
      return UNREADABLE;
    }
    int hour = digits(2);
    boolean colon = skip(':');
    int minute = digits(2);
    int second = skip(':') ? digits(2) : 0;
    if (!colon || !Civil.isTime(hour, minute, second)) {
      return UNREADABLE;
    }
    int fraction = skip('.') || skip(',') ? fraction() : 0;
    long seconds = Civil.seconds(year, month, day, hour, minute, second);
    return fraction < 0 ? UNREADABLE : zoned(seconds, fraction);
  }

  private TimeReading zoned(long seconds, int fraction) {
    if (at == end) {
      return new TimeReading.Local(seconds * Civil.MICROS_PER_SECOND + fraction);
    }
    int offset = 0;
    if (!skip('Z') && !skip('z')) {
      boolean east = skip('+');
      if (!east && !skip('-')) {
        return UNREADABLE;
      }
      int size = offset();
      if (size < 0 || size > MAX_OFFSET_SECONDS) {
        return UNREADABLE;
      }
      offset = east ? size : -size;
    }
    return at == end
        ? new TimeReading.At((seconds - offset) * Civil.MICROS_PER_SECOND + fraction)
        : UNREADABLE;
  }

  private int offset() {
    int hours = digits(2);
    int minutes = 0;
    int seconds = 0;
    if (at < end) {
      skip(':');
      minutes = digits(2);
    }
    if (at < end) {
      skip(':');
      seconds = digits(2);
    }
    return hours >= 0 && Civil.isTime(0, minutes, seconds)
        ? hours * 3600 + minutes * 60 + seconds
        : -1;
  }

  /** Microseconds of 1 to 9 decimals; negative when there are none or more. */
  private int fraction() {
    int start = at;
    int micros = 0;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      if (at - start < 6) {
        micros = micros * 10 + text[at] - '0';
      }
      at++;
    }
    int count = at - start;
    for (int i = count; i < 6; i++) {
      micros *= 10;
    }
    return count < 1 || count > 9 ? -1 : micros;
  }

  /** The next {@code count} digits as a number; negative when there are fewer. */
  private int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      if (at >= end || text[at] < '0' || text[at] > '9') {
        return -1;
      }
      value = value * 10 + text[at++] - '0';
    }
    return value;
  }

  private boolean skip(char c) {
    if (at < end && text[at] == c) {
      at++;
      return true;
    }
    return false;
  }
}
