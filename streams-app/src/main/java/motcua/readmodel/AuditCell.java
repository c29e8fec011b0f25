package motcua.readmodel;

import java.time.LocalDate;
import java.util.List;

/**
 * A cell of the ledger as it stands in the database, and the same cell summed from the journal.
 *
 * @param field empty where there is none, as {@code counterpart}
 * @param figures in the order asked for
 */
public record AuditCell(
    String unit,
    String field,
    String counterpart,
    LocalDate countsOn,
    LocalDate knownOn,
    List<Long> figures) {
  public AuditCell {
    figures = List.copyOf(figures);
  }
}
