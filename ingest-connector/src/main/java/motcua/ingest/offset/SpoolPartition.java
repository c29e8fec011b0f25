package motcua.ingest.offset;

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

  /** A file that no mapping is needed for. */
  public SpoolPartition(String file, String sha256) {
    this(file, sha256, Optional.empty());
  }

  public SpoolPartition {
    Objects.requireNonNull(mapping, "mapping");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sha256, "sha256");
  }

  /** The source partition as Kafka Connect stores it; its keys outlive every release. */
  public Map<String, String> toMap() {
    return mapping
        .map(print -> Map.of("file", file, "sha256", sha256, "mapping", print))
        .orElseGet(() -> Map.of("file", file, "sha256", sha256));
  }
}
