package motcua.ingest;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.Stamp;
import motcua.ingest.offset.SpoolOffset;
import motcua.ingest.offset.SpoolPartition;

/**
 * An order to read records again that cannot be understood: nothing is read by it.
 *
 * @param name of its file
 * @param sha256 of its file
 * @param offset where it stands, and stays
 * @param why what is wrong
 */
record RefusedOrder(String name, String sha256, SpoolOffset offset, String why) implements Reading {
  RefusedOrder {
    Objects.requireNonNull(why, "why");
  }

  @Override
  public Map<String, String> partition() {
    return new SpoolPartition(name, sha256).toMap();
  }

  @Override
  public boolean isUntouched() {
    return true;
  }

  @Override
  public boolean isRejected() {
    return true;
  }

  @Override
  public Optional<String> rejection() {
    return Optional.of(why);
  }

  @Override
  public Mapped next(Stamp stamp, long arrival) {
    return null;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
