package motcua.core.publication;

import java.time.LocalDate;

/**
 * The figures a publication gives for one level and period.
 *
 * @param level district, communes, communes_total, ...; not_stated where the publication does not
 *     say
 * @param from first day, inside
 * @param to last day, inside
 */
public record Statement(
    String district, String province, String level, LocalDate from, LocalDate to) {
  /** Same district and period, whatever the level. */
  public boolean isBeside(Statement other) {
    return district.equals(other.district) && from.equals(other.from) && to.equals(other.to);
  }
}
