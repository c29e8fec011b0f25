package motcua.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;

/**
 * A scope and the units right below it, each with all below it.
 *
 * @param units of ALL those below the one root, or the roots when there are several
 */
record Neighbourhood(Scope scope, List<Scope> units) {
  static Neighbourhood of(UnitTree tree, String code, LocalDate day) {
    return new Neighbourhood(
        tree.scope(code, day),
        below(tree, code, day).stream().map(unit -> tree.scope(unit, day)).toList());
  }

  private static List<String> below(UnitTree tree, String code, LocalDate day) {
    if (!code.equals(UnitTree.ALL)) {
      return tree.children(code, day);
    }
    List<String> roots = tree.roots(day);
    return roots.size() == 1 ? tree.children(roots.getFirst(), day) : roots;
  }

  List<Scope> all() {
    List<Scope> all = new ArrayList<>(List.of(scope));
    all.addAll(units);
    return all;
  }
}
