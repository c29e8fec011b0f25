package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import motcua.core.alert.DayFigures;
import motcua.readmodel.DailyFigures;
import motcua.readmodel.StoreUnavailableException;

/** {@link DailyFigures} from the ledger's cells. Thread-safe. */
public final class PostgresDailyFigures implements DailyFigures {
  private static final String SQL =
      """
      SELECT unit, counts_on, known_on, sum(closed_late)::bigint AS late,
        sum(closed_early + closed_on_time + closed_late)::bigint AS dated
      FROM ledger WHERE generation = ? AND counts_on BETWEEN ? AND ? AND known_on <= ?
        AND (closed_early <> 0 OR closed_on_time <> 0 OR closed_late <> 0)
      GROUP BY unit, counts_on, known_on ORDER BY unit, counts_on, known_on""";

  private final DataSource dataSource;
  private final int generation;

  /**
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua}
   * @param generation ledger generation that is read
   */
  public PostgresDailyFigures(DataSource dataSource, int generation) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    this.generation = generation;
  }

  @Override
  public List<DayFigures> between(LocalDate from, LocalDate to) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setInt(1, generation);
      statement.setObject(2, from);
      statement.setObject(3, to);
      statement.setObject(4, to);
      try (ResultSet rows = statement.executeQuery()) {
        return read(rows);
      }
    } catch (SQLException fault) {
      if (SqlStates.isTransient(fault) || fault instanceof java.sql.SQLTransientException) {
        throw new StoreUnavailableException("the read model does not answer", fault);
      }
      throw new IllegalStateException("cannot read the ledger", fault);
    }
  }

  private static List<DayFigures> read(ResultSet rows) throws SQLException {
    List<DayFigures> figures = new ArrayList<>();
    while (rows.next()) {
      figures.add(
          new DayFigures(
              rows.getString(1),
              rows.getObject(2, LocalDate.class),
              rows.getObject(3, LocalDate.class),
              rows.getLong(4),
              rows.getLong(5)));
    }
    return figures;
  }
}
