package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Ratio;
import motcua.core.period.Period;
import motcua.core.unit.Scope;
import motcua.readmodel.Breakdown;
import motcua.readmodel.LiveData;
import motcua.readmodel.LivePosition;
import motcua.readmodel.LiveQuery;
import motcua.readmodel.RatioLine;
import motcua.readmodel.ReportQuery;
import motcua.readmodel.ToldTransition;

/** Statements of pages that are looked at all day: one a question, for all scopes together. */
final class LiveStatements {
  /** Offsets only grow, so their sum moves with every batch. */
  private static final String POSITION =
      """
      SELECT (SELECT coalesce(sum(next_offset), 0)::bigint FROM sink_offset WHERE generation = ?),
        (SELECT coalesce(max(position), -1) FROM alert_transition)""";

  private static final String RATIOS =
      """
      SELECT scope, window_code, ratio, numerator, denominator, as_of, applied_at FROM ratio
      WHERE generation = ? AND scope = ANY(?) ORDER BY scope, window_code, ratio""";

  /** The bucket is spelt out so that the partial index of in-time dossiers serves. */
  private static final String DUE_SOON =
      "SELECT unit, count(*) FROM dossier WHERE generation = ? AND unit = ANY(?) AND due_at < ? AND bucket = "
          + Bucket.OPEN_IN_TIME.ordinal()
          + " GROUP BY unit";

  private final Connection connection;
  private final int generation;

  LiveStatements(Connection connection, int generation) {
    this.connection = connection;
    this.generation = generation;
  }

  LiveData figures(LiveQuery query) throws SQLException {
    String[] units = units(query.scopes());
    var sums = new ScopeSums(query);
    ReportQuery today =
        new ReportQuery(
            query.scopes().getFirst(), query.today(), query.today(), null, Breakdown.NONE);
    TiledSums.byCounterpart(connection, generation, today, units).addTo(sums::add);
    addDueSoon(sums, units);
    addRatios(sums);
    if (!query.spans().isEmpty()) {
      new FlowSums(connection, generation, units, Ratio.LATE).byUnit(query.spans(), sums::addLate);
    }
    return sums.at(appliedAt());
  }

  private String[] units(List<Scope> scopes) throws SQLException {
    if (scopes.stream().anyMatch(Scope::unknownUnits)) {
      return new ReportStatements(connection, generation)
          .units("ledger", unit -> scopes.stream().anyMatch(scope -> scope.includes(unit)));
    }
    TreeSet<String> units = new TreeSet<>();
    scopes.forEach(scope -> units.addAll(scope.units()));
    return units.toArray(String[]::new);
  }

  private void addDueSoon(ScopeSums sums, String[] units) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DUE_SOON)) {
      statement.setInt(1, generation);
      statement.setObject(2, units);
      statement.setObject(3, sums.query().dueBefore().atOffset(ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sums.addDueSoon(rows.getString(1), rows.getLong(2));
        }
      }
    }
  }

  private void addRatios(ScopeSums sums) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RATIOS)) {
      statement.setInt(1, generation);
      statement.setObject(
          2, sums.query().scopes().stream().map(Scope::code).toArray(String[]::new));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sums.addRatio(
              rows.getString(1),
              new RatioLine(
                  rows.getString(2),
                  rows.getString(3),
                  rows.getLong(4),
                  rows.getLong(5),
                  rows.getObject(6, LocalDate.class),
                  DossierStatements.instant(rows, 7)));
        }
      }
    }
  }

  private Optional<Instant> appliedAt() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT max(applied_at) FROM sink_offset WHERE generation = ?")) {
      statement.setInt(1, generation);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return Optional.ofNullable(DossierStatements.instant(rows, 1));
      }
    }
  }

  List<Ratio.Value> flows(Scope scope, List<Period> spans, Ratio ratio) throws SQLException {
    List<Ratio.Value> sums = new ArrayList<>(Collections.nCopies(spans.size(), Ratio.Value.NONE));
    new FlowSums(connection, generation, units(List.of(scope)), ratio)
        .together(
            spans,
            (unit, span, numerator, denominator) ->
                sums.set(span, sums.get(span).plus(new Ratio.Value(numerator, denominator))));
    return sums;
  }

  LivePosition position() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(POSITION)) {
      statement.setInt(1, generation);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return new LivePosition(rows.getLong(1), rows.getLong(2));
      }
    }
  }

  List<ToldTransition> toldAfter(long position, int limit) throws SQLException {
    List<ToldTransition> told = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT "
                + TransitionRows.COLUMNS
                + ", t.position FROM alert_transition t WHERE t.position > ? ORDER BY t.position LIMIT ?")) {
      statement.setLong(1, position);
      statement.setInt(2, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          told.add(new ToldTransition(rows.getLong(18), TransitionRows.read(rows)));
        }
      }
    }
    return told;
  }
}
