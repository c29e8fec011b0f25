package motcua.core.snapshot;

import java.util.Comparator;
import java.util.Objects;

/**
 * A row of a report.
 *
 * @param unit as printed; empty for the total
 * @param part field or procedure; empty in a report that is not split
 */
public record RowKey(String unit, String part) implements Comparable<RowKey> {
  /** The total of the scope. */
  public static final RowKey TOTAL = new RowKey("", "");

  private static final Comparator<RowKey> ORDER =
      Comparator.comparing(RowKey::unit).thenComparing(RowKey::part);

  public RowKey {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(part, "part");
  }

  /** The total first, then by unit and part. */
  @Override
  public int compareTo(RowKey other) {
    return ORDER.compare(this, other);
  }
}
