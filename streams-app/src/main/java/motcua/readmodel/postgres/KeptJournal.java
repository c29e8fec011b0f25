package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import motcua.readmodel.JournalOffException;

/**
 * Whether a generation keeps a journal: what was said when it was begun, so that every process
 * works alike, whatever it is configured with.
 */
final class KeptJournal {
  private KeptJournal() {}

  /** False only where it was switched off; a generation that nobody has begun keeps one. */
  static boolean isKept(Connection connection, int generation) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT journal FROM ledger_generation WHERE generation = ?")) {
      statement.setInt(1, generation);
      try (ResultSet row = statement.executeQuery()) {
        return !row.next() || row.getBoolean(1);
      }
    }
  }

  /**
   * For questions that nothing else can answer.
   *
   * @throws JournalOffException when there is none
   */
  static void require(Connection connection, int generation) throws SQLException {
    if (!isKept(connection, generation)) {
      throw new JournalOffException(generation);
    }
  }
}
