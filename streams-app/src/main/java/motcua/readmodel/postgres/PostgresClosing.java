package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import javax.sql.DataSource;
import motcua.readmodel.Closing;
import motcua.readmodel.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes by SQL alone, one transaction a month. The projector waits while a month is summed: it
 * must not write a day into it meanwhile.
 */
public final class PostgresClosing implements Closing {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresClosing.class);

  private final DataSource dataSource;
  private final int generation;

  /**
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua}
   * @param generation ledger generation that is closed
   */
  public PostgresClosing(DataSource dataSource, int generation) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    this.generation = generation;
  }

  @Override
  public int closeThrough(LocalDate last) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      return closeThrough(connection, last);
    } catch (SQLException fault) {
      if (SqlStates.isTransient(fault) || fault instanceof java.sql.SQLTransientException) {
        throw new StoreUnavailableException("cannot close days", fault);
      }
      throw new IllegalStateException("cannot close days", fault);
    }
  }

  private int closeThrough(Connection connection, LocalDate last) throws SQLException {
    YearMonth lastMonth = YearMonth.from(last.plusDays(1)).minusMonths(1);
    int closed = 0;
    for (YearMonth month : open(connection, lastMonth)) {
      if (!closeMonth(connection, month)) {
        return closed;
      }
      closed++;
    }
    closeDays(connection, last);
    if (closed > 0) {
      LOG.info("closed {} months up to {}", closed, lastMonth);
    }
    return closed;
  }

  /** Open months in which something was learned, and the last. A hint: a closing leaves no gap. */
  private NavigableSet<YearMonth> open(Connection connection, YearMonth last) throws SQLException {
    NavigableSet<YearMonth> months = new TreeSet<>();
    NavigableSet<YearMonth> closed = ClosedDays.read(connection, generation).months();
    if (!closed.isEmpty() && !closed.last().isBefore(last)) {
      connection.commit();
      return months;
    }
    months.add(last);
    if (closed.isEmpty() || !closed.last().plusMonths(1).equals(last)) {
      months.addAll(learned(connection, end(closed), last.atEndOfMonth()));
    }
    connection.commit();
    return months;
  }

  private NavigableSet<YearMonth> learned(Connection connection, LocalDate after, LocalDate last)
      throws SQLException {
    NavigableSet<YearMonth> months = new TreeSet<>();
    String sql =
        """
        SELECT DISTINCT date_trunc('month', greatest(counts_on, known_on)::timestamp)::date FROM ledger
        WHERE generation = ? AND greatest(counts_on, known_on) > ? AND greatest(counts_on, known_on) <= ?""";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, generation);
      statement.setObject(2, after);
      statement.setObject(3, last);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          months.add(YearMonth.from(rows.getObject(1, LocalDate.class)));
        }
      }
    }
    return months;
  }

  /** False when it cannot be closed yet. */
  private boolean closeMonth(Connection connection, YearMonth month) throws SQLException {
    ClosingStatements statements = lock(connection);
    NavigableSet<YearMonth> closed = ClosedDays.read(connection, generation).months();
    for (Books books : Books.kept(KeptJournal.isKept(connection, generation))) {
      statements.removeMonthsAfter(books, end(closed));
      if (!statements.closeMonth(books, month, closed.isEmpty() ? null : closed.last())) {
        connection.rollback();
        LOG.info("{} stays open: a transfer has one leg in {} so far", month, books.cells());
        return false;
      }
    }
    statements.markMonth(month);
    closeDays(connection, statements, month.atEndOfMonth());
    connection.commit();
    return true;
  }

  private void closeDays(Connection connection, LocalDate last) throws SQLException {
    if (!ClosedDays.read(connection, generation).day().isBefore(last)) {
      connection.commit();
      return;
    }
    closeDays(connection, lock(connection), last);
    connection.commit();
  }

  private void closeDays(Connection connection, ClosingStatements statements, LocalDate last)
      throws SQLException {
    LocalDate closed = ClosedDays.read(connection, generation).day();
    if (closed.isBefore(last)) {
      for (Books books : Books.kept(KeptJournal.isKept(connection, generation))) {
        if (books.days().isPresent()) {
          statements.removeDaysAfter(books, books.days().get(), closed);
          statements.closeDays(books, books.days().get(), closed, last);
        }
      }
      statements.markDay(last);
    }
  }

  private ClosingStatements lock(Connection connection) throws SQLException {
    ClosingStatements statements = new ClosingStatements(connection, generation);
    statements.lock();
    return statements;
  }

  /** LocalDate.MIN is PostgreSQL's -infinity. */
  private static LocalDate end(NavigableSet<YearMonth> months) {
    return months.isEmpty() ? LocalDate.MIN : months.last().atEndOfMonth();
  }
}
