package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableSet;
import java.util.TreeSet;
import motcua.core.ledger.Tiling.Closed;
import motcua.readmodel.ProjectionBatch;

/** What is closed; see the migration that makes the tables. */
final class ClosedDays {
  private ClosedDays() {}

  static Closed read(Connection connection, int generation) throws SQLException {
    LocalDate day = LocalDate.MIN;
    NavigableSet<YearMonth> months = new TreeSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT day, NULL FROM closed_day WHERE generation = ?
            UNION ALL SELECT NULL, month FROM closed_month WHERE generation = ?""")) {
      statement.setInt(1, generation);
      statement.setInt(2, generation);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          LocalDate month = rows.getObject(2, LocalDate.class);
          if (month == null) {
            day = rows.getObject(1, LocalDate.class);
          } else {
            months.add(YearMonth.from(month));
          }
        }
      }
    }
    return new Closed(day, months);
  }

  /**
   * Opens the days and months that a batch changes again; none in live running, where the day is
   * always today.
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
    try (PreparedStatement statement = connection.prepareStatement("SELECT open_days(?, ?)")) {
      statement.setInt(1, batch.generation());
      statement.setObject(2, LocalDate.ofEpochDay(earliest));
      statement.execute();
    }
  }
}
