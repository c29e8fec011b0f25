package motcua.ingest.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import motcua.ingest.table.CellText;
import org.apache.kafka.common.config.ConfigException;

/** Finds the table of the settings in the database and says what is missing. */
final class Catalog {
  private static final String COLUMNS =
      """
      SELECT a.attname, format_type(a.atttypid, NULL), a.attnotnull,
        has_column_privilege(a.attrelid, a.attnum, 'SELECT')
      FROM pg_attribute a
      WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped\
      """;
  private static final String UNIQUE =
      """
      SELECT i.indisprimary, array_to_string(ARRAY(
        SELECT a.attname FROM unnest(i.indkey) WITH ORDINALITY k(n, place)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.n
        WHERE k.place <= i.indnkeyatts ORDER BY k.place), E'\\x1f')
      FROM pg_index i
      WHERE i.indrelid = to_regclass(?) AND i.indisunique AND i.indisvalid AND i.indpred IS NULL
        AND i.indexprs IS NULL\
      """;
  private static final String KIND =
      "SELECT c.relkind::text, has_column_privilege(c.oid, 'xmin', 'SELECT') FROM pg_class c WHERE"
          + " c.oid = to_regclass(?)";

  private final Connection connection;
  private final DatabaseConfig config;
  private final Map<String, Found> columns = new LinkedHashMap<>();

  private Catalog(Connection connection, DatabaseConfig config) {
    this.connection = connection;
    this.config = config;
  }

  private record Found(SourceTable.Column column, boolean notNull, boolean readable) {}

  /**
   * The table as the settings use it.
   *
   * @throws ConfigException naming the key, what is missing and what was expected
   * @throws SQLException when the database does not answer
   */
  static SourceTable find(Connection connection, DatabaseConfig config) throws SQLException {
    Catalog catalog = new Catalog(connection, config);
    catalog.checkKind();
    catalog.readColumns();
    return new SourceTable(
        config.table(), catalog.transaction(), catalog.key(), catalog.columnsRead());
  }

  private void checkKind() throws SQLException {
    try (PreparedStatement statement = bound(KIND);
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw wrong(
            DatabaseKeys.TABLE,
            config.table(),
            "no such table, or the role has no USAGE on its schema");
      }
      if (!"r".equals(row.getString(1)) && !"p".equals(row.getString(1))) {
        throw wrong(DatabaseKeys.TABLE, config.table(), "expected a table, not a view or the like");
      }
      if (config.transactionColumn().isEmpty() && !row.getBoolean(2)) {
        throw wrong(
            DatabaseKeys.TABLE,
            config.table(),
            "the role may not read column xmin: GRANT SELECT (xmin) or name"
                + " database.transaction.column");
      }
    }
  }

  private void readColumns() throws SQLException {
    try (PreparedStatement statement = bound(COLUMNS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        SourceTable.Column column = new SourceTable.Column(row.getString(1), row.getString(2));
        columns.put(column.name(), new Found(column, row.getBoolean(3), row.getBoolean(4)));
      }
    }
  }

  private Optional<SourceTable.Column> transaction() {
    if (config.transactionColumn().isEmpty()) {
      return Optional.empty();
    }
    String name = config.transactionColumn().get();
    Found found = readable(DatabaseKeys.TRANSACTION_COLUMN, name);
    if (!found.column().type().equals("xid8") || !found.notNull()) {
      throw wrong(
          DatabaseKeys.TRANSACTION_COLUMN,
          name,
          "expected a column xid8 NOT NULL DEFAULT pg_current_xact_id()");
    }
    return Optional.of(found.column());
  }

  /** Without a unique key, rows that share one could fall between two pages. */
  private List<SourceTable.Column> key() throws SQLException {
    List<String> named = config.keyColumns();
    List<String> expected = new ArrayList<>();
    try (PreparedStatement statement = bound(UNIQUE);
        ResultSet row = statement.executeQuery()) {
      while (row.next() && expected.isEmpty()) {
        List<String> index = List.of(row.getString(2).split("\u001f"));
        boolean isAsked =
            named.isEmpty() ? row.getBoolean(1) : new TreeSet<>(index).equals(new TreeSet<>(named));
        expected.addAll(isAsked ? index : List.of());
      }
    }
    if (expected.isEmpty()) {
      throw wrong(
          DatabaseKeys.KEY_COLUMNS,
          named,
          "expected a primary key, or the columns of a unique index without condition");
    }
    return expected.stream().map(this::keyColumn).toList();
  }

  private SourceTable.Column keyColumn(String name) {
    Found found = readable(DatabaseKeys.KEY_COLUMNS, name);
    if (!found.notNull()) {
      throw wrong(DatabaseKeys.KEY_COLUMNS, name, "expected a column that is NOT NULL");
    }
    return found.column();
  }

  private List<SourceTable.Column> columnsRead() {
    if (config.mapping().isEmpty()) {
      return List.of(readable(DatabaseKeys.PAYLOAD_COLUMN, config.payloadColumn()).column());
    }
    List<SourceTable.Column> read = new ArrayList<>();
    for (String name : config.mapping().get().columns()) {
      String exact =
          columns.keySet().stream()
              .filter(column -> CellText.key(column).equals(CellText.key(name)))
              .findFirst()
              .orElse(name);
      read.add(readable(DatabaseKeys.MAPPING_FILE, exact).column());
    }
    return read;
  }

  private Found readable(String key, String name) {
    Found found = columns.get(name);
    if (found == null) {
      throw wrong(key, name, "table " + config.table() + " has no such column");
    }
    if (!found.readable()) {
      throw wrong(
          key, name, "the role may not read it: GRANT SELECT (" + name + ") ON " + config.table());
    }
    return found;
  }

  private PreparedStatement bound(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setString(1, config.table());
    return statement;
  }

  private static ConfigException wrong(String key, Object value, String expected) {
    return new ConfigException(key, value, expected);
  }
}
