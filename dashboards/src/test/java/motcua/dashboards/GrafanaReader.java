package motcua.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Properties;
import motcua.standalone.DatabaseLogin;

/**
 * The database as Grafana sees it: the role of deploy/postgresql/10-roles.sh, the rights of the
 * migration, and panels' SQL with variables and macros replaced as Grafana's PostgreSQL source
 * replaces them.
 */
final class GrafanaReader implements AutoCloseable {
  private static final String ROLE = "motcua_grafana";
  private static final String PASSWORD = "a-password-of-the-test";
  private static final int DAYS = 90;

  private final Connection connection;

  private GrafanaReader(Connection connection) {
    this.connection = connection;
  }

  /**
   * Makes the role on a server that has none yet, as an administrator would later.
   *
   * @param data folder of the embedded product, which keeps the administrator's password
   */
  static GrafanaReader open(Path data, DatabaseLogin owner) throws IOException, SQLException {
    Properties kept = new Properties();
    kept.load(Files.newBufferedReader(data.resolve("postgresql").resolve("passwords.properties")));
    try (Connection administrator =
            DriverManager.getConnection(
                owner.url(), "postgres", "postgres_" + kept.getProperty("secret"));
        Statement statement = administrator.createStatement()) {
      for (String line :
          Files.readAllLines(Repository.ROOT.resolve("deploy/postgresql/10-roles.sh"))) {
        if (line.endsWith(";") && line.contains(ROLE)) {
          statement.execute(line.replace(":'grafana'", "'" + PASSWORD + "'"));
        }
      }
    }
    try (Connection tables =
            DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        Statement statement = tables.createStatement()) {
      statement.execute("SELECT motcua.let_read_dashboards('" + ROLE + "')");
    }
    return new GrafanaReader(DriverManager.getConnection(owner.url(), ROLE, PASSWORD));
  }

  /** Number of rows that a query returns with a value in every column. */
  int rowsWithValues(String sql, Map<String, String> variables) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(text(sql, variables))) {
      int columns = rows.getMetaData().getColumnCount();
      int count = 0;
      while (rows.next()) {
        boolean isFull = true;
        for (int column = 1; column <= columns; column++) {
          isFull &= rows.getString(column) != null;
        }
        count += isFull ? 1 : 0;
      }
      return count;
    }
  }

  /**
   * Runs a statement.
   *
   * @throws SQLException when it may not
   */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String sql, Map<String, String> variables) {
    OffsetDateTime to = Pipeline.NOW;
    String text =
        sql.replace("$__timeFrom()", "'" + to.minusDays(DAYS) + "'")
            .replace("$__timeTo()", "'" + to + "'");
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      text =
          text.replace(
              "${" + variable.getKey() + ":sqlstring}",
              "'" + variable.getValue().replace("'", "''") + "'");
    }
    if (text.contains("$")) {
      throw new IllegalArgumentException("a variable or macro that nothing replaces: " + text);
    }
    return text;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
