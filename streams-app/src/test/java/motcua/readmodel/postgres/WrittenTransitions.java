package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import motcua.core.alert.Transition;

/** Writes transitions of alerts, in the order in which they are given. */
public final class WrittenTransitions {
  private final TestDatabase database;
  private long position;

  public WrittenTransitions(TestDatabase database) {
    this.database = database;
  }

  /** One row. */
  public void add(Transition step) {
    insert(database, step, position++);
  }

  /** One row; one that is there already stays, as at the projector. */
  public static void insert(TestDatabase database, Transition step, long position) {
    try (Connection connection = database.application().getConnection();
        PreparedStatement row =
            connection.prepareStatement(
                "INSERT INTO alert_transition VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING")) {
      row.setString(1, step.id());
      row.setLong(2, position);
      row.setString(3, step.alert());
      row.setString(4, step.rule());
      row.setString(5, step.scope());
      row.setString(6, step.window());
      row.setObject(7, step.windowFrom());
      row.setLong(8, step.number());
      row.setString(9, step.kind().name());
      row.setString(10, step.severity() == null ? null : step.severity().name());
      row.setString(11, step.reason() == null ? null : step.reason().name());
      row.setLong(12, step.figures().late());
      row.setLong(13, step.figures().dated());
      row.setLong(14, step.figures().openInTime());
      row.setLong(15, step.figures().openOverdue());
      row.setString(16, step.cause());
      bind(row, 17, step.at());
      row.setBoolean(18, step.backfill());
      bind(row, 19, step.until());
      row.setString(20, step.dossier());
      row.executeUpdate();
    } catch (SQLException fault) {
      throw new IllegalStateException(step.toString(), fault);
    }
  }

  private static void bind(PreparedStatement row, int place, Instant time) throws SQLException {
    row.setObject(
        place, time == null ? null : time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
  }
}
