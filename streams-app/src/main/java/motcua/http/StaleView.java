package motcua.http;

import java.util.List;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;
import motcua.coverage.Coverage;
import motcua.coverage.Staleness;

/**
 * That figures of now may lack what silent sources have not sent.
 *
 * @param since when the first of the silent sources was last heard
 * @param whole true when no source of the scope is heard
 */
record StaleView(String since, boolean whole, List<String> sources, List<UnitView> units) {
  /** One unit that silent sources feed. */
  record UnitView(String unit, String since, boolean whole) {}

  /** Null when nothing is stale. */
  static StaleView of(Coverage coverage, Scope scope) {
    return coverage.of(scope).map(stale -> of(stale, scope.tree())).orElse(null);
  }

  static StaleView of(Staleness stale, UnitTree tree) {
    return new StaleView(
        Responses.time(stale.since()),
        stale.whole(),
        stale.sources(),
        stale.units().stream()
            .map(
                unit ->
                    new UnitView(
                        tree.displayCode(unit.unit()), Responses.time(unit.since()), unit.whole()))
            .toList());
  }
}
