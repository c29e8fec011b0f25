package motcua.readmodel;

import java.util.Map;
import java.util.Objects;
import motcua.core.ledger.ReportRow;
import motcua.core.snapshot.RowKey;

/**
 * A report as it was published.
 *
 * @param body the canonical bytes of the report (ledger.md 1)
 * @param sha256 over them, in hexadecimal digits
 * @param rows every row printed, and the total
 */
public record Snapshot(SnapshotHead head, byte[] body, String sha256, Map<RowKey, ReportRow> rows) {
  public Snapshot {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(sha256, "sha256");
    rows = Map.copyOf(rows);
  }
}
