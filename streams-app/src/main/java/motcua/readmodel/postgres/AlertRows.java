package motcua.readmodel.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.readmodel.AlertAct;
import motcua.readmodel.AlertPhase;
import motcua.readmodel.AlertStanding;
import motcua.readmodel.AlertStep;

/** Rows of alerts as values. */
final class AlertRows {
  /** Columns of a transition, 1 to 18. */
  static final String TRANSITION =
      "t.rule, t.scope, t.window_code, t.window_from, t.number, t.kind, t.severity, t.reason, t.late, t.dated, t.open_in_time, t.open_overdue,"
          + " t.cause, t.at, t.backfill, t.until, t.dossier_id, t.alert";

  private static final int AFTER = 19;

  private AlertRows() {}

  static Transition transition(ResultSet row) throws SQLException {
    String severity = row.getString(7);
    String reason = row.getString(8);
    return new Transition(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, LocalDate.class),
        row.getLong(5),
        Transition.Kind.valueOf(row.getString(6)),
        severity == null ? null : Severity.valueOf(severity),
        reason == null ? null : Transition.Reason.valueOf(reason),
        new AlertFigures(row.getLong(9), row.getLong(10), row.getLong(11), row.getLong(12)),
        row.getString(13),
        DossierStatements.instant(row, 14),
        row.getBoolean(15),
        DossierStatements.instant(row, 16),
        row.getString(17));
  }

  /** After the transition: id, act, author, note, until and at of the act. */
  static AlertStep step(ResultSet row) throws SQLException {
    return new AlertStep(
        transition(row),
        row.getString(AFTER) == null
            ? Optional.empty()
            : Optional.of(act(row, AFTER, row.getString(18), row.getString(2))));
  }

  static AlertAct act(ResultSet row, int first, String alert, String scope) throws SQLException {
    return new AlertAct(
        row.getString(first),
        alert,
        scope,
        AlertAct.Kind.valueOf(row.getString(first + 1)),
        row.getString(first + 2),
        row.getString(first + 3),
        DossierStatements.instant(row, first + 4),
        DossierStatements.instant(row, first + 5));
  }

  /** After the transition: phase, since, until and at of the acknowledgement, author, note. */
  static AlertStanding standing(ResultSet row) throws SQLException {
    Instant until = DossierStatements.instant(row, AFTER + 2);
    return new AlertStanding(
        transition(row),
        AlertPhase.valueOf(row.getString(AFTER)),
        DossierStatements.instant(row, AFTER + 1),
        until == null
            ? Optional.empty()
            : Optional.of(
                new AlertStanding.Acknowledgement(
                    until,
                    DossierStatements.instant(row, AFTER + 3),
                    row.getString(AFTER + 4),
                    row.getString(AFTER + 5))));
  }
}
