package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import motcua.readmodel.AlertQuery;
import motcua.readmodel.AlertReadModel;
import motcua.readmodel.AlertStanding;
import motcua.readmodel.AlertStep;
import motcua.readmodel.StoreUnavailableException;

/** {@link AlertReadModel} in PostgreSQL. Thread-safe. */
public final class PostgresAlertReadModel implements AlertReadModel {
  private final DataSource dataSource;

  /**
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua};
   *     pooled
   */
  public PostgresAlertReadModel(DataSource dataSource) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
  }

  @Override
  public List<AlertStanding> alerts(AlertQuery query, int offset, int limit) {
    return read(alerts -> alerts.alerts(AlertCondition.of(query), query.phases(), offset, limit));
  }

  @Override
  public long count(AlertQuery query) {
    return read(alerts -> alerts.count(AlertCondition.of(query), query.phases()));
  }

  @Override
  public Optional<AlertStanding> find(String alert) {
    return read(alerts -> alerts.alert(alert)).stream().findFirst();
  }

  @Override
  public List<AlertStep> history(String alert) {
    return read(alerts -> alerts.history(alert));
  }

  @Override
  public List<AlertStep> historyOf(String scope, int offset, int limit) {
    return read(alerts -> alerts.historyOf(scope, offset, limit));
  }

  @Override
  public long countHistoryOf(String scope) {
    return read(alerts -> alerts.countHistoryOf(scope));
  }

  private <T> T read(Question<T> question) {
    try (Connection connection = dataSource.getConnection()) {
      return question.ask(new AlertStatements(connection));
    } catch (SQLException fault) {
      if (SqlStates.isTransient(fault)) {
        throw new StoreUnavailableException("the alerts do not answer", fault);
      }
      throw new IllegalStateException("cannot read alerts", fault);
    }
  }

  private interface Question<T> {
    T ask(AlertStatements alerts) throws SQLException;
  }
}
