package motcua.ingest.offset;

import java.util.Map;

/**
 * How far a spool file is in the log. Stored with a version, since the map outlives the release
 * that wrote it: a file of one part is written as the first release did.
 *
 * @param bytes first byte after the last record sent, in its part
 * @param records number of that record, those of the parts before added: its line (from 1) in a
 *     line file, its place (from 1) in a batch; 0 before the first
 * @param part which part of an archive is being read, from 0; one after the last once all is read
 * @param before {@code records} where that part began
 */
public record SpoolOffset(long bytes, long records, int part, long before) {
  /** Nothing of the file is in the log. */
  public static final SpoolOffset START = new SpoolOffset(0, 0);

  private static final long VERSION = 1;
  private static final long VERSION_OF_PARTS = 2;

  public SpoolOffset {
    if (bytes < 0 || records < 0 || part < 0 || before < 0 || before > records) {
      throw new IllegalArgumentException("a spool offset is never negative");
    }
  }

  /** An offset in a file of one part. */
  public SpoolOffset(long bytes, long records) {
    this(bytes, records, 0, 0);
  }

  /** The same place as counted inside its part. */
  public SpoolOffset inPart() {
    return new SpoolOffset(bytes, records - before);
  }

  /** The source offset as Kafka Connect stores it. */
  public Map<String, Long> toMap() {
    return part == 0
        ? Map.of("version", VERSION, "bytes", bytes, "records", records)
        : Map.of(
            "version",
            VERSION_OF_PARTS,
            "bytes",
            bytes,
            "records",
            records,
            "part",
            (long) part,
            "before",
            before);
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
    long version = number(stored, "version");
    if (version == VERSION) {
      return new SpoolOffset(number(stored, "bytes"), number(stored, "records"));
    }
    if (version != VERSION_OF_PARTS) {
      throw new IllegalArgumentException("spool offset of an unknown version: " + stored);
    }
    return new SpoolOffset(
        number(stored, "bytes"),
        number(stored, "records"),
        Math.toIntExact(number(stored, "part")),
        number(stored, "before"));
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
