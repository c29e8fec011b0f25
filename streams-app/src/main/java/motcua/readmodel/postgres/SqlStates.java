package motcua.readmodel.postgres;

import java.sql.SQLException;

/** Classes of PostgreSQL's error codes. */
final class SqlStates {
  private SqlStates() {}

  /**
   * Faults that pass by themselves: connection, rollback by conflict, resources, shutdown and start
   * of the server.
   */
  static boolean isTransient(SQLException fault) {
    String state = fault.getSQLState();
    return state != null
        && (state.startsWith("08")
            || state.startsWith("40")
            || state.startsWith("53")
            || state.startsWith("57P")
            || state.equals("55P03"));
  }
}
