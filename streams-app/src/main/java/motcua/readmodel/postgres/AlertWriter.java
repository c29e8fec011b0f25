package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import motcua.codec.TransitionCodec;
import motcua.core.alert.Transition;
import motcua.readmodel.Sourced;
import motcua.schemas.internal.AlertTransition;

/** Adds transitions of alerts; one that is known, because a rebuilt ledger found it too, stays. */
final class AlertWriter implements AutoCloseable {
  private static final String INSERT =
      """
      INSERT INTO alert_transition (id, position, alert, rule, scope, window_code, window_from, number, kind, severity, reason,
        late, dated, open_in_time, open_overdue, cause, at, backfill, until, dossier_id, found_by)
      SELECT id, pos, alert, rule, scope, window_code, %s, number, kind, nullif(severity, ''), nullif(reason, ''),
        late, dated, open_in_time, open_overdue, cause, %s, backfill <> 0, %s, nullif(dossier_id, ''), found_by
      FROM %s
      ORDER BY pos
      ON CONFLICT (id) DO NOTHING"""
          .formatted(
              Upsert.day("window_from"),
              Upsert.instant("at"),
              Upsert.instant("until"),
              Upsert.unnest(
                  List.of(
                      "id text",
                      "pos bigint",
                      "alert text",
                      "rule text",
                      "scope text",
                      "window_code text",
                      "window_from int",
                      "number bigint",
                      "kind text",
                      "severity text",
                      "reason text",
                      "late bigint",
                      "dated bigint",
                      "open_in_time bigint",
                      "open_overdue bigint",
                      "cause text",
                      "at bigint",
                      "backfill int",
                      "until bigint",
                      "dossier_id text",
                      "found_by int")));

  private final Upsert insert;

  AlertWriter(Connection connection) throws SQLException {
    this.insert = new Upsert(connection, INSERT);
  }

  void write(List<Sourced<AlertTransition>> steps) throws SQLException {
    if (steps.isEmpty()) {
      return;
    }
    insert.run(
        text(steps, AlertTransition::getTransitionId),
        Columns.longs(steps, Sourced::offset),
        Columns.text(steps, step -> alert(step.value())),
        text(steps, AlertTransition::getRule),
        text(steps, AlertTransition::getScope),
        text(steps, AlertTransition::getWindow),
        Columns.ints(steps, step -> step.value().getWindowFromDay()),
        Columns.longs(steps, step -> step.value().getNumber()),
        text(steps, AlertTransition::getKind),
        text(steps, AlertTransition::getSeverity),
        text(steps, AlertTransition::getReason),
        Columns.longs(steps, step -> step.value().getNumerator()),
        Columns.longs(steps, step -> step.value().getDenominator()),
        Columns.longs(steps, step -> step.value().getOpenInTime()),
        Columns.longs(steps, step -> step.value().getOpenOverdue()),
        text(steps, AlertTransition::getCause),
        Columns.longs(steps, step -> step.value().getAtMicros()),
        Columns.ints(steps, step -> step.value().getBackfill() ? 1 : 0),
        Columns.optionalLongs(steps, step -> step.value().getUntilMicros()),
        text(steps, AlertTransition::getDossierId),
        Columns.ints(steps, step -> step.value().getGeneration()));
  }

  private static String alert(AlertTransition step) {
    Transition read = TransitionCodec.fromWire(step);
    return read.alert();
  }

  private static String[] text(
      List<Sourced<AlertTransition>> steps, Function<AlertTransition, String> value) {
    return Columns.text(steps, step -> value.apply(step.value()));
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
