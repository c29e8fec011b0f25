package motcua.readmodel.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import javax.sql.DataSource;
import motcua.readmodel.MonthClosing;
import motcua.readmodel.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes months by SQL alone, one transaction a month. The projector waits while a month is summed:
 * it must not write a day into it meanwhile.
 */
public final class PostgresMonthClosing implements MonthClosing {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresMonthClosing.class);

  /** Sums the band of points that belong to the new month, and adds it to the last balances. */
  private static final String CLOSE =
      """
      WITH band AS (
        INSERT INTO %2$s (generation, unit, %4$s, counterpart, counts_month, known_month, %5$s)
        SELECT generation, unit, %4$s, counterpart, date_trunc('month', counts_on::timestamp)::date, date_trunc('month', known_on::timestamp)::date, %6$s
        FROM (
          SELECT * FROM %1$s WHERE generation = ? AND counts_on > ? AND counts_on <= ? AND known_on <= ?%10$s
          UNION ALL
          SELECT * FROM %1$s WHERE generation = ? AND counts_on <= ? AND known_on > ? AND known_on <= ?%11$s) AS learned
        GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 2, 5, 6, 3, 4
        RETURNING generation, unit, %4$s, counterpart, %7$s)
      INSERT INTO %3$s (generation, unit, %4$s, counterpart, month, %7$s)
      SELECT generation, unit, %4$s, counterpart, ?, %8$s
      FROM (
        SELECT generation, unit, %4$s, counterpart, %7$s FROM %3$s WHERE generation = ? AND month = ?
        UNION ALL
        SELECT * FROM band) AS held
      GROUP BY generation, unit, %4$s, counterpart HAVING %9$s
      ORDER BY unit, %4$s, counterpart""";

  private final DataSource dataSource;
  private final int generation;

  /**
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua}
   * @param generation ledger generation whose months are closed
   */
  public PostgresMonthClosing(DataSource dataSource, int generation) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    this.generation = generation;
  }

  @Override
  public int closeThrough(YearMonth last) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      return closeThrough(connection, last);
    } catch (SQLException fault) {
      if (SqlStates.isTransient(fault) || fault instanceof java.sql.SQLTransientException) {
        throw new StoreUnavailableException("cannot close months", fault);
      }
      throw new IllegalStateException("cannot close months", fault);
    }
  }

  private int closeThrough(Connection connection, YearMonth last) throws SQLException {
    YearMonth closed = lastOf(ClosedMonths.read(connection, generation));
    if (closed != null && !closed.isBefore(last)) {
      return 0;
    }
    NavigableSet<YearMonth> months = learned(connection, closed, last);
    months.add(last);
    connection.commit();
    int done = 0;
    for (YearMonth month : months) {
      if (!close(connection, month, closed, done == 0)) {
        LOG.info("months were opened again while {} was to be closed; later", month);
        return done;
      }
      closed = month;
      done++;
    }
    LOG.info("closed {} months up to {}", done, last);
    return done;
  }

  /** Months in which something was learned. Only a hint: a closing takes all since the last. */
  private NavigableSet<YearMonth> learned(Connection connection, YearMonth closed, YearMonth last)
      throws SQLException {
    NavigableSet<YearMonth> months = new TreeSet<>();
    if (closed != null && closed.plusMonths(1).equals(last)) {
      return months;
    }
    String sql =
        """
        SELECT DISTINCT date_trunc('month', greatest(counts_on, known_on)::timestamp)::date FROM ledger
        WHERE generation = ? AND greatest(counts_on, known_on) > ? AND greatest(counts_on, known_on) <= ?""";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, generation);
      statement.setObject(2, end(closed));
      statement.setObject(3, end(last));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          months.add(YearMonth.from(rows.getObject(1, LocalDate.class)));
        }
      }
    }
    return months;
  }

  /** False when the last closed month is another than expected. */
  private boolean close(
      Connection connection, YearMonth month, YearMonth expected, boolean withLeftovers)
      throws SQLException {
    lock(connection);
    if (!Objects.equals(lastOf(ClosedMonths.read(connection, generation)), expected)) {
      connection.rollback();
      return false;
    }
    for (Books books : Books.ALL) {
      if (withLeftovers) {
        removeLeftovers(connection, books, expected);
      }
      close(connection, books, month, expected);
    }
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO closed_month VALUES (?, ?)")) {
      statement.setInt(1, generation);
      statement.setObject(2, month.atDay(1));
      statement.executeUpdate();
    }
    connection.commit();
    return true;
  }

  private void lock(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT pg_advisory_xact_lock(hashtext('motcua.closing'), ?)")) {
      statement.setInt(1, generation);
      statement.execute();
    }
  }

  /** Rows of months that were opened again. */
  private void removeLeftovers(Connection connection, Books books, YearMonth closed)
      throws SQLException {
    for (String delete :
        new String[] {
          "DELETE FROM %s WHERE generation = ? AND greatest(counts_month, known_month) > ?"
              .formatted(books.months()),
          "DELETE FROM %s WHERE generation = ? AND month > ?".formatted(books.balances())
        }) {
      try (PreparedStatement statement = connection.prepareStatement(delete)) {
        statement.setInt(1, generation);
        statement.setObject(2, end(closed));
        statement.executeUpdate();
      }
    }
  }

  private void close(Connection connection, Books books, YearMonth month, YearMonth closed)
      throws SQLException {
    LocalDate before = end(closed);
    LocalDate end = end(month);
    List<Object> values = new ArrayList<>(List.of(generation, before, end, end));
    if (books.paged()) {
      values.addAll(List.of(before, end));
    }
    values.addAll(List.of(generation, before, before, end));
    if (books.paged()) {
      values.addAll(List.of(before, before));
    }
    values.addAll(
        List.of(month.atDay(1), generation, closed == null ? LocalDate.MIN : closed.atDay(1)));
    try (PreparedStatement statement = connection.prepareStatement(sql(books))) {
      for (int value = 0; value < values.size(); value++) {
        statement.setObject(value + 1, values.get(value));
      }
      statement.executeUpdate();
    }
  }

  private static String sql(Books books) {
    return CLOSE.formatted(
        books.days(),
        books.months(),
        books.balances(),
        books.part(),
        String.join(", ", LedgerWriter.MEASURES),
        LedgerWriter.MEASURES.stream().map(m -> "sum(" + m + ")::int").collect(joining(", ")),
        String.join(", ", LedgerWriter.BALANCES),
        LedgerWriter.BALANCES.stream().map(m -> "sum(" + m + ")::int").collect(joining(", ")),
        LedgerWriter.BALANCES.stream().map(m -> "sum(" + m + ") <> 0").collect(joining(" OR ")),
        books.paged() ? " AND page_month > ? AND page_month <= ?" : "",
        books.paged() ? " AND page_month <= ? AND page_known_to > ?" : "");
  }

  private static YearMonth lastOf(NavigableSet<YearMonth> months) {
    return months.isEmpty() ? null : months.last();
  }

  /** LocalDate.MIN is PostgreSQL's -infinity. */
  private static LocalDate end(YearMonth month) {
    return month == null ? LocalDate.MIN : month.atEndOfMonth();
  }
}
