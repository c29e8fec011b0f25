package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import motcua.core.calendar.CalendarRow;
import motcua.core.unit.ProcedureCatalogue.Procedure;
import motcua.core.unit.UnitAliases.Alias;
import motcua.core.unit.UnitRow;
import motcua.readmodel.ReferenceFiles;
import motcua.readmodel.ReferenceStore;
import motcua.readmodel.StoreUnavailableException;

/** The reference files in their tables. All files of a call are kept in one transaction. */
public final class PostgresReferenceStore implements ReferenceStore {
  private final DataSource dataSource;

  /**
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua}
   */
  public PostgresReferenceStore(DataSource dataSource) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
  }

  @Override
  public void save(ReferenceFiles files, Instant loadedAt) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      if (isNew(connection, "unit", files.units().version(), loadedAt)) {
        units(
            connection,
            files.units().version(),
            files.units().rows().stream().flatMap(List::stream).toList());
      }
      if (isNew(connection, "unit-alias", files.aliases().version(), loadedAt)) {
        aliases(connection, files.aliases().version(), files.aliases().rows());
      }
      if (isNew(connection, "procedure", files.procedures().version(), loadedAt)) {
        procedures(connection, files.procedures().version(), files.procedures().rows());
      }
      if (isNew(connection, "holiday", files.calendar().version(), loadedAt)) {
        holidays(connection, files.calendar().version(), files.calendar().rows());
      }
      connection.commit();
    } catch (SQLException fault) {
      if (SqlStates.isTransient(fault)) {
        throw new StoreUnavailableException("cannot keep the reference files", fault);
      }
      throw new IllegalStateException("cannot keep the reference files", fault);
    }
  }

  private static boolean isNew(Connection connection, String kind, String version, Instant loadedAt)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO reference_version (kind, version, loaded_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
      statement.setString(1, kind);
      statement.setString(2, version);
      statement.setObject(3, loadedAt.atOffset(ZoneOffset.UTC));
      return statement.executeUpdate() == 1;
    }
  }

  private static void units(Connection connection, String version, List<UnitRow> rows)
      throws SQLException {
    insert(
        connection,
        "INSERT INTO unit (version, line, code, name, parent, level, valid_from, valid_to, successor, head_name, head_email, recorded_on)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        version,
        rows.stream()
            .map(
                row ->
                    values(
                        row.code(),
                        row.name(),
                        text(row.parent()),
                        text(row.level()),
                        row.validFrom(),
                        row.validTo(),
                        text(row.successor()),
                        text(row.headName()),
                        text(row.headEmail()),
                        row.recordedOn()))
            .toList());
  }

  private static void aliases(Connection connection, String version, List<Alias> rows)
      throws SQLException {
    insert(
        connection,
        "INSERT INTO unit_alias (version, line, source, name, code, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?)",
        version,
        rows.stream()
            .map(
                row -> values(row.source(), row.name(), row.code(), row.validFrom(), row.validTo()))
            .toList());
  }

  private static void procedures(Connection connection, String version, List<Procedure> rows)
      throws SQLException {
    insert(
        connection,
        "INSERT INTO procedure (version, line, code, name, field, field_name, online_level, max_working_days, valid_from, valid_to, recorded_on)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        version,
        rows.stream()
            .map(
                row ->
                    values(
                        row.code(),
                        row.name(),
                        text(row.field()),
                        text(row.fieldName()),
                        text(row.onlineLevel()),
                        row.maxWorkingDays(),
                        row.validFrom(),
                        row.validTo(),
                        row.recordedOn()))
            .toList());
  }

  private static void holidays(Connection connection, String version, List<CalendarRow> rows)
      throws SQLException {
    insert(
        connection,
        "INSERT INTO holiday (version, line, day, kind, recorded_on) VALUES (?, ?, ?, ?, ?)",
        version,
        rows.stream()
            .map(
                row ->
                    values(
                        row.date(), row.kind().name().toLowerCase(Locale.ROOT), row.recordedAt()))
            .toList());
  }

  private static void insert(Connection connection, String sql, String version, List<Object[]> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int line = 1;
      for (Object[] row : rows) {
        statement.setString(1, version);
        statement.setInt(2, line++);
        for (int column = 0; column < row.length; column++) {
          statement.setObject(3 + column, row[column]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static Object[] values(Object... values) {
    return values;
  }

  private static String text(String value) {
    return PgText.storable(value);
  }
}
