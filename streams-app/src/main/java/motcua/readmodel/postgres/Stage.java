package motcua.readmodel.postgres;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows on their way into a table. A row the table surely does not hold is copied straight into it;
 * any other into a temporary table of this connection, and moved on by one prepared statement,
 * which costs about twice as much. The temporary table is empty again after the transaction.
 *
 * <p>Nothing is sure unless the table was empty when this connection began: then a row is new when
 * its key was never written here. A key whose transaction was rolled back only counts as unsure.
 *
 * @param <T> what a row is made of
 */
final class Stage<T> implements AutoCloseable {
  /** Four megabytes; beyond it more and more rows are taken for known, which is slower only. */
  private static final int KEYS = 4_000_000;

  private static final double MISTAKEN = 0.02;

  private final String copyFresh;
  private final String copyKnown;
  private final PreparedStatement move;
  private final BloomFilter<T> written;
  private final CopyBuffer fresh = new CopyBuffer();
  private final CopyBuffer known = new CopyBuffer();
  private final int width;

  /**
   * @param table whose columns the temporary table has; its name is followed by {@code _stage}
   * @param columns in the order in which they are written
   * @param key tells rows apart as the primary key does
   * @param move statement that reads from the temporary table
   */
  Stage(Connection connection, String table, List<String> columns, Funnel<T> key, String move)
      throws SQLException {
    String stage = table + "_stage";
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMP TABLE IF NOT EXISTS %s (LIKE %s) ON COMMIT DELETE ROWS"
              .formatted(stage, table));
      this.written = isEmpty(statement, table) ? BloomFilter.create(key, KEYS, MISTAKEN) : null;
    }
    this.copyFresh = copy(table, columns);
    this.copyKnown = copy(stage, columns);
    this.width = columns.size();
    this.move = connection.prepareStatement(move);
  }

  private static boolean isEmpty(Statement statement, String table) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT NOT EXISTS (SELECT FROM %s)".formatted(table))) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static String copy(String table, List<String> columns) {
    return "COPY %s (%s) FROM STDIN (FORMAT BINARY)".formatted(table, String.join(", ", columns));
  }

  /** Begins a batch. */
  void begin() {
    fresh.begin();
    known.begin();
  }

  /** Where the columns of a value are to be written. No key may come twice in a batch. */
  CopyBuffer row(T value) {
    CopyBuffer rows = written != null && written.put(value) ? fresh : known;
    rows.row(width);
    return rows;
  }

  /** Moves the rows written since {@link #begin()}. */
  void move(Connection connection) throws SQLException {
    if (fresh.rows() > 0) {
      fresh.end();
      fresh.copy(connection, copyFresh);
    }
    if (known.rows() > 0) {
      known.end();
      known.copy(connection, copyKnown);
      move.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    move.close();
  }

  /**
   * The statement that moves rows on. Cheaper than an upsert, which locks every row it overwrites
   * first; it needs no more, because one connection alone writes a generation's rows.
   *
   * @param key columns of the primary key
   * @param value columns that are overwritten with what comes
   * @param newer condition on {@code table} and {@code stage} for overwriting
   * @param computed further columns, and what they become when their row is overwritten
   */
  static String merge(
      String table,
      List<String> key,
      List<String> value,
      String newer,
      Map<String, String> computed) {
    List<String> columns = new ArrayList<>(key);
    columns.addAll(value);
    columns.addAll(computed.keySet());
    List<String> sets = new ArrayList<>(list(value, "%1$s = stage.%1$s"));
    computed.forEach((column, becomes) -> sets.add(column + " = " + becomes));
    return """
        MERGE INTO %1$s USING %1$s_stage stage ON %2$s
        WHEN MATCHED AND %3$s THEN UPDATE SET %4$s
        WHEN NOT MATCHED THEN INSERT (%5$s) VALUES (%6$s)"""
        .formatted(
            table,
            String.join(" AND ", list(key, table + ".%1$s = stage.%1$s")),
            newer,
            String.join(", ", sets),
            String.join(", ", columns),
            String.join(", ", list(columns, "stage.%s")));
  }

  private static List<String> list(List<String> columns, String form) {
    return columns.stream().map(form::formatted).toList();
  }
}
