package motcua.readmodel.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import motcua.readmodel.DeadLetterCount;
import motcua.readmodel.DeadLetterEntry;
import motcua.readmodel.DeadLetterQuery;
import motcua.readmodel.DeadLetterReadModel;
import motcua.readmodel.StoreUnavailableException;

/** {@link DeadLetterReadModel} in PostgreSQL. */
public final class PostgresDeadLetterReadModel implements DeadLetterReadModel {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COLUMNS =
      "fingerprint, reason, input, position, offset_bytes, length_bytes, source, stage, kept, recorded_at, resolved_at";

  private final DataSource dataSource;
  private final int generation;

  /**
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua};
   *     pooled
   * @param generation ledger generation that is read
   */
  public PostgresDeadLetterReadModel(DataSource dataSource, int generation) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    this.generation = generation;
  }

  @Override
  public List<DeadLetterEntry> letters(DeadLetterQuery query, long offset, int limit) {
    Condition condition = Condition.of(query);
    String sql =
        "SELECT %s FROM dead_letter WHERE %s ORDER BY source, reason, fingerprint OFFSET %d LIMIT %d"
            .formatted(COLUMNS, condition.sql(), offset, limit);
    return ask(sql, condition, PostgresDeadLetterReadModel::entry);
  }

  @Override
  public long count(DeadLetterQuery query) {
    Condition condition = Condition.of(query);
    String sql = "SELECT count(*) FROM dead_letter WHERE " + condition.sql();
    return ask(sql, condition, row -> row.getLong(1)).getFirst();
  }

  @Override
  public List<DeadLetterCount> summary(DeadLetterQuery query) {
    Condition condition = Condition.of(query);
    String sql =
        "SELECT source, reason, count(*) FROM dead_letter WHERE %s GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"
            .formatted(condition.sql());
    return ask(
        sql,
        condition,
        row -> new DeadLetterCount(row.getString(1), row.getString(2), row.getLong(3)));
  }

  /** What a question leaves out; values are bound, never written into the statement. */
  private record Condition(String sql, List<String> values) {
    static Condition of(DeadLetterQuery query) {
      StringBuilder sql = new StringBuilder("generation = ?");
      List<String> values = new ArrayList<>();
      add("source = ?", query.source(), sql, values);
      add("split_part(reason, ':', 1) = ?", query.reason(), sql, values);
      add("input = ?", query.input(), sql, values);
      add("starts_with(fingerprint, ?)", query.fingerprint(), sql, values);
      sql.append(
          switch (query.state()) {
            case OPEN -> " AND resolved_at IS NULL";
            case RESOLVED -> " AND resolved_at IS NOT NULL";
            case ALL -> "";
          });
      return new Condition(sql.toString(), values);
    }

    private static void add(
        String test, Optional<String> value, StringBuilder sql, List<String> values) {
      value.ifPresent(
          given -> {
            sql.append(" AND ").append(test);
            values.add(PgText.storable(given));
          });
    }
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> ask(String sql, Condition condition, Row<T> row) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, generation);
      for (int value = 0; value < condition.values().size(); value++) {
        statement.setString(value + 2, condition.values().get(value));
      }
      List<T> answer = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          answer.add(row.read(rows));
        }
      }
      return answer;
    } catch (SQLException fault) {
      if (SqlStates.isTransient(fault) || fault instanceof java.sql.SQLTransientException) {
        throw new StoreUnavailableException("the dead letters do not answer", fault);
      }
      throw new IllegalStateException("cannot read dead letters", fault);
    }
  }

  private static DeadLetterEntry entry(ResultSet row) throws SQLException {
    return new DeadLetterEntry(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        optional(row, 5),
        optional(row, 6),
        row.getString(7),
        row.getString(8),
        kept(row.getString(9)),
        DossierStatements.instant(row, 10),
        Optional.ofNullable(DossierStatements.instant(row, 11)));
  }

  private static OptionalLong optional(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static Map<String, String> kept(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("only maps of strings are written there", impossible);
    }
  }
}
