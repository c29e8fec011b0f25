package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import motcua.readmodel.AlertPhase;
import motcua.readmodel.AlertStanding;
import motcua.readmodel.AlertStep;

/** Statements on alerts. */
record AlertStatements(Connection connection) {
  /** One row an alert: its last transition, and those that decide where it stands. */
  private static final String STANDING =
      """
      WITH numbers AS (
        SELECT alert, max(number) AS last,
          max(number) FILTER (WHERE kind = 'RAISED') AS raised,
          coalesce(max(number) FILTER (WHERE kind = 'FROZEN'), 0) AS frozen,
          coalesce(max(number) FILTER (WHERE kind = 'THAWED'), 0) AS thawed,
          coalesce(max(number) FILTER (WHERE kind = 'ACKNOWLEDGED'), 0) AS taken,
          coalesce(max(number) FILTER (WHERE kind IN ('UNACKNOWLEDGED', 'EXPIRED')), 0) AS given_back
        FROM alert_transition WHERE %s GROUP BY alert),
      standing AS (
        SELECT t.*, r.at AS since, n.taken,
          t.kind <> 'CLEARED' AND n.taken > greatest(n.given_back, n.raised) AS acknowledged,
          t.kind <> 'CLEARED' AND n.frozen > greatest(n.thawed, n.raised) AS frozen
        FROM numbers n
        JOIN alert_transition t ON t.alert = n.alert AND t.number = n.last
        JOIN alert_transition r ON r.alert = n.alert AND r.number = n.raised),
      phased AS (
        SELECT *, CASE WHEN kind = 'CLEARED' THEN 'CLEARED' WHEN frozen THEN 'FROZEN'
          WHEN acknowledged THEN 'ACKNOWLEDGED' ELSE 'RAISED' END AS phase FROM standing)
      """;

  private static final String ORDER =
      """
      ORDER BY array_position(ARRAY['RAISED', 'FROZEN', 'ACKNOWLEDGED', 'CLEARED'], t.phase),
        array_position(ARRAY['SURE', 'LIKELY'], t.severity) NULLS LAST, t.position DESC OFFSET ? LIMIT ?""";

  private static final String STEPS =
      "SELECT "
          + AlertRows.TRANSITION
          + ", a.id, a.act, a.author, a.note, a.until, a.at FROM alert_transition t LEFT JOIN alert_act a ON t.cause LIKE 'ACT:%' AND a.id = substr(t.cause, 5) ";

  private static String read(String condition, String which) {
    return STANDING.formatted(condition)
        + "SELECT "
        + AlertRows.TRANSITION
        + """
        , t.phase, t.since, k.until, k.at, a.author, a.note FROM phased t
        LEFT JOIN alert_transition k ON t.acknowledged AND k.alert = t.alert AND k.number = t.taken
        LEFT JOIN alert_act a ON a.id = substr(k.cause, 5)
        """
        + which;
  }

  List<AlertStanding> alerts(
      AlertCondition condition, Set<AlertPhase> phases, int offset, int limit) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(read(condition.sql(), "WHERE t.phase = ANY(?) " + ORDER))) {
      int place = condition.bind(statement, 1);
      statement.setObject(place, names(phases));
      statement.setInt(place + 1, offset);
      statement.setInt(place + 2, limit);
      return standings(statement);
    }
  }

  List<AlertStanding> alert(String alert) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(read("alert = ?", ""))) {
      statement.setString(1, alert);
      return standings(statement);
    }
  }

  private static List<AlertStanding> standings(PreparedStatement statement) throws SQLException {
    List<AlertStanding> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(AlertRows.standing(row));
      }
    }
    return found;
  }

  long count(AlertCondition condition, Set<AlertPhase> phases) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            STANDING.formatted(condition.sql())
                + "SELECT count(*) FROM phased WHERE phase = ANY(?)")) {
      statement.setObject(condition.bind(statement, 1), names(phases));
      return number(statement);
    }
  }

  private static String[] names(Set<AlertPhase> phases) {
    return phases.stream().map(Enum::name).toArray(String[]::new);
  }

  List<AlertStep> history(String alert) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(STEPS + "WHERE t.alert = ? ORDER BY t.number, t.position")) {
      statement.setString(1, alert);
      return steps(statement);
    }
  }

  List<AlertStep> historyOf(String scope, int offset, int limit) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            STEPS
                + "WHERE t.scope = ? AND t.rule <> 'source-silent' ORDER BY t.position DESC OFFSET ? LIMIT ?")) {
      statement.setString(1, scope);
      statement.setInt(2, offset);
      statement.setInt(3, limit);
      return steps(statement);
    }
  }

  long countHistoryOf(String scope) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT count(*) FROM alert_transition WHERE scope = ? AND rule <> 'source-silent'")) {
      statement.setString(1, scope);
      return number(statement);
    }
  }

  private static List<AlertStep> steps(PreparedStatement statement) throws SQLException {
    List<AlertStep> steps = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        steps.add(AlertRows.step(row));
      }
    }
    return steps;
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
