package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import motcua.core.ledger.Ratio;
import motcua.core.period.Period;
import motcua.core.unit.Scope;
import motcua.readmodel.LiveData;
import motcua.readmodel.LivePosition;
import motcua.readmodel.LiveQuery;
import motcua.readmodel.LiveReadModel;
import motcua.readmodel.StoreUnavailableException;
import motcua.readmodel.ToldTransition;

/** {@link LiveReadModel} in PostgreSQL; every question is one snapshot. */
public final class PostgresLiveReadModel implements LiveReadModel {
  private final DataSource dataSource;
  private final int generation;

  /**
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua}
   *     and begins with {@link PostgresReadModel#SESSION}; pooled
   * @param generation ledger generation that is read
   */
  public PostgresLiveReadModel(DataSource dataSource, int generation) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    this.generation = generation;
  }

  @Override
  public LiveData figures(LiveQuery query) {
    return read(statements -> statements.figures(query));
  }

  @Override
  public List<Ratio.Value> flows(Scope scope, List<Period> spans, Ratio ratio) {
    return read(statements -> statements.flows(scope, spans, ratio));
  }

  @Override
  public LivePosition position() {
    return read(LiveStatements::position);
  }

  @Override
  public List<ToldTransition> toldAfter(long position, int limit) {
    return read(statements -> statements.toldAfter(position, limit));
  }

  private <T> T read(Question<T> question) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      T answer = question.ask(new LiveStatements(connection, generation));
      connection.commit();
      return answer;
    } catch (SQLException fault) {
      if (SqlStates.isTransient(fault) || fault instanceof java.sql.SQLTransientException) {
        throw new StoreUnavailableException("the read model does not answer", fault);
      }
      throw new IllegalStateException("cannot read the read model", fault);
    }
  }

  private interface Question<T> {
    T ask(LiveStatements statements) throws SQLException;
  }
}
