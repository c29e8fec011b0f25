package motcua.ingest;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.Stamp;
import motcua.ingest.offset.SpoolOffset;

/**
 * A claimed file being read: gives mapped records and remembers the offset of the last one. Not
 * thread-safe.
 */
interface Reading extends AutoCloseable {
  /** Name of the claimed file. */
  String name();

  /** Fingerprint of the claimed file. */
  String sha256();

  /** Its identity in the stored offsets. */
  Map<String, String> partition();

  /** Offset of the record given last. */
  SpoolOffset offset();

  /** True while a record that gives several is not given whole. */
  default boolean isInside() {
    return false;
  }

  /** True when no record was given since it was opened. */
  boolean isUntouched();

  /** True when its last place is among the refused. */
  boolean isRejected();

  /** Why it is refused, where no dead letter says so. */
  default Optional<String> rejection() {
    return Optional.empty();
  }

  /** The next record, or null at the end; after a fault it may be asked again. */
  Mapped next(Stamp stamp, long arrival) throws IOException;

  /** Lets go of what is open; {@link #next} opens it again. */
  @Override
  void close() throws IOException;
}
