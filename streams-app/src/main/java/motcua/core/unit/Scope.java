package motcua.core.unit;

import java.util.Objects;
import java.util.Set;

/**
 * The units a report covers: one subtree as it stood on one day, or everything (ledger.md 6).
 *
 * @param code what was asked for: a unit code, {@code UNKNOWN/<code>} or {@link UnitTree#ALL}
 * @param units raw codes of the tree's units inside; for ALL every unit of the tree
 * @param unknownUnits whether units the tree does not know are inside
 */
public record Scope(String code, Set<String> units, boolean unknownUnits, UnitTree tree) {
  public Scope {
    Objects.requireNonNull(code, "code");
    units = Set.copyOf(units);
    Objects.requireNonNull(tree, "tree");
  }

  /** Whether figures booked under this raw unit code belong to the scope. */
  public boolean includes(String unitCode) {
    return units.contains(unitCode) || (unknownUnits && !tree.has(unitCode));
  }
}
