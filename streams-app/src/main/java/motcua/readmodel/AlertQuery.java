package motcua.readmodel;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import motcua.core.unit.Scope;

/**
 * Which alerts.
 *
 * @param scope of units; a silent source belongs to none and is in every scope
 * @param kinds at least one
 * @param phases at least one
 */
public record AlertQuery(Scope scope, Set<AlertKind> kinds, Set<AlertPhase> phases) {
  /** All that are not over. */
  public static final Set<AlertPhase> HOLDING =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(AlertPhase.CLEARED)));

  public AlertQuery {
    Objects.requireNonNull(scope, "scope");
    kinds = Set.copyOf(kinds);
    phases = Set.copyOf(phases);
  }
}
