package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableSet;
import java.util.TreeSet;
import motcua.readmodel.ProjectionBatch;

/** Which months are closed; see the migration that makes the table. */
final class ClosedMonths {
  private ClosedMonths() {}

  static NavigableSet<YearMonth> read(Connection connection, int generation) throws SQLException {
    NavigableSet<YearMonth> months = new TreeSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT month FROM closed_month WHERE generation = ?")) {
      statement.setInt(1, generation);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          months.add(YearMonth.from(rows.getObject(1, LocalDate.class)));
        }
      }
    }
    return months;
  }

  /**
   * Opens the months that a batch changes again; none in live running, where it is always later.
   */
  static void openFor(Connection connection, ProjectionBatch batch) throws SQLException {
    int earliest = Integer.MAX_VALUE;
    for (var entry : batch.journal()) {
      for (var posting : entry.getPostings()) {
        earliest = Math.min(earliest, Math.max(posting.getCountsOnDay(), posting.getKnownOnDay()));
      }
    }
    for (var entry : batch.ledger()) {
      earliest =
          Math.min(
              earliest, Math.max(entry.value().getCountsOnDay(), entry.value().getKnownOnDay()));
    }
    if (earliest == Integer.MAX_VALUE) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement("SELECT open_months(?, ?)")) {
      statement.setInt(1, batch.generation());
      statement.setObject(2, LocalDate.ofEpochDay(earliest));
      statement.execute();
    }
  }
}
