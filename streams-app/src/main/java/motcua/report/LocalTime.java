package motcua.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as they are printed: local, with offset, to the second, for example {@code
 * 2024-09-15T00:00:00+07:00}.
 */
public final class LocalTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(7));

  private LocalTime() {}

  /** The text of an instant. */
  public static String format(Instant moment) {
    return FORMAT.format(moment);
  }
}
