package motcua.ingest.offset;

import java.util.Map;

/**
 * How far a spool file is in the log. Stored with a version, since the map outlives the release
 * that wrote it.
 *
 * @param bytes first byte after the last record sent
 * @param records number of that record: its line (from 1) in a line file, its place (from 1) in a
 *     batch; 0 before the first
 */
public record SpoolOffset(long bytes, long records) {
  /** Nothing of the file is in the log. */
  public static final SpoolOffset START = new SpoolOffset(0, 0);

  private static final long VERSION = 1;

  public SpoolOffset {
    if (bytes < 0 || records < 0) {
      throw new IllegalArgumentException("a spool offset is never negative");
    }
  }

  /** The source offset as Kafka Connect stores it. */
  public Map<String, Long> toMap() {
    return Map.of("version", VERSION, "bytes", bytes, "records", records);
  }

  /**
   * Reads a stored offset.
   *
   * @param stored what Connect kept, possibly null or with numbers of another width (its JSON store
   *     narrows them)
   * @throws IllegalArgumentException when the map is no spool offset of a known version
   */
  public static SpoolOffset fromMap(Map<String, ?> stored) {
    if (stored == null) {
      return START;
    }
    if (number(stored, "version") != VERSION) {
      throw new IllegalArgumentException("spool offset of an unknown version: " + stored);
    }
    return new SpoolOffset(number(stored, "bytes"), number(stored, "records"));
  }

  /** True when everything up to {@code other} is in the log. */
  public boolean covers(SpoolOffset other) {
    return records >= other.records;
  }

  private static long number(Map<String, ?> stored, String key) {
    if (stored.get(key) instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalArgumentException("spool offset without a number '" + key + "': " + stored);
  }
}
