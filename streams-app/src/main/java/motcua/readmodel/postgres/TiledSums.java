package motcua.readmodel.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Tiling;
import motcua.core.ledger.Tiling.Closed;
import motcua.core.ledger.Tiling.Grain;
import motcua.core.ledger.Tiling.Tile;
import motcua.readmodel.ReportQuery;
import org.postgresql.PGStatement;

/** Sums a report tile by tile, in one statement. */
final class TiledSums {
  private static final String FLOWS_AND_BALANCES =
      Arrays.stream(Measure.values()).map(TiledSums::sum).collect(joining(", "));

  /** Before the period only balances matter. */
  private static final String BALANCES =
      Arrays.stream(Measure.values())
          .map(measure -> measure.isBalance() ? sum(measure) : "0::bigint")
          .collect(joining(", "));

  private final Connection connection;
  private final int generation;
  private final ReportQuery query;
  private final String[] units;
  private final String part;
  private final Books books;
  private final String split;
  private final InsideCondition inside;
  private final boolean gathered;
  private final boolean byCounterpart;

  /**
   * @param part the one field or procedure to sum; null: all
   */
  TiledSums(Connection connection, int generation, ReportQuery query, String[] units, String part) {
    this(connection, generation, query, units, part, false);
  }

  private TiledSums(
      Connection connection,
      int generation,
      ReportQuery query,
      String[] units,
      String part,
      boolean byCounterpart) {
    this.connection = connection;
    this.generation = generation;
    this.query = query;
    this.units = units;
    this.part = part;
    this.books = Books.of(query.by());
    this.split = books.part().orElse("''");
    this.inside = byCounterpart ? InsideCondition.NEVER : InsideCondition.of(query.scope());
    this.gathered = books.gathered() && inside.codes().isEmpty() && !byCounterpart;
    this.byCounterpart = byCounterpart;
  }

  /**
   * Sums of each unit by the other unit of a transfer, for whom several scopes are to be summed at
   * once: a move inside one may leave another.
   */
  static TiledSums byCounterpart(
      Connection connection, int generation, ReportQuery query, String[] units) {
    return new TiledSums(connection, generation, query, units, null, true);
  }

  /** Takes what was booked in a unit before or in the period. */
  interface ByCounterpart {
    /**
     * @param counterpart the other unit of transfers; empty for everything else
     */
    void add(String unit, String counterpart, boolean before, long[] amounts);
  }

  void addTo(FigureSums sums) throws SQLException {
    read(
        row ->
            sums.add(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                row.getBoolean(4),
                amounts(row)));
  }

  void addTo(ByCounterpart sums) throws SQLException {
    read(row -> sums.add(row.getString(1), row.getString(3), row.getBoolean(4), amounts(row)));
  }

  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private void read(Row each) throws SQLException {
    Closed closed = ClosedDays.read(connection, generation);
    List<Tile> tiles =
        Tiling.of(
            query.from(),
            query.to(),
            ReportStatements.cut(query),
            books.days().isPresent() ? closed : new Closed(LocalDate.MIN, closed.months()));
    List<Object> values = new ArrayList<>();
    String sql = tiles.stream().map(tile -> select(tile, values)).collect(joining("\nUNION ALL\n"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      // Which index serves depends on the dates: planned for them each time.
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      for (int value = 0; value < values.size(); value++) {
        statement.setObject(value + 1, values.get(value));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          each.take(rows);
        }
      }
    }
  }

  private String select(Tile tile, List<Object> values) {
    if (tile.grain() != Grain.BALANCE) {
      inside.codes().ifPresent(values::add);
    }
    List<String> conditions = new ArrayList<>(List.of("generation = ?", "unit = ANY(?)"));
    values.add(generation);
    values.add(units);
    String relation =
        switch (tile.grain()) {
          case BALANCE -> {
            conditions.add("month = ?");
            values.add(tile.countsTo().withDayOfMonth(1));
            yield books.balances();
          }
          case MONTHS -> {
            withinMonths(tile, conditions, values);
            yield stored(books.months());
          }
          case DAYS -> {
            withinDays(tile, conditions, values);
            yield stored(books.days().orElseThrow());
          }
          case CELLS -> {
            withinDays(tile, conditions, values);
            if (books.paged()) {
              within("page_month", monthOf(tile.countsFrom()), tile.countsTo(), conditions, values);
              within("page_known_to", tile.knownFrom(), LocalDate.MAX, conditions, values);
            }
            yield books.cells();
          }
        };
    if (part != null) {
      conditions.add(books.part().orElseThrow() + " = ?");
      values.add(part);
    }
    return "SELECT unit, %s AS part, %s AS inside, %s, %s FROM %s WHERE %s GROUP BY 1, 2, 3"
        .formatted(
            split,
            inside(tile.grain()),
            tile.before(),
            tile.before() ? BALANCES : FLOWS_AND_BALANCES,
            relation,
            String.join(" AND ", conditions));
  }

  private String stored(String relation) {
    return gathered ? Books.gathered(relation) : relation;
  }

  private String inside(Grain grain) {
    if (byCounterpart) {
      return grain == Grain.BALANCE ? "''" : "counterpart";
    }
    return switch (grain) {
      case BALANCE -> InsideCondition.NEVER.sql();
      case MONTHS, DAYS -> gathered ? inside.ofGathered() : inside.sql();
      case CELLS -> inside.sql();
    };
  }

  static void withinMonths(Tile tile, List<String> conditions, List<Object> values) {
    within("counts_month", tile.countsFrom(), tile.countsTo(), conditions, values);
    within("known_month", tile.knownFrom(), tile.knownTo(), conditions, values);
    apart(tile, "known_month <> counts_month", conditions);
  }

  static void withinDays(Tile tile, List<String> conditions, List<Object> values) {
    within("counts_on", tile.countsFrom(), tile.countsTo(), conditions, values);
    within("known_on", tile.knownFrom(), tile.knownTo(), conditions, values);
    apart(tile, "known_on <> counts_on", conditions);
  }

  /** A month's first day lies between bounds that are whole months exactly when the month does. */
  private static void within(
      String column,
      LocalDate first,
      LocalDate last,
      List<String> conditions,
      List<Object> values) {
    if (!first.equals(LocalDate.MIN)) {
      conditions.add(column + " >= ?");
      values.add(first);
    }
    if (!last.equals(LocalDate.MAX)) {
      conditions.add(column + " <= ?");
      values.add(last);
    }
  }

  private static LocalDate monthOf(LocalDate day) {
    return day.equals(LocalDate.MIN) ? day : day.withDayOfMonth(1);
  }

  /** Says what follows already, so that the index over the few rows apart can serve. */
  private static void apart(Tile tile, String condition, List<String> conditions) {
    if (tile.isApart()) {
      conditions.add(condition);
    }
  }

  private static long[] amounts(ResultSet rows) throws SQLException {
    long[] amounts = new long[Measure.COUNT];
    for (int measure = 0; measure < amounts.length; measure++) {
      amounts[measure] = rows.getLong(5 + measure);
    }
    return amounts;
  }

  private static String sum(Measure measure) {
    return "sum(%s)::bigint".formatted(LedgerWriter.column(measure));
  }
}
