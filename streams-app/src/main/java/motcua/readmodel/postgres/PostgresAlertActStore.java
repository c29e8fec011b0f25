package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import motcua.readmodel.AlertAct;
import motcua.readmodel.AlertActStore;
import motcua.readmodel.StoreUnavailableException;

/** {@link AlertActStore} in PostgreSQL. Thread-safe. */
public final class PostgresAlertActStore implements AlertActStore {
  private final DataSource dataSource;

  /**
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua};
   *     pooled
   */
  public PostgresAlertActStore(DataSource dataSource) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
  }

  @Override
  public void keep(AlertAct act) {
    within(
        "INSERT INTO alert_act (id, alert, act, author, note, until, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        statement -> {
          statement.setString(1, act.id());
          statement.setString(2, act.alert());
          statement.setString(3, act.kind().name());
          statement.setString(4, act.author());
          statement.setString(5, act.note());
          statement.setObject(
              6,
              act.until() == null ? null : act.until().atOffset(ZoneOffset.UTC),
              Types.TIMESTAMP_WITH_TIMEZONE);
          statement.setObject(7, act.at().atOffset(ZoneOffset.UTC));
          return statement.executeUpdate();
        });
  }

  @Override
  public List<AlertAct> unsettled(Instant after) {
    return within(
        """
        SELECT a.id, a.act, a.author, a.note, a.until, a.at, a.alert, t.scope FROM alert_act a
        CROSS JOIN LATERAL (SELECT scope FROM alert_transition WHERE alert = a.alert LIMIT 1) t
        WHERE a.at > ?
          AND NOT EXISTS (SELECT 1 FROM alert_transition s WHERE s.alert = a.alert AND s.cause = 'ACT:' || a.id)
          AND NOT EXISTS (SELECT 1 FROM alert_act b WHERE b.alert = a.alert AND (b.at, b.id) > (a.at, a.id))
        ORDER BY a.at, a.id""",
        statement -> {
          statement.setObject(1, after.atOffset(ZoneOffset.UTC));
          List<AlertAct> acts = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              acts.add(AlertRows.act(row, 1, row.getString(7), row.getString(8)));
            }
          }
          return acts;
        });
  }

  private <T> T within(String sql, Work<T> work) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.run(statement);
    } catch (SQLException fault) {
      if (SqlStates.isTransient(fault)) {
        throw new StoreUnavailableException("the acts do not answer", fault);
      }
      throw new IllegalStateException("cannot read or keep acts", fault);
    }
  }

  private interface Work<T> {
    T run(PreparedStatement statement) throws SQLException;
  }
}
