package motcua.ingest.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import motcua.ingest.offset.Horizon;
import motcua.ingest.offset.TableOffset;

/**
 * One connection to the source, which it can only read. Every statement is a transaction of its
 * own: nothing stays open on the source while rows are sent.
 */
final class DatabaseSession implements AutoCloseable {
  /** Most ids kept of transactions that committed beside an open one. */
  static final int MOST_SEEN = 100_000;

  private final Connection connection;
  private final SourceTable table;
  private final WindowQuery query;
  private final String cluster;

  private DatabaseSession(Connection connection, SourceTable table, String cluster) {
    this.connection = connection;
    this.table = table;
    this.query = new WindowQuery(table);
    this.cluster = cluster;
  }

  /**
   * A row as read.
   *
   * @param key texts of its key
   * @param values texts of the columns read, null for no value
   */
  record Row(List<String> key, List<String> values) {}

  /**
   * Logs in and finds the table.
   *
   * @throws org.apache.kafka.common.config.ConfigException when table, columns or rights are not as
   *     the settings say
   * @throws SQLException when the database refuses or does not answer
   * @throws IOException when the password's file cannot be read
   */
  static DatabaseSession open(DatabaseConfig config) throws SQLException, IOException {
    Connection connection = connect(config.login());
    try {
      prepare(connection);
      SourceTable table = Catalog.find(connection, config);
      return new DatabaseSession(connection, table, cluster(connection));
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  /** The table as found. */
  SourceTable table() {
    return table;
  }

  /** Identity of cluster and database: another one after a restore into a new cluster. */
  String cluster() {
    return cluster;
  }

  /**
   * What this moment has seen.
   *
   * @throws SQLRecoverableException on a standby, whose snapshots list no running transaction
   */
  Horizon horizon() throws SQLException {
    try (PreparedStatement statement = bound(query.horizon(MOST_SEEN));
        ResultSet row = statement.executeQuery()) {
      row.next();
      if (row.getBoolean(2)) {
        throw new SQLRecoverableException("the server is a standby", "57P03");
      }
      String seen = row.getString(3);
      List<Long> ids =
          seen == null || seen.isEmpty()
              ? List.of()
              : Arrays.stream(seen.split(",")).map(Long::valueOf).toList();
      return new Horizon(row.getString(1), ids);
    }
  }

  /** The next rows of the offset's open window, in the order of their keys. */
  List<Row> page(TableOffset offset, int limit) throws SQLException {
    List<Row> rows = new ArrayList<>();
    int keys = table.key().size();
    try (PreparedStatement statement = bound(query.page(offset, limit));
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(new Row(texts(row, 1, keys), texts(row, keys + 1, table.read().size())));
      }
    }
    return rows;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException alreadyGone) {
      // What there was to lose is lost; the offset says where to go on.
    }
  }

  private PreparedStatement bound(WindowQuery.Bound bound) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(bound.sql());
    for (int i = 0; i < bound.parameters().size(); i++) {
      statement.setString(i + 1, bound.parameters().get(i));
    }
    return statement;
  }

  private static List<String> texts(ResultSet row, int from, int count) throws SQLException {
    List<String> texts = new ArrayList<>(count);
    for (int i = from; i < from + count; i++) {
      texts.add(row.getString(i));
    }
    return texts;
  }

  private static Connection connect(DatabaseConfig.Login login) throws SQLException, IOException {
    Properties properties = new Properties();
    properties.put("user", login.user());
    properties.put("password", login.password());
    properties.put("ApplicationName", "motcua");
    properties.put("loginTimeout", "10");
    properties.put("connectTimeout", "10");
    properties.put("socketTimeout", "600");
    properties.put("tcpKeepAlive", "true");
    properties.put("stringtype", "unspecified");
    // A server's message may quote values of rows.
    properties.put("logServerErrorDetail", "false");
    // By name, not through DriverManager: a plugin's drivers are not seen there.
    Connection connection = new org.postgresql.Driver().connect(login.url(), properties);
    if (connection == null) {
      throw new SQLException("not a URL of PostgreSQL", "08001");
    }
    return connection;
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET default_transaction_read_only = on");
      statement.execute("SET default_transaction_isolation = 'repeatable read'");
      statement.execute("SET DateStyle = 'ISO'");
      statement.execute("SET TimeZone = 'Asia/Ho_Chi_Minh'");
    }
  }

  private static String cluster(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT c.system_identifier || '/' || d.oid FROM pg_control_system() c, pg_database"
                    + " d WHERE d.datname = current_database()")) {
      row.next();
      return row.getString(1);
    }
  }
}
