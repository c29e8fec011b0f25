package motcua.readmodel.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import motcua.readmodel.AlertAct;
import motcua.readmodel.AlertPhase;
import motcua.readmodel.AlertStanding;
import motcua.readmodel.AlertStep;

/** Rows of alerts as values. */
final class AlertRows {
  /** Columns of a transition, 1 to 18. */
  static final String TRANSITION = TransitionRows.COLUMNS + ", t.alert";

  private static final int AFTER = 19;

  private AlertRows() {}

  /** After the transition: id, act, author, note, until and at of the act. */
  static AlertStep step(ResultSet row) throws SQLException {
    return new AlertStep(
        TransitionRows.read(row),
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
        TransitionRows.read(row),
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
