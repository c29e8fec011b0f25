package motcua.readmodel.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Statements of a closing; all of them want the lock. */
final class ClosingStatements {
  private static final String MEASURES = String.join(", ", LedgerWriter.MEASURES);
  private static final String SUMS = each(LedgerWriter.MEASURES, "sum(%1$s)::int AS %1$s", ", ");
  private static final String BALANCES = String.join(", ", LedgerWriter.BALANCES);
  private static final String BALANCE_SUMS = each(LedgerWriter.BALANCES, "sum(%s)::int", ", ");
  private static final String ANY_BALANCE = each(LedgerWriter.BALANCES, "sum(%s) <> 0", " OR ");

  /** Points whose later day lies after one day and up to another. */
  private static final String BAND =
      """
      (SELECT * FROM %1$s WHERE generation = ? AND counts_on > ? AND counts_on <= ? AND known_on <= ?%2$s
       UNION ALL
       SELECT * FROM %1$s WHERE generation = ? AND counts_on <= ? AND known_on > ? AND known_on <= ? AND known_on <> counts_on%3$s) AS band""";

  private static final String CLOSE_DAYS =
      """
      INSERT INTO %1$s (generation, %2$s, counterpart, counts_on, known_on, %3$s)
      SELECT generation, %2$s, counterpart, counts_on, known_on, %4$s FROM %5$s
      GROUP BY generation, %2$s, counterpart, counts_on, known_on
      ORDER BY unit, counts_on, known_on""";

  /**
   * Sums the band by month and adds it to the last balances. Gives the number of pairs of units of
   * whose transfers one leg is there and the other is not.
   */
  private static final String CLOSE_MONTH =
      """
      WITH summed AS (
        SELECT generation, %2$s, counterpart, date_trunc('month', counts_on::timestamp)::date AS counts_month,
          date_trunc('month', known_on::timestamp)::date AS known_month, %4$s
        FROM %5$s GROUP BY generation, %2$s, counterpart, counts_month, known_month),
      stored AS (
        INSERT INTO %1$s (generation, %2$s, counterpart, counts_month, known_month, %3$s)
        SELECT generation, %2$s, counterpart, counts_month, known_month, %3$s FROM summed
        ORDER BY unit, counts_month, known_month
        RETURNING %2$s, counterpart, %6$s),
      balanced AS (
        INSERT INTO %7$s (generation, %2$s, month, %6$s)
        SELECT ?, %2$s, ?, %8$s
        FROM (
          SELECT %2$s, %6$s FROM %7$s WHERE generation = ? AND month = ?
          UNION ALL
          SELECT %2$s, %6$s FROM stored) AS held
        GROUP BY %2$s HAVING %9$s ORDER BY %2$s)
      SELECT count(*) FROM (
        SELECT FROM stored WHERE counterpart <> ''
        GROUP BY least(unit, counterpart), greatest(unit, counterpart)%10$s HAVING %9$s) AS halves""";

  private static final String GATHER =
      """
      INSERT INTO %2$s (generation, unit, moved, %3$s, %4$s, %5$s)
      SELECT generation, unit, counterpart <> '' AS moved, %3$s, %4$s, %6$s FROM %1$s
      WHERE generation = ? AND greatest(%3$s, %4$s) > ? AND greatest(%3$s, %4$s) <= ?
      GROUP BY generation, unit, moved, %3$s, %4$s
      ORDER BY unit, %3$s, %4$s""";

  private final Connection connection;
  private final int generation;

  ClosingStatements(Connection connection, int generation) {
    this.connection = connection;
    this.generation = generation;
  }

