package motcua.readmodel.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import motcua.core.alert.Transition;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;
import motcua.readmodel.AlertKind;
import motcua.readmodel.AlertQuery;

/**
 * Which transitions belong to the alerts of a query: a condition, and the lists of codes to bind.
 */
record AlertCondition(String sql, List<String[]> codes) {
  private static final String NO_UNIT = "rule = '" + Transition.SOURCE_SILENT + "'";

  static AlertCondition of(AlertQuery query) {
    List<String> parts = new ArrayList<>();
    List<String[]> codes = new ArrayList<>();
    if (query.kinds().contains(AlertKind.SILENT)) {
      parts.add(NO_UNIT);
    }
    String ofUnits = rules(query.kinds());
    if (!ofUnits.isEmpty()) {
      parts.add("(" + ofUnits + " AND " + within(query.scope(), codes) + ")");
    }
    return new AlertCondition(
        parts.isEmpty() ? "false" : "(" + String.join(" OR ", parts) + ")", codes);
  }

  private static String rules(Set<AlertKind> kinds) {
    String rewritten = "rule = '" + Transition.LATE_REWRITTEN + "'";
    if (!kinds.contains(AlertKind.LATE)) {
      return kinds.contains(AlertKind.REWRITTEN) ? rewritten : "";
    }
    return "NOT " + NO_UNIT + (kinds.contains(AlertKind.REWRITTEN) ? "" : " AND NOT " + rewritten);
  }

  /** Alerts of units the tree does not know stand under their printed or their raw code. */
  private static String within(Scope scope, List<String[]> codes) {
    codes.add(
        Stream.concat(Stream.of(scope.code()), scope.units().stream())
            .distinct()
            .toArray(String[]::new));
    if (!scope.unknownUnits()) {
      return "scope = ANY(?)";
    }
    codes.add(
        Stream.concat(Stream.of(UnitTree.ALL), scope.tree().codes().stream())
            .toArray(String[]::new));
    return "(scope = ANY(?) OR scope <> ALL(?))";
  }

  /** Binds the codes; returns the place after. */
  int bind(PreparedStatement statement, int first) throws SQLException {
    int place = first;
    for (String[] list : codes) {
      statement.setObject(place++, list);
    }
    return place;
  }
}
