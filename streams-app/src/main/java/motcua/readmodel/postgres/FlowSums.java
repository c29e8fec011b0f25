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
import motcua.core.ledger.Tiling.Grain;
import motcua.core.ledger.Tiling.Tile;
import motcua.core.period.Period;
import org.postgresql.PGStatement;

/**
 * A ratio of flows by spans of days, in one statement over closed days and the cells of what is not
 * closed. None of its columns is changed by a transfer, so that units may be added up.
 */
final class FlowSums {
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
   * @param spans in order, each beginning the day after the one before
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
    String sql =
        tiles(spans).stream()
            .map(tile -> select(tile, holder, spans, values))
            .collect(joining("\nUNION ALL\n"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      // Which index serves depends on the dates: planned for them each time.
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      for (int value = 0; value < values.size(); value++) {
        statement.setObject(value + 1, values.get(value));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          each.add(rows.getString(1), rows.getInt(2) - 1, rows.getLong(3), rows.getLong(4));
        }
      }
    }
  }

  /** Months are too coarse for any span but a month. */
  private List<Tile> tiles(List<Period> spans) throws SQLException {
    LocalDate closed = ClosedDays.read(connection, generation).day();
    return Tiling.of(
            spans.getFirst().from(),
            spans.getLast().to(),
            LocalDate.MAX,
            new Closed(closed, new TreeSet<>()))
        .stream()
        .filter(tile -> !tile.before())
        .toList();
  }

  private String select(Tile tile, String holder, List<Period> spans, List<Object> values) {
    values.add(spans.stream().mapToInt(span -> (int) span.from().toEpochDay()).toArray());
    List<String> conditions = new ArrayList<>(List.of("generation = ?", "unit = ANY(?)"));
    values.add(generation);
    values.add(units);
    TiledSums.withinDays(tile, conditions, values);
    return "SELECT %s, width_bucket(counts_on - DATE '1970-01-01', ?), sum(%s)::bigint, sum(%s)::bigint FROM %s WHERE %s GROUP BY 1, 2"
        .formatted(
            holder,
            sum(ratio.numerator()),
            sum(ratio.denominator()),
            tile.grain() == Grain.DAYS
                ? Books.gathered(Books.UNITS.days().orElseThrow())
                : Books.UNITS.cells(),
            String.join(" AND ", conditions));
  }

  private static String sum(List<Column> columns) {
    return columns.stream()
        .flatMap(column -> column.measures().stream())
        .map(LedgerWriter::column)
        .collect(joining(" + "));
  }
}
