package motcua.readmodel.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import motcua.core.unit.Scope;

/**
 * Whether the other unit of a transfer lies inside a scope, as {@link Scope#includes} says: a
 * condition on {@code counterpart} and at most one value to bind.
 *
 * @param sql with one parameter when there are codes
 */
record InsideCondition(String sql, Optional<String[]> codes) {
  /** For a row of its own: whatever enters or leaves its accounts counts. */
  static final InsideCondition NEVER = new InsideCondition("false", Optional.empty());

  private static final String TRANSFER = "counterpart <> ''";

  /** Most scopes are one unit or everything, and need no list of codes. */
  static InsideCondition of(Scope scope) {
    if (scope.unknownUnits()) {
      String[] outside =
          scope.tree().codes().stream()
              .filter(code -> !scope.units().contains(code))
              .toArray(String[]::new);
      return outside.length == 0
          ? new InsideCondition("(" + TRANSFER + ")", Optional.empty())
          : new InsideCondition(
              "(" + TRANSFER + " AND counterpart <> ALL(?))", Optional.of(outside));
    }
    // No unit transfers to itself.
    return scope.units().size() <= 1
        ? NEVER
        : new InsideCondition(
            "(counterpart = ANY(?))", Optional.of(scope.units().toArray(String[]::new)));
  }

  /** The same where all counterparts are taken together; needs no codes. */
  String ofGathered() {
    return equals(NEVER) ? sql : "moved";
  }

  /** Binds the codes, if there are any; returns the place after. */
  int bind(PreparedStatement statement, int place) throws SQLException {
    if (codes.isEmpty()) {
      return place;
    }
    statement.setObject(place, codes.get());
    return place + 1;
  }
}
