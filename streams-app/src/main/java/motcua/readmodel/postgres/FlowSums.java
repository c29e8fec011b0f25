package motcua.readmodel.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import motcua.core.ledger.Column;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.Tiling;
import motcua.core.ledger.Tiling.Closed;
import motcua.core.ledger.Tiling.Tile;
import motcua.core.period.Period;
import org.postgresql.PGStatement;

/**
 * A ratio of flows by spans of days, in one statement over closed days and the cells of what is not
 * closed. None of its columns is changed by a transfer, so that units may be added up.
 */
final class FlowSums {
  /** Holds a whole month at least. */
  private static final int LONG_DAYS = 62;

  private final Connection connection;
  private final int generation;
  private final String[] units;
  private final Ratio ratio;

  FlowSums(Connection connection, int generation, String[] units, Ratio ratio) {
    if (!ratio.isOfFlows()) {
      throw new IllegalArgumentException(ratio.code() + " has balances");
    }
    this.connection = connection;
    this.generation = generation;
    this.units = units;
    this.ratio = ratio;
  }

  /** Takes one sum. */
  interface Each {
    /**
     * @param unit empty when units are added up
     * @param span number of the span, from 0
     */
    void add(String unit, int span, long numerator, long denominator);
  }

  /**
   * @param spans in order, each beginning the day after the one before, long ones first
   */
  void byUnit(List<Period> spans, Each each) throws SQLException {
    read(spans, "unit", each);
  }

  /** As {@link #byUnit}, all units added up. */
  void together(List<Period> spans, Each each) throws SQLException {
    read(spans, "''", each);
  }

  private void read(List<Period> spans, String holder, Each each) throws SQLException {
    List<Object> values = new ArrayList<>();
    String sql = String.join("\nUNION ALL\n", selects(spans, holder, values));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      // Which index serves depends on the dates: planned for them each time.
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      for (int value = 0; value < values.size(); value++) {
        statement.setObject(value + 1, values.get(value));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          each.add(rows.getString(1), rows.getInt(2), rows.getLong(3), rows.getLong(4));
        }
      }
    }
  }

  /** A long span is summed from months; spans between which it would matter from days. */
  private List<String> selects(List<Period> spans, String holder, List<Object> values)
      throws SQLException {
    Closed closed = ClosedDays.read(connection, generation);
    List<String> selects = new ArrayList<>();
    int first = 0;
    for (; first < spans.size() && isLong(spans.get(first)); first++) {
      for (Tile tile : tiles(spans.get(first), closed)) {
        selects.add(select(tile, holder, String.valueOf(first), values));
      }
    }
    if (first < spans.size()) {
      List<Period> shorter = spans.subList(first, spans.size());
      Period together = new Period(shorter.getFirst().from(), shorter.getLast().to());
      int[] begins = shorter.stream().mapToInt(span -> (int) span.from().toEpochDay()).toArray();
      String bucket = (first - 1) + " + width_bucket(counts_on - DATE '1970-01-01', ?)";
      for (Tile tile : tiles(together, new Closed(closed.day(), new TreeSet<>()))) {
        values.add(begins);
        selects.add(select(tile, holder, bucket, values));
      }
    }
    return selects;
  }

  private static boolean isLong(Period span) {
    return span.from().plusDays(LONG_DAYS).isBefore(span.to());
  }

  private static List<Tile> tiles(Period span, Closed closed) {
    return Tiling.of(span.from(), span.to(), LocalDate.MAX, closed).stream()
        .filter(tile -> !tile.before())
        .toList();
  }

  private String select(Tile tile, String holder, String span, List<Object> values) {
    List<String> conditions = new ArrayList<>(List.of("generation = ?", "unit = ANY(?)"));
    values.add(generation);
    values.add(units);
    String relation =
        switch (tile.grain()) {
          case MONTHS -> {
            TiledSums.withinMonths(tile, conditions, values);
            yield Books.gathered(Books.UNITS.months());
          }
          case DAYS -> {
            TiledSums.withinDays(tile, conditions, values);
            yield Books.gathered(Books.UNITS.days().orElseThrow());
          }
          case CELLS -> {
            TiledSums.withinDays(tile, conditions, values);
            yield Books.UNITS.cells();
          }
          case BALANCE -> throw new IllegalStateException("a flow has no balance: " + tile);
        };
    return "SELECT %s, %s, sum(%s)::bigint, sum(%s)::bigint FROM %s WHERE %s GROUP BY 1, 2"
        .formatted(
            holder,
            span,
            sum(ratio.numerator()),
            sum(ratio.denominator()),
            relation,
            String.join(" AND ", conditions));
  }

  private static String sum(List<Column> columns) {
    return columns.stream()
        .flatMap(column -> column.measures().stream())
        .map(LedgerWriter::column)
        .collect(joining(" + "));
  }
}
