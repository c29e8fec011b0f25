package motcua.notify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.readmodel.postgres.TestDatabase;

/** Transitions, and their rows as the projector writes them. */
final class TestAlerts {
  private static final AlertFigures FIGURES = new AlertFigures(168, 1_580, 40, 12);

  private TestAlerts() {}

  /** The first transition of a unit's alert, SURE. */
  static Transition sure(String unit, Instant at) {
    return step(unit, 1, Transition.Kind.RAISED, Severity.SURE, null, at);
  }

  /** As {@link #sure(String, Instant)}, another of the same alert. */
  static Transition sure(String unit, Instant at, long number) {
    return step(unit, number, Transition.Kind.RAISED, Severity.SURE, null, at);
  }

  static Transition step(
      String unit,
      long number,
      Transition.Kind kind,
      Severity severity,
      Transition.Reason reason,
      Instant at) {
    return new Transition(
        "late@default",
        unit,
        "LEGAL_QUARTER",
        LocalDate.of(2025, 12, 15),
        number,
        kind,
        severity,
        reason,
        FIGURES,
        Transition.CLOCK,
        at,
        false,
        null,
        null);
  }

  /** Writes a row; one that is there already stays, as at the projector. */
  static void insert(TestDatabase database, Transition step, long position) {
    try (Connection connection = database.application().getConnection();
        PreparedStatement row =
            connection.prepareStatement(
                """
                INSERT INTO alert_transition VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                ON CONFLICT DO NOTHING""")) {
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
      row.setObject(17, step.at().atOffset(ZoneOffset.UTC));
      row.setBoolean(18, step.backfill());
      row.setObject(19, step.until() == null ? null : step.until().atOffset(ZoneOffset.UTC));
      row.setString(20, step.dossier());
      row.executeUpdate();
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
