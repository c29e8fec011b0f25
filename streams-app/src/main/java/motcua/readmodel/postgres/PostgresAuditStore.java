package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import motcua.readmodel.AuditResult;
import motcua.readmodel.AuditSnapshot;
import motcua.readmodel.AuditStore;
import motcua.readmodel.StoreUnavailableException;
import org.apache.kafka.common.TopicPartition;

/** The audit's side of PostgreSQL. */
public final class PostgresAuditStore implements AuditStore {
  private final DataSource dataSource;
  private final int generation;

  /**
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua}
   * @param generation ledger generation that is audited
   */
  public PostgresAuditStore(DataSource dataSource, int generation) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    this.generation = generation;
  }

  @Override
  public Map<TopicPartition, Long> positions() {
    try (Connection connection = dataSource.getConnection()) {
      return SinkOffsets.read(connection, generation);
    } catch (SQLException fault) {
      throw failed("cannot read the projector's offsets", fault);
    }
  }

  @Override
  public AuditSnapshot open() {
    try {
      return PostgresAuditSnapshot.open(dataSource.getConnection(), generation);
    } catch (SQLException fault) {
      throw failed("cannot open the books for an audit", fault);
    }
  }

  @Override
  public void save(AuditResult result) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                INSERT INTO audit (generation, started_at, finished_at, known_to, journal, events, dossiers, cells, differing, unbalanced, first_difference)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
      statement.setInt(1, generation);
      statement.setObject(2, result.startedAt().atOffset(ZoneOffset.UTC));
      statement.setObject(3, result.finishedAt().atOffset(ZoneOffset.UTC));
      statement.setObject(4, result.knownTo());
      statement.setBoolean(5, result.journal());
      statement.setLong(6, result.events());
      statement.setLong(7, result.dossiers());
      statement.setLong(8, result.cells());
      statement.setLong(9, result.differing());
      statement.setLong(10, result.unbalanced());
      statement.setString(
          11, result.firstDifference() == null ? null : PgText.storable(result.firstDifference()));
      statement.executeUpdate();
    } catch (SQLException fault) {
      throw failed("cannot keep the result of an audit", fault);
    }
  }

  @Override
  public Optional<AuditResult> last() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT started_at, finished_at, known_to, journal, events, dossiers, cells, differing, unbalanced, first_difference
                FROM audit WHERE generation = ? ORDER BY id DESC LIMIT 1""")) {
      statement.setInt(1, generation);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(result(rows)) : Optional.empty();
      }
    } catch (SQLException fault) {
      throw failed("cannot read the results of audits", fault);
    }
  }

  private static AuditResult result(ResultSet row) throws SQLException {
    return new AuditResult(
        DossierStatements.instant(row, 1),
        DossierStatements.instant(row, 2),
        row.getObject(3, LocalDate.class),
        row.getBoolean(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        row.getString(10));
  }

  static RuntimeException failed(String what, SQLException fault) {
    return SqlStates.isTransient(fault) || fault instanceof java.sql.SQLTransientException
        ? new StoreUnavailableException(what, fault)
        : new IllegalStateException(what, fault);
  }
}