  /** Waits for the batch under way; the next waits for the end of this transaction. */
  void lock() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT pg_advisory_xact_lock(hashtext('motcua.closing'), ?)")) {
      statement.setInt(1, generation);
      statement.execute();
    }
  }

  /** Removes what opening again left over. */
  void removeMonthsAfter(Books books, LocalDate closed) throws SQLException {
    for (String months : stored(books, books.months())) {
      run(
          "DELETE FROM %s WHERE generation = ? AND greatest(counts_month, known_month) > ?"
              .formatted(months),
          generation,
          closed);
    }
    run(
        "DELETE FROM %s WHERE generation = ? AND month > ?".formatted(books.balances()),
        generation,
        closed);
  }

  /** Removes what opening again left over. */
  void removeDaysAfter(Books books, String days, LocalDate closed) throws SQLException {
    for (String relation : stored(books, days)) {
      run(
          "DELETE FROM %s WHERE generation = ? AND greatest(counts_on, known_on) > ?"
              .formatted(relation),
          generation,
          closed);
    }
  }

  private static List<String> stored(Books books, String relation) {
    return books.gathered() ? List.of(relation, Books.gathered(relation)) : List.of(relation);
  }

  void closeDays(Books books, String days, LocalDate closed, LocalDate last) throws SQLException {
    run(
        CLOSE_DAYS.formatted(days, books.holder(), MEASURES, SUMS, band(books)),
        band(books, closed, last));
    gather(books, days, "counts_on", "known_on", closed, last);
  }

  private void gather(
      Books books, String from, String counts, String known, LocalDate after, LocalDate last)
      throws SQLException {
    if (books.gathered()) {
      run(
          GATHER.formatted(from, Books.gathered(from), counts, known, MEASURES, SUMS),
          generation,
          after,
          last);
    }
  }

  /**
   * Closes a month and all between.
   *
   * @param closed last closed month; null: none
   * @return false when not all of it is there; the transaction is then to be rolled back
   */
  boolean closeMonth(Books books, YearMonth month, YearMonth closed) throws SQLException {
    String sql =
        CLOSE_MONTH.formatted(
            books.months(),
            books.holder(),
            MEASURES,
            SUMS,
            band(books),
            BALANCES,
            books.balances(),
            BALANCE_SUMS,
            ANY_BALANCE,
            books.part().map(part -> ", " + part).orElse(""));
    LocalDate after = closed == null ? LocalDate.MIN : closed.atEndOfMonth();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int next = bind(statement, 1, band(books, after, month.atEndOfMonth()));
      bind(
          statement,
          next,
          generation,
          month.atDay(1),
          generation,
          closed == null ? LocalDate.MIN : closed.atDay(1));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        if (rows.getLong(1) != 0) {
          return false;
        }
      }
    }
    gather(books, books.months(), "counts_month", "known_month", after, month.atEndOfMonth());
    return true;
  }

  void markMonth(YearMonth month) throws SQLException {
    run("INSERT INTO closed_month VALUES (?, ?)", generation, month.atDay(1));
  }

  void markDay(LocalDate day) throws SQLException {
    run(
        "INSERT INTO closed_day VALUES (?, ?) ON CONFLICT (generation) DO UPDATE SET day = EXCLUDED.day",
        generation,
        day);
  }

  private static String band(Books books) {
    return BAND.formatted(
        books.cells(),
        books.paged() ? " AND page_month >= ? AND page_month <= ?" : "",
        books.paged() ? " AND page_month <= ? AND page_known_to > ?" : "");
  }

  private Object[] band(Books books, LocalDate after, LocalDate last) {
    if (books.paged()) {
      // LocalDate.MIN is PostgreSQL's -infinity.
      LocalDate from = after.equals(LocalDate.MIN) ? after : after.plusDays(1).withDayOfMonth(1);
      return new Object[] {
        generation, after, last, last, from, last, generation, after, after, last, after, after
      };
    }
    return new Object[] {generation, after, last, last, generation, after, after, last};
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, 1, values);
      statement.executeUpdate();
    }
  }

  private static int bind(PreparedStatement statement, int first, Object... values)
      throws SQLException {
    int next = first;
    for (Object value : values) {
      statement.setObject(next++, value);
    }
    return next;
  }

  private static String each(List<String> columns, String format, String separator) {
    return columns.stream().map(format::formatted).collect(joining(separator));
  }
}
