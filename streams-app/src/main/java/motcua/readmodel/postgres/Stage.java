package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Rows on their way into a table: copied in binary into a temporary table of this connection, then
 * moved on by one prepared statement. The temporary table is empty again after the transaction.
 */
final class Stage implements AutoCloseable {
  private final String copy;
  private final PreparedStatement move;
  private final CopyBuffer rows = new CopyBuffer();

  /**
   * @param table whose columns the temporary table has; its name is followed by {@code _stage}
   * @param columns in the order in which they are written
   * @param move statement that reads from it
   */
  Stage(Connection connection, String table, List<String> columns, String move)
      throws SQLException {
    String stage = table + "_stage";
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMP TABLE IF NOT EXISTS %s (LIKE %s) ON COMMIT DELETE ROWS"
              .formatted(stage, table));
    }
    this.copy =
        "COPY %s (%s) FROM STDIN (FORMAT BINARY)".formatted(stage, String.join(", ", columns));
    this.move = connection.prepareStatement(move);
  }

  /** An empty buffer for the rows of the next batch. */
  CopyBuffer begin() {
    rows.begin();
    return rows;
  }

  /** Moves the rows written since {@link #begin()}. */
  void move(Connection connection) throws SQLException {
    rows.end();
    rows.copy(connection, copy);
    move.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    move.close();
  }

  /** {@code a = EXCLUDED.a, b = EXCLUDED.b}. */
  static String overwrite(List<String> columns) {
    return String.join(", ", columns.stream().map(c -> c + " = EXCLUDED." + c).toList());
  }
}
