package motcua.readmodel.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import motcua.readmodel.Sourced;
import motcua.schemas.internal.RatioValue;
import motcua.schemas.internal.Ratios;
import motcua.schemas.internal.UnitTotals;
import motcua.schemas.internal.WindowTotals;

/** Upserts rolling windows of units and ratios of scopes, guarded as the ledger's cells are. */
final class RollingWriter implements AutoCloseable {
  /** Window code of the balances at the end of the day. */
  static final String BALANCE = "BALANCE";

  private static final String TOTALS =
      """
      INSERT INTO unit_totals (generation, unit, window_code, from_day, as_of, amounts, policy, applied_at, topic_part, topic_offset)
      SELECT generation, unit, window_code, %s, %s, amounts::bigint[], policy, %s, part, off
      FROM %s
      ON CONFLICT (generation, unit, window_code) DO UPDATE SET from_day = EXCLUDED.from_day, as_of = EXCLUDED.as_of,
        amounts = EXCLUDED.amounts, policy = EXCLUDED.policy, applied_at = EXCLUDED.applied_at, topic_part = EXCLUDED.topic_part,
        topic_offset = EXCLUDED.topic_offset
      WHERE unit_totals.topic_part <> EXCLUDED.topic_part OR unit_totals.topic_offset < EXCLUDED.topic_offset"""
          .formatted(
              Upsert.day("from_day"),
              Upsert.day("as_of"),
              Upsert.instant("applied"),
              Upsert.unnest(
                  List.of(
                      "generation int",
                      "unit text",
                      "window_code text",
                      "from_day int",
                      "as_of int",
                      "amounts text",
                      "policy text",
                      "applied bigint",
                      "part int",
                      "off bigint")));

  private static final String RATIO =
      """
      INSERT INTO ratio (generation, scope, window_code, ratio, numerator, denominator, as_of, policy, applied_at, topic_part, topic_offset)
      SELECT generation, scope, window_code, ratio, numerator, denominator, %s, policy, %s, part, off
      FROM %s
      ON CONFLICT (generation, scope, window_code, ratio) DO UPDATE SET numerator = EXCLUDED.numerator,
        denominator = EXCLUDED.denominator, as_of = EXCLUDED.as_of, policy = EXCLUDED.policy, applied_at = EXCLUDED.applied_at,
        topic_part = EXCLUDED.topic_part, topic_offset = EXCLUDED.topic_offset
      WHERE ratio.topic_part <> EXCLUDED.topic_part OR ratio.topic_offset < EXCLUDED.topic_offset"""
          .formatted(
              Upsert.day("as_of"),
              Upsert.instant("applied"),
              Upsert.unnest(
                  List.of(
                      "generation int",
                      "scope text",
                      "window_code text",
                      "ratio text",
                      "numerator bigint",
                      "denominator bigint",
                      "as_of int",
                      "policy text",
                      "applied bigint",
                      "part int",
                      "off bigint")));

  private final Upsert totals;
  private final Upsert ratio;

  RollingWriter(Connection connection) throws SQLException {
    this.totals = new Upsert(connection, TOTALS);
    this.ratio = new Upsert(connection, RATIO);
  }

  void writeTotals(List<Sourced<UnitTotals>> units) throws SQLException {
    List<WindowRow> rows = units.stream().flatMap(unit -> windows(unit).stream()).toList();
    if (rows.isEmpty()) {
      return;
    }
    totals.run(
        Columns.ints(rows, row -> row.unit().value().getGeneration()),
        Columns.text(rows, row -> row.unit().value().getUnit()),
        Columns.text(rows, row -> row.window().getWindow()),
        Columns.ints(rows, row -> row.window().getFromDay()),
        Columns.ints(rows, row -> row.unit().value().getAsOfDay()),
        Columns.text(rows, row -> array(row.window().getAmounts())),
        Columns.text(rows, row -> row.unit().value().getPolicy()),
        Columns.longs(rows, row -> row.unit().value().getAppliedAtMicros()),
        Columns.ints(rows, row -> row.unit().partition()),
        Columns.longs(rows, row -> row.unit().offset()));
  }

  private static List<WindowRow> windows(Sourced<UnitTotals> unit) {
    UnitTotals value = unit.value();
    List<WindowRow> rows =
        new java.util.ArrayList<>(
            value.getWindows().stream().map(window -> new WindowRow(unit, window)).toList());
    rows.add(
        new WindowRow(unit, new WindowTotals(BALANCE, value.getAsOfDay(), value.getBalances())));
    return rows;
  }

  private static String array(List<Long> amounts) {
    return amounts.stream().map(String::valueOf).collect(joining(",", "{", "}"));
  }

  void writeRatios(List<Sourced<Ratios>> scopes) throws SQLException {
    List<RatioRow> rows =
        scopes.stream()
            .flatMap(
                scope ->
                    scope.value().getRatios().stream().map(value -> new RatioRow(scope, value)))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    ratio.run(
        Columns.ints(rows, row -> row.scope().value().getGeneration()),
        Columns.text(rows, row -> row.scope().value().getScope()),
        Columns.text(rows, row -> row.ratio().getWindow()),
        Columns.text(rows, row -> row.ratio().getRatio()),
        Columns.longs(rows, row -> row.ratio().getNumerator()),
        Columns.longs(rows, row -> row.ratio().getDenominator()),
        Columns.ints(rows, row -> row.scope().value().getAsOfDay()),
        Columns.text(rows, row -> row.scope().value().getPolicy()),
        Columns.longs(rows, row -> row.scope().value().getAppliedAtMicros()),
        Columns.ints(rows, row -> row.scope().partition()),
        Columns.longs(rows, row -> row.scope().offset()));
  }

  @Override
  public void close() throws SQLException {
    totals.close();
    ratio.close();
  }

  private record WindowRow(Sourced<UnitTotals> unit, WindowTotals window) {}

  private record RatioRow(Sourced<Ratios> scope, RatioValue ratio) {}
}
