package motcua.standalone.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The database of a one-stop system: a real PostgreSQL with the outbox of docs/examples. */
final class SourceDatabase implements AutoCloseable {
  static final String READER = "motcua_reader";
  static final String PASSWORD = "reader's secret";

  private final EmbeddedPostgres server;

  private SourceDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts an empty server with what logical decoding needs. */
  static SourceDatabase start() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(Path.of("target", "postgresql").toAbsolutePath().toFile())
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("wal_level", "logical")
            .setServerConfig("max_prepared_transactions", "10")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("fsync", "off");
    return new SourceDatabase(builder.start());
  }

  /** Runs the outbox's script as it stands. */
  SourceDatabase withOutbox() throws Exception {
    try (Connection owner = connect()) {
      execute(owner, Files.readString(Path.of("..", "docs", "examples", "outbox.sql")));
      execute(owner, "ALTER ROLE " + READER + " PASSWORD '" + PASSWORD.replace("'", "''") + "'");
    }
    return this;
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  /** Where and how the reader logs in, as {@code outbox.properties} of the example. */
  Map<String, String> login() {
    return Map.of(
        "database.hostname",
        "127.0.0.1",
        "database.port",
        Integer.toString(server.getPort()),
        "database.dbname",
        "postgres",
        "database.password",
        PASSWORD);
  }

  /** A connection of the system's own, which may do everything. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "postgres");
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String queryOne(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
