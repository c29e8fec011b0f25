package motcua.core.publication;

import java.time.LocalDate;

/**
 * The figures a publication gives for one level and period.
 *
 * @param level district, communes, communes_total, ...; not_stated where the publication does not
 *     say
 * @param from first day, inside
 * @param to last day, inside
 * @param counterpart where the ledger keeps the same
 */
public record Statement(
    String district,
    String province,
    String level,
    LocalDate from,
    LocalDate to,
    Counterpart counterpart) {
  /** Same district, period and field, whatever the level. */
  public boolean isBeside(Statement other) {
    return district.equals(other.district)
        && from.equals(other.from)
        && to.equals(other.to)
        && counterpart.field().equals(other.counterpart.field());
  }
}
