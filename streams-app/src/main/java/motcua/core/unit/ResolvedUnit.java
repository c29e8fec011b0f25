package motcua.core.unit;

import java.util.Objects;

/**
 * The unit a national record is booked under.
 *
 * @param code raw code, perhaps one the tree does not know
 */
public record ResolvedUnit(String code, Match match) {
  public ResolvedUnit {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(match, "match");
  }

  /** How the unit was found. */
  public enum Match {
    /** What the record names. */
    NAMED,
    /**
     * The unit that took over from what the record names; UNIT_UNMAPPED (national-payload.md D27).
     */
    SUCCESSOR,
    /** Nothing known is named: the sender or a unit the tree does not know; UNIT_UNMAPPED. */
    STAND_IN
  }
}
