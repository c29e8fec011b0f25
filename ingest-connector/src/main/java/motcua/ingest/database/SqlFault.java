package motcua.ingest.database;

import java.sql.SQLException;

/** What a fault of the database means: whether it passes, and what of it may be told. */
final class SqlFault {
  private SqlFault() {}

  /** True when the same statement may succeed later. */
  static boolean passes(SQLException fault) {
    String state = fault.getSQLState();
    if (state == null || state.length() < 2) {
      return true;
    }
    return switch (state.substring(0, 2)) {
      // Connection, resources, operator, system, rollback, objects in use.
      case "08", "53", "57", "58", "40", "55" -> true;
      default -> false;
    };
  }

  /** Message and code; the code alone where a message may quote a value of a row. */
  static String text(SQLException fault) {
    String state = fault.getSQLState();
    boolean harmless =
        state == null || passes(fault) || state.matches("(28|3D|42).*") && !state.equals("42804");
    return harmless ? fault.getMessage() + " (" + state + ")" : "SQLSTATE " + state;
  }
}
