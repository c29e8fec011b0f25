package motcua.standalone.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import motcua.standalone.DatabaseLogin;

/** Alerts as the projector writes what the topology tells, and what people did with them. */
final class ToldAlerts {
  static final String UNIT = "late@default|H99.31.07|2026-06-15";
  static final String WHOLE = "late@default|ALL|2026-09-15";

  /** Behind whatever the topology tells by itself. */
  private static final int POSITION = 1_000_000;

  private final DatabaseLogin login;

  ToldAlerts(DatabaseLogin login) {
    this.login = login;
  }

  /** A unit above the limit, the whole likely so, a rewritten dossier and a silent source. */
  void tell() throws SQLException {
    row(
        1,
        UNIT,
        "late@default",
        "H99.31.07",
        "LEGAL_QUARTER",
        "2026-06-15",
        1,
        "RAISED",
        "'LIKELY'",
        2,
        30,
        "h99:e1",
        "NULL");
    row(
        2,
        UNIT,
        "late@default",
        "H99.31.07",
        "LEGAL_QUARTER",
        "2026-06-15",
        2,
        "WORSENED",
        "'SURE'",
        9,
        40,
        "CLOCK",
        "NULL");
    row(
        3,
        WHOLE,
        "late@default",
        "ALL",
        "LEGAL_QUARTER",
        "2026-09-15",
        1,
        "RAISED",
        "'LIKELY'",
        3,
        40,
        "h99:e2",
        "NULL");
    row(
        4,
        "late-rewritten|H99.31.07|2026-09-14|H99/1",
        "late-rewritten",
        "H99.31.07",
        "",
        "2026-09-14",
        1,
        "RAISED",
        "NULL",
        0,
        0,
        "h99:e3",
        "'H99/1'");
    row(
        5,
        "source-silent|một cửa|2026-09-14",
        "source-silent",
        "một cửa",
        "",
        "2026-09-14",
        1,
        "RAISED",
        "NULL",
        0,
        0,
        "CLOCK",
        "NULL");
  }

  private void row(
      int place,
      String alert,
      String rule,
      String scope,
      String window,
      String from,
      int number,
      String kind,
      String severity,
      int late,
      int dated,
      String cause,
      String dossier)
      throws SQLException {
    execute(
        """
        INSERT INTO motcua.alert_transition VALUES
          ('%s|%s|%d', %d, '%s', '%s', '%s', '%s', '%s', %d, '%s', %s, NULL, %d, %d, 1, 0, '%s', '2026-09-14T0%d:00:00Z', false, %s, %s, 1)"""
            .formatted(
                alert,
                window,
                number,
                POSITION + place,
                alert,
                rule,
                scope,
                window,
                from,
                number,
                kind,
                severity,
                late,
                dated,
                cause,
                place,
                kind.equals("ACKNOWLEDGED") ? "'2026-09-18T17:00:00Z'" : "NULL",
                dossier));
  }

  /** Somebody takes care of the unit's. */
  void taken(String act) throws SQLException {
    row(
        6,
        UNIT,
        "late@default",
        "H99.31.07",
        "LEGAL_QUARTER",
        "2026-06-15",
        3,
        "ACKNOWLEDGED",
        "'SURE'",
        9,
        40,
        "ACT:" + act,
        "NULL");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first value of the first row. */
  String text(String sql) throws SQLException {
    try (Connection connection = connect();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      assertTrue(row.next(), sql);
      return row.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(login.url(), login.user(), login.password());
  }
}
