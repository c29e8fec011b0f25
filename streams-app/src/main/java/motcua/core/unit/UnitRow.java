package motcua.core.unit;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One line of units.csv: a unit during one validity (contract.md). A unit has as many rows as it
 * had names, parents or lives.
 *
 * @param parent code of the unit above; null on a root
 * @param level free text, for example tinh or xa; may be null
 * @param validFrom first valid day; null: since ever
 * @param validTo last valid day; null: still valid
 * @param successor unit that took over after {@code validTo}; null when none did
 * @param headName head of the unit; may be null; personal, never leaves configuration and read
 *     model
 * @param headEmail address of the head; as {@code headName}
 * @param recordedOn day from which the row is known; null: known at every cut
 */
public record UnitRow(
    String code,
    String name,
    String parent,
    String level,
    LocalDate validFrom,
    LocalDate validTo,
    String successor,
    String headName,
    String headEmail,
    LocalDate recordedOn) {
  public UnitRow {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
  }

  Validity validity() {
    return new Validity(validFrom, validTo);
  }

  /**
   * Heads are left out: they decide no figure, and a report must not change its version with them.
   */
  String canonical() {
    return RowDigest.row(code, name, parent, level, validFrom, validTo, successor, recordedOn);
  }
}
