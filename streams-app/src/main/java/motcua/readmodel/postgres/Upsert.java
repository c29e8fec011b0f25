package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One statement over arrays, one array a column: {@code INSERT ... SELECT ... FROM unnest(...)}.
 * The statement is prepared once for a connection; arrays travel in binary.
 */
final class Upsert implements AutoCloseable {
  private final PreparedStatement statement;

  Upsert(Connection connection, String sql) throws SQLException {
    this.statement = connection.prepareStatement(sql);
  }

  /**
   * Runs the statement.
   *
   * @param columns arrays of one length: {@code String[]}, {@code int[]}, {@code long[]}, {@code
   *     short[]} or their boxed forms
   * @return rows written
   */
  int run(Object... columns) throws SQLException {
    for (int column = 0; column < columns.length; column++) {
      statement.setObject(column + 1, columns[column]);
    }
    return statement.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }

  /** {@code unnest(?::text[], ?::int[]) AS t(a, b)} for columns given as "a text", "b int". */
  static String unnest(List<String> columns) {
    List<String> parameters = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      int space = column.indexOf(' ');
      names.add(column.substring(0, space));
      parameters.add("?::" + column.substring(space + 1) + "[]");
    }
    return "unnest(%s) AS t(%s)".formatted(String.join(", ", parameters), String.join(", ", names));
  }

  /** Microseconds since the epoch as a timestamptz. */
  static String instant(String micros) {
    return "timestamptz 'epoch' + %s * interval '1 microsecond'".formatted(micros);
  }

  /** Days since the epoch as a date. */
  static String day(String days) {
    return "date '1970-01-01' + " + days;
  }
}
