package motcua.core.ledger;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Key of one sum of the ledger: the finest grain a report is drawn from.
 *
 * @param field may be null
 * @param counterpartUnit other unit of the transfers summed here; null for everything else
 */
public record LedgerCell(
    String unit, String field, String counterpartUnit, LocalDate countsOn, LocalDate knownOn) {
  public LedgerCell {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(countsOn, "countsOn");
    Objects.requireNonNull(knownOn, "knownOn");
  }

  /** The cell that a leg of a posting adds to. */
  public static LedgerCell of(Leg leg, Posting posting) {
    return new LedgerCell(
        leg.unit(), leg.field(), leg.counterpartUnit(), posting.countsOn(), posting.knownOn());
  }
}
