package motcua.core.unit;

import java.util.Objects;

/**
 * The unit a national record is booked under.
 *
 * @param code raw code, perhaps one the tree does not know
 * @param mapped false when it is a stand-in: UNIT_UNMAPPED (national-payload.md D27)
 */
public record ResolvedUnit(String code, boolean mapped) {
  public ResolvedUnit {
    Objects.requireNonNull(code, "code");
  }
}
