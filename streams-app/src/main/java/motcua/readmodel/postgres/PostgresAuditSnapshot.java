package motcua.readmodel.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import motcua.readmodel.AuditCell;
import motcua.readmodel.AuditSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One read-only REPEATABLE READ transaction; rows are streamed. */
final class PostgresAuditSnapshot implements AuditSnapshot {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresAuditSnapshot.class);
  private static final int ROWS_AT_ONCE = 5_000;

  private final Connection connection;
  private final int generation;
  private final boolean journalKept;

  private PostgresAuditSnapshot(Connection connection, int generation, boolean journalKept) {
    this.connection = connection;
    this.generation = generation;
    this.journalKept = journalKept;
  }

  static PostgresAuditSnapshot open(Connection connection, int generation) throws SQLException {
    try {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      // The first statement also takes the snapshot: the caller means now.
      return new PostgresAuditSnapshot(
          connection, generation, KeptJournal.isKept(connection, generation));
    } catch (SQLException fault) {
      connection.close();
      throw fault;
    }
  }

  @Override
  public SortedSet<String> units() {
    SortedSet<String> units = new TreeSet<>();
    query(
        "SELECT unit FROM ledger WHERE generation = ? UNION SELECT unit FROM posting_page WHERE generation = ?",
        List.of(generation, generation),
        row -> units.add(row.getString(1)));
    return units;
  }

  @Override
  public void ledger(
      Collection<String> units, List<String> columns, LocalDate knownTo, Consumer<AuditCell> each) {
    cells(
        "SELECT unit, field, counterpart, counts_on, known_on, "
            + String.join(", ", columns)
            + " FROM ledger WHERE generation = ? AND unit = ANY(?) AND known_on <= ?",
        units,
        columns.size(),
        knownTo,
        each);
  }

  @Override
  public boolean journalKept() {
    return journalKept;
  }

  @Override
  public void journal(
      Collection<String> units, List<String> columns, LocalDate knownTo, Consumer<AuditCell> each) {
    cells(
        "SELECT unit, field, counterpart, counts_on, known_on, "
            + columns.stream().map(column -> "sum(" + column + ")").collect(joining(", "))
            + " FROM posting_amounts WHERE generation = ? AND unit = ANY(?) AND known_on <= ?"
            + " GROUP BY unit, field, counterpart, counts_on, known_on",
        units,
        columns.size(),
        knownTo,
        each);
  }

  private void cells(
      String sql,
      Collection<String> units,
      int columns,
      LocalDate knownTo,
      Consumer<AuditCell> each) {
    query(
        sql,
        List.of(generation, units.toArray(String[]::new), cut(knownTo)),
        row -> {
          List<Long> figures = new ArrayList<>(columns);
          for (int column = 0; column < columns; column++) {
            figures.add(row.getLong(6 + column));
          }
          each.accept(
              new AuditCell(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getObject(4, LocalDate.class),
                  row.getObject(5, LocalDate.class),
                  figures));
        });
  }

  @Override
  public Map<String, Long> dossiers(AuditCell cell, String column) {
    Map<String, Long> dossiers = new TreeMap<>();
    query(
        "SELECT source || chr(31) || dossier_id, sum("
            + column
            + ") FROM posting_amounts WHERE generation = ? AND unit = ? AND page_month = date_trunc('month', ?::timestamp)::date"
            + " AND field = ? AND counterpart = ? AND counts_on = ? AND known_on = ? GROUP BY 1 HAVING sum("
            + column
            + ") <> 0",
        List.of(
            generation,
            cell.unit(),
            cell.countsOn(),
            cell.field(),
            cell.counterpart(),
            cell.countsOn(),
            cell.knownOn()),
        row -> dossiers.put(row.getString(1), row.getLong(2)));
    return dossiers;
  }

  @Override
  public List<String> unbalanced(LocalDate knownTo) {
    List<String> lines = new ArrayList<>();
    query(
        """
        SELECT unit, field, counterpart, counts_on, known_on FROM ledger
        WHERE generation = ? AND known_on <= ?
          AND received_online + received_direct + received_postal + transferred_in - transferred_out
            <> open_in_time + open_overdue + open_undated + suspended + closed_early + closed_on_time + closed_late + closed_undated
              + refused + withdrawn
        ORDER BY unit, counts_on, known_on, field, counterpart""",
        List.of(generation, cut(knownTo)),
        row ->
            lines.add(
                "unit %s, field '%s', counterpart '%s', counts on %s, known on %s breaks the identity of ledger.md 5"
                    .formatted(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5))));
    query(
        """
        SELECT least(unit, counterpart), greatest(unit, counterpart), field, counts_on, known_on FROM ledger
        WHERE generation = ? AND known_on <= ? AND counterpart <> ''
        GROUP BY 1, 2, 3, 4, 5
        HAVING sum(CASE WHEN unit < counterpart THEN transferred_out ELSE -transferred_in END) <> 0
          OR sum(CASE WHEN unit < counterpart THEN transferred_in ELSE -transferred_out END) <> 0
        ORDER BY 1, 2, 4, 5, 3""",
        List.of(generation, cut(knownTo)),
        row ->
            lines.add(
                "transfers between %s and %s, field '%s', counts on %s, known on %s have not two legs each"
                    .formatted(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5))));
    return lines;
  }

  /** LocalDate.MAX is PostgreSQL's infinity. */
  private static LocalDate cut(LocalDate knownTo) {
    return knownTo == null ? LocalDate.MAX : knownTo;
  }

  private void query(String sql, List<Object> values, Row each) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      for (int value = 0; value < values.size(); value++) {
        statement.setObject(value + 1, values.get(value));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          each.read(rows);
        }
      }
    } catch (SQLException fault) {
      throw PostgresAuditStore.failed("cannot read the books for an audit", fault);
    }
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException fault) {
      LOG.debug("closing the connection of an audit", fault);
    }
  }
}
