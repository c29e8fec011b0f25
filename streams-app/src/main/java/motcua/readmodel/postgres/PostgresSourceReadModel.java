package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import motcua.readmodel.SourceHearing;
import motcua.readmodel.SourceLine;
import motcua.readmodel.SourceReadModel;
import motcua.readmodel.StoreUnavailableException;

/** {@link SourceReadModel} in PostgreSQL; every question is one snapshot. */
public final class PostgresSourceReadModel implements SourceReadModel {
  /** The last five minutes count when they began less than an hour, or a day, ago. */
  private static final String COUNTED =
      """
      SELECT source, records, backfilled, last_recorded_at, last_occurred_at, heard_at,
        (SELECT coalesce(sum(p.records), 0) FROM source_pace p WHERE p.generation = s.generation AND p.source = s.source
           AND p.begins_at > ? - interval '1 hour' AND p.begins_at <= ?),
        (SELECT coalesce(sum(p.records), 0) FROM source_pace p WHERE p.generation = s.generation AND p.source = s.source
           AND p.begins_at > ? - interval '1 day' AND p.begins_at <= ?)
      FROM source s WHERE generation = ? ORDER BY source""";

  private static final String DEAD_LETTERS =
      """
      SELECT source, split_part(reason, ':', 1), count(*) FROM dead_letter
      WHERE generation = ? AND resolved_at IS NULL GROUP BY 1, 2""";

  private static final String MARKS =
      "SELECT source, code, count(*) FROM dossier_mark WHERE generation = ? AND ended_on IS NULL GROUP BY 1, 2";

  private final DataSource dataSource;
  private final int generation;

  /**
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua};
   *     pooled
   * @param generation ledger generation that is read
   */
  public PostgresSourceReadModel(DataSource dataSource, int generation) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    this.generation = generation;
  }

  @Override
  public List<SourceHearing> hearings() {
    return read(
        connection -> {
          Map<String, Map<String, Instant>> units = units(connection);
          List<SourceHearing> hearings = new ArrayList<>();
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT source, heard_at FROM source WHERE generation = ? ORDER BY source")) {
            statement.setInt(1, generation);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                hearings.add(hearing(rows, 2, units));
              }
            }
          }
          return hearings;
        });
  }

  @Override
  public List<SourceLine> sources(Instant now) {
    return read(
        connection -> {
          Map<String, Map<String, Long>> letters = counts(connection, DEAD_LETTERS);
          Map<String, SourceLine> lines = new TreeMap<>();
          for (SourceLine line : counted(connection, now, letters)) {
            lines.put(line.hearing().source(), line);
          }
          letters.forEach(
              (source, byReason) ->
                  lines.computeIfAbsent(source, unheard -> neverCounted(unheard, byReason)));
          return List.copyOf(lines.values());
        });
  }

  @Override
  public Map<String, Map<String, Long>> marks() {
    return read(connection -> counts(connection, MARKS));
  }

  private static SourceLine neverCounted(String source, Map<String, Long> letters) {
    return new SourceLine(
        new SourceHearing(source, Optional.empty(), Map.of()),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        letters);
  }

  private List<SourceLine> counted(
      Connection connection, Instant now, Map<String, Map<String, Long>> letters)
      throws SQLException {
    Map<String, Map<String, Instant>> units = units(connection);
    List<SourceLine> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(COUNTED)) {
      for (int parameter = 1; parameter <= 4; parameter++) {
        statement.setObject(parameter, now.atOffset(ZoneOffset.UTC));
      }
      statement.setInt(5, generation);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String source = rows.getString(1);
          lines.add(
              new SourceLine(
                  hearing(rows, 6, units),
                  rows.getLong(2),
                  rows.getLong(3),
                  Optional.ofNullable(DossierStatements.instant(rows, 4)),
                  Optional.ofNullable(DossierStatements.instant(rows, 5)),
                  rows.getLong(7),
                  rows.getLong(8),
                  letters.getOrDefault(source, Map.of())));
        }
      }
    }
    return lines;
  }

  private static SourceHearing hearing(
      ResultSet row, int heardAt, Map<String, Map<String, Instant>> units) throws SQLException {
    String source = row.getString(1);
    return new SourceHearing(
        source,
        Optional.ofNullable(DossierStatements.instant(row, heardAt)),
        units.getOrDefault(source, Map.of()));
  }

  private Map<String, Map<String, Instant>> units(Connection connection) throws SQLException {
    Map<String, Map<String, Instant>> units = new TreeMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT source, unit, heard_at FROM source_unit WHERE generation = ?")) {
      statement.setInt(1, generation);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          units
              .computeIfAbsent(rows.getString(1), source -> new TreeMap<>())
              .put(rows.getString(2), DossierStatements.instant(rows, 3));
        }
      }
    }
    return units;
  }

  private Map<String, Map<String, Long>> counts(Connection connection, String sql)
      throws SQLException {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, generation);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          counts
              .computeIfAbsent(rows.getString(1), source -> new TreeMap<>())
              .put(rows.getString(2), rows.getLong(3));
        }
      }
    }
    return counts;
  }

  private <T> T read(Question<T> question) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      T answer = question.ask(connection);
      connection.commit();
      return answer;
    } catch (SQLException fault) {
      if (SqlStates.isTransient(fault) || fault instanceof java.sql.SQLTransientException) {
        throw new StoreUnavailableException("what is known of sources does not answer", fault);
      }
      throw new IllegalStateException("cannot read what is known of sources", fault);
    }
  }

  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }
}
