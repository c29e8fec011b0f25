package motcua.readmodel.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;

/** Transitions as rows of {@code alert_transition}, called {@code t} in a statement. */
final class TransitionRows {
  /** What a transition is read from; further columns may follow. */
  static final String COLUMNS =
      "t.rule, t.scope, t.window_code, t.window_from, t.number, t.kind, t.severity, t.reason, t.late, t.dated, t.open_in_time, t.open_overdue,"
          + " t.cause, t.at, t.backfill, t.until, t.dossier_id";

  private TransitionRows() {}

  static List<Transition> all(PreparedStatement statement) throws SQLException {
    List<Transition> all = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        all.add(read(row));
      }
    }
    return all;
  }

  static Transition read(ResultSet row) throws SQLException {
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
}
