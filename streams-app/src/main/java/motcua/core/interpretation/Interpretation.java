package motcua.core.interpretation;

import java.util.Collection;
import java.util.List;
import motcua.core.unit.UnitResolver;

/** skeleton */
public final class Interpretation {
  /** Changes with the meaning of any sighting; a change is a rebuild of the ledger. */
  public static final int VERSION = 1;

  private Interpretation() {}

  /** skeleton */
  public static Interpreted interpret(
      String source, String dossierId, Collection<SeenSighting> sightings, UnitResolver units) {
    return new Interpreted(List.of(), List.of());
  }
}
