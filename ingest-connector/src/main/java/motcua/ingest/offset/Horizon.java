package motcua.ingest.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Which transactions of a PostgreSQL database a moment had seen. Both parts say so: the snapshot
 * for ids of whole transactions, {@code seen} for ids of any kind, also of subtransactions, which
 * no snapshot lists.
 *
 * @param snapshot text of {@code pg_current_snapshot()}: {@code xmin:xmax:running,running}
 * @param seen ids from the snapshot's xmin on that wrote rows visible at the moment, ascending;
 *     empty where the reader goes by the snapshot alone
 */
public record Horizon(String snapshot, List<Long> seen) {
  public Horizon {
    Objects.requireNonNull(snapshot, "snapshot");
    seen = List.copyOf(seen);
    if (!snapshot.matches("\\d+:\\d+:[\\d,]*")) {
      throw new IllegalArgumentException("no snapshot of PostgreSQL: " + snapshot);
    }
  }

  /** First transaction that was still running: everything before it was seen or rolled back. */
  public long xmin() {
    return Long.parseLong(snapshot.substring(0, snapshot.indexOf(':')));
  }

  /** First transaction that had not begun. */
  public long xmax() {
    return Long.parseLong(snapshot.split(":", -1)[1]);
  }

  /** True while a transaction from before is running. */
  public boolean isHeld() {
    return xmin() < xmax();
  }

  /** Seen ids as differences, the first to {@link #xmin}: short, since offsets are sent often. */
  String seenText() {
    StringBuilder text = new StringBuilder();
    long before = xmin();
    for (long id : seen) {
      text.append(text.isEmpty() ? "" : ",").append(Long.toString(id - before, 36));
      before = id;
    }
    return text.toString();
  }

  static Horizon of(String snapshot, String seenText) {
    if (seenText.isEmpty()) {
      return new Horizon(snapshot, List.of());
    }
    long[] at = {new Horizon(snapshot, List.of()).xmin()};
    return new Horizon(
        snapshot,
        Arrays.stream(seenText.split(","))
            .map(part -> at[0] += Long.parseLong(part, 36))
            .collect(Collectors.toList()));
  }
}
