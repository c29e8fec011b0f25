package motcua.ingest.offset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a table is in the log. Rows are read in windows: what {@code open} had seen and {@code
 * before} had not, in the order of their keys. Stored with a version, since the map outlives the
 * release that wrote it.
 *
 * @param cluster identity of database cluster and database; another one means another history
 * @param before everything it had seen is in the log; empty before the first window
 * @param open end of the window under way; empty between windows
 * @param key key of the last row of the window that is in the log; empty before the first
 */
public record TableOffset(
    String cluster, Optional<Horizon> before, Optional<Horizon> open, List<String> key) {
  private static final long VERSION = 1;

  public TableOffset {
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(open, "open");
    key = List.copyOf(key);
  }

  /** Nothing of the table is in the log. */
  public static TableOffset start(String cluster) {
    return new TableOffset(cluster, Optional.empty(), Optional.empty(), List.of());
  }

  /** A window begins; none is under way. */
  public TableOffset opened(Horizon end) {
    return new TableOffset(cluster, before, Optional.of(end), List.of());
  }

  /** The window's rows up to a key are in the log. */
  public TableOffset at(List<String> rowKey) {
    return new TableOffset(cluster, before, open, rowKey);
  }

  /** The window under way is in the log to its end. */
  public TableOffset closed() {
    return new TableOffset(cluster, open, Optional.empty(), List.of());
  }

  /** The source offset as Kafka Connect stores it. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new HashMap<>();
    map.put("version", VERSION);
    map.put("cluster", cluster);
    before.ifPresent(horizon -> put(map, "before", horizon));
    open.ifPresent(horizon -> put(map, "open", horizon));
    for (int i = 0; i < key.size(); i++) {
      map.put("key." + i, key.get(i));
    }
    return map;
  }

  /**
   * Reads a stored offset.
   *
   * @param stored what Connect kept; empty for null
   * @throws IllegalArgumentException when the map is no table offset of a known version
   */
  public static Optional<TableOffset> fromMap(Map<String, ?> stored) {
    if (stored == null) {
      return Optional.empty();
    }
    if (!(stored.get("version") instanceof Number version) || version.longValue() != VERSION) {
      throw new IllegalArgumentException("table offset of an unknown version: " + stored);
    }
    List<String> key = new ArrayList<>();
    while (stored.get("key." + key.size()) instanceof String part) {
      key.add(part);
    }
    String cluster = Objects.toString(stored.get("cluster"), "");
    return Optional.of(
        new TableOffset(cluster, horizon(stored, "before"), horizon(stored, "open"), key));
  }

  private static void put(Map<String, Object> map, String name, Horizon horizon) {
    map.put(name, horizon.snapshot());
    map.put(name + ".seen", horizon.seenText());
  }

  private static Optional<Horizon> horizon(Map<String, ?> stored, String name) {
    return stored.get(name) instanceof String snapshot
        ? Optional.of(Horizon.of(snapshot, Objects.toString(stored.get(name + ".seen"), "")))
        : Optional.empty();
  }
}
