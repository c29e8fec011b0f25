package motcua.core.publication;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where the ledger keeps what a publication speaks of.
 *
 * @param scope the unit, with all below it; empty: not known, so there is nothing to compare with
 * @param field the field (lĩnh vực) alone; empty: all of them
 * @param printedOn the day it was printed; empty: not known
 */
public record Counterpart(
    Optional<String> scope, Optional<String> field, Optional<LocalDate> printedOn) {
  /** Nothing known. */
  public static final Counterpart NONE =
      new Counterpart(Optional.empty(), Optional.empty(), Optional.empty());

  /** The same, with what it leaves open taken from another. */
  Counterpart or(Counterpart other) {
    return new Counterpart(
        scope.or(other::scope), field.or(other::field), printedOn.or(other::printedOn));
  }
}
