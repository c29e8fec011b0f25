package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Period;
import motcua.core.snapshot.RowKey;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;

/**
 * The columns of ledger.md 5, written out over the journal's postings; shares nothing with the
 * statements of the product.
 */
final class JournalSql {
  private static final String SQL =
      """
      WITH leg AS (
        SELECT unit, coalesce(%s, '') AS part, counterpart <> '' AND counterpart = ANY(?) AS inside, counts_on < ? AS before,
          leg, from_bucket, to_bucket, channel, counter, count
        FROM posting WHERE generation = 1 AND unit = ANY(?) AND counts_on <= ? AND known_on <= ?)
      SELECT unit, part, inside, before, what, sum(n) FROM (
        SELECT unit, part, inside, before, b.name AS what, count AS n FROM leg JOIN bucket b ON b.code = to_bucket WHERE leg <> 1
        UNION ALL
        SELECT unit, part, inside, before, b.name, -count FROM leg JOIN bucket b ON b.code = from_bucket WHERE leg <> 2
        UNION ALL
        SELECT unit, part, inside, before, 'received ' || c.name, count FROM leg JOIN channel c ON c.code = channel WHERE from_bucket = 0
        UNION ALL
        SELECT unit, part, inside, before, 'transferred in', count FROM leg WHERE leg = 2
        UNION ALL
        SELECT unit, part, inside, before, 'transferred out', count FROM leg WHERE leg = 1
        UNION ALL
        SELECT unit, part, inside, before, 'counter ' || c.name, count FROM leg JOIN counter c ON c.code = counter
      ) AS counted GROUP BY 1, 2, 3, 4, 5""";

  private JournalSql() {}

  /** Rows with any figure, units as printed, and the total. */
  static Map<RowKey, ReportRow> rows(
      DataSource database,
      List<String> units,
      Period period,
      LocalDate cut,
      Breakdown by,
      UnitTree tree)
      throws SQLException {
    Map<RowKey, Sums> sums = new TreeMap<>();
    sums.put(RowKey.TOTAL, new Sums());
    String[] scope = units.toArray(String[]::new);
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(SQL.formatted(by == Breakdown.FIELD ? "field" : "''"))) {
      statement.setObject(1, scope);
      statement.setObject(2, period.from());
      statement.setObject(3, scope);
      statement.setObject(4, period.to());
      statement.setObject(5, cut);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          RowKey key = new RowKey(tree.displayCode(row.getString(1)), row.getString(2));
          boolean before = row.getBoolean(4);
          sums.computeIfAbsent(key, any -> new Sums())
              .add(before, row.getString(5), row.getLong(6));
          if (!row.getBoolean(3)) {
            sums.get(RowKey.TOTAL).add(before, row.getString(5), row.getLong(6));
          }
        }
      }
    }
    Map<RowKey, ReportRow> rows = new TreeMap<>();
    sums.forEach(
        (key, sum) -> {
          ReportRow row = sum.row();
          if (!row.isEmpty() || key.equals(RowKey.TOTAL)) {
            rows.put(key, row);
          }
        });
    return rows;
  }

  private static final class Sums {
    private final Map<String, Long> before = new TreeMap<>();
    private final Map<String, Long> period = new TreeMap<>();

    void add(boolean early, String what, long n) {
      (early ? before : period).merge(what, n, Long::sum);
    }

    private long flow(String what) {
      return period.getOrDefault(what, 0L);
    }

    private long balance(String bucket) {
      return before.getOrDefault(bucket, 0L) + flow(bucket);
    }

    ReportRow row() {
      long carriedOver = 0;
      for (String open : List.of("OPEN_IN_TIME", "OPEN_OVERDUE", "OPEN_UNDATED", "SUSPENDED")) {
        carriedOver += before.getOrDefault(open, 0L);
      }
      long online = flow("received ONLINE");
      long direct = flow("received DIRECT");
      long postal = flow("received POSTAL");
      List<Long> figures = new ArrayList<>();
      figures.addAll(List.of(carriedOver, online + direct + postal, online, direct, postal));
      figures.addAll(List.of(flow("transferred in"), flow("transferred out")));
      for (String closed :
          List.of(
              "CLOSED_EARLY",
              "CLOSED_ON_TIME",
              "CLOSED_LATE",
              "CLOSED_UNDATED",
              "REFUSED",
              "WITHDRAWN")) {
        figures.add(flow(closed));
      }
      for (String open : List.of("OPEN_IN_TIME", "OPEN_OVERDUE", "OPEN_UNDATED", "SUSPENDED")) {
        figures.add(balance(open));
      }
      for (String counter :
          List.of(
              "COMPONENTS_DIGITISED",
              "COMPONENTS_PARTIAL",
              "RESULTS_DIGITISED",
              "FEE_PAID",
              "FEE_PAID_ONLINE",
              "LATE_APOLOGISED",
              "LATE_FIRST_DUE",
              "SAME_DAY")) {
        figures.add(flow("counter " + counter));
      }
      return ReportRow.of(figures);
    }
  }
}
