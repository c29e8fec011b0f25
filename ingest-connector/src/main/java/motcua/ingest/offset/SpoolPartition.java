package motcua.ingest.offset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Identity of a spool file: its name and its content, so that the same file delivered again goes on
 * where it ended and another content under the old name is a new file.
 *
 * @param file file name without folder
 * @param sha256 SHA-256 of the content, lower-case hex; {@link #UNREAD} for a file that could not
 *     be opened
 * @param mapping fingerprint of the mapping by which a table is read: by a corrected one the same
 *     table is read again
 */
public record SpoolPartition(String file, String sha256, Optional<String> mapping) {
  /** Stands for the content of a file that could not be opened. */
  public static final String UNREAD = "unread";

  private static final String FILE = "file";
  private static final String SHA256 = "sha256";
  private static final String MAPPING = "mapping";

  /** A file that no mapping is needed for. */
  public SpoolPartition(String file, String sha256) {
    this(file, sha256, Optional.empty());
  }

  public SpoolPartition {
    Objects.requireNonNull(mapping, "mapping");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sha256, "sha256");
  }

  /**
   * The source partition as Kafka Connect stores it; its keys outlive every release. Connect finds
   * an offset by the bytes of this map, so its order is fixed too.
   */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put(FILE, file);
    map.put(SHA256, sha256);
    mapping.ifPresent(print -> map.put(MAPPING, print));
    return Collections.unmodifiableMap(map);
  }

  /**
   * The same in the other order: up to 0.1.0 chance decided, once a process, in which of the two an
   * offset was stored. Tables were not read then.
   */
  public static Map<String, String> inOldOrder(Map<String, String> partition) {
    if (partition.containsKey(MAPPING)) {
      return partition;
    }
    Map<String, String> map = new LinkedHashMap<>();
    map.put(SHA256, partition.get(SHA256));
    map.put(FILE, partition.get(FILE));
    return Collections.unmodifiableMap(map);
  }
}
