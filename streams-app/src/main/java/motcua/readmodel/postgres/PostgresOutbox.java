package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import motcua.core.alert.Transition;
import motcua.core.notice.Addressee;
import motcua.core.notice.Manner;
import motcua.core.notice.Message;
import motcua.core.notice.Notice;
import motcua.core.notice.NoticeChannel;
import motcua.core.notice.NoticePlanner;
import motcua.readmodel.Delivery;
import motcua.readmodel.Outbox;
import motcua.readmodel.OutboxCounts;
import motcua.readmodel.StoreUnavailableException;

/** {@link Outbox} in PostgreSQL. Thread-safe. */
public final class PostgresOutbox implements Outbox {
  private static final String TOLD =
      " FROM notification n JOIN alert_transition t ON t.id = n.transition WHERE n.channel = ? AND n.dropped IS NULL AND t.dossier_id IS NULL";

  private final DataSource dataSource;

  /**
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua};
   *     pooled
   */
  public PostgresOutbox(DataSource dataSource) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
  }

  @Override
  public int expand(NoticePlanner planner, int limit, Instant now) {
    return within(
        connection -> {
          long done = lockCursor(connection);
          int taken = 0;
          long last = done;
          var notices = new OutboxNotices(connection, planner, now);
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT "
                      + TransitionRows.COLUMNS
                      + ", t.position FROM alert_transition t WHERE t.position > ? ORDER BY t.position LIMIT ?")) {
            statement.setLong(1, done);
            statement.setInt(2, limit);
            try (ResultSet row = statement.executeQuery()) {
              for (; row.next(); taken++) {
                for (Notice notice : planner.plan(TransitionRows.read(row), now)) {
                  notices.add(notice);
                }
                last = row.getLong(18);
              }
            }
          }
          if (taken > 0) {
            moveCursor(connection, last);
          }
          return taken;
        });
  }

  private static long lockCursor(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT position FROM notification_cursor FOR UPDATE");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void moveCursor(Connection connection, long position) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE notification_cursor SET position = ?")) {
      statement.setLong(1, position);
      statement.executeUpdate();
    }
  }

  @Override
  public void openDigests(Manner.InDigest digest, Collection<Addressee> heads, Instant now) {
    within(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "UPDATE notification_cursor SET digest_day = ? WHERE digest_day < ?")) {
            statement.setObject(1, digest.day());
            statement.setObject(2, digest.day());
            if (statement.executeUpdate() == 0) {
              return null;
            }
          }
          for (Addressee head : heads) {
            OutboxNotices.digest(connection, head, digest, now);
          }
          return null;
        });
  }

  @Override
  public LocalDate digestsOpenedUntil() {
    return within(
        connection -> {
          try (PreparedStatement statement =
                  connection.prepareStatement("SELECT digest_day FROM notification_cursor");
              ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, LocalDate.class);
          }
        });
  }

  @Override
  public Optional<Delivery> claim(NoticeChannel channel, Instant now, Instant lease) {
    return within(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  UPDATE delivery SET state = 'SENDING', attempts = attempts + 1, next_at = ? WHERE id = (
                    SELECT id FROM delivery WHERE channel = ? AND state IN ('PENDING', 'SENDING') AND next_at <= ?
                    ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                  RETURNING id, address, key, digest_day, due_at, attempts, subject, plain, html""")) {
            statement.setObject(1, lease.atOffset(ZoneOffset.UTC));
            statement.setString(2, channel.name());
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
              return row.next()
                  ? Optional.of(delivery(connection, channel, row))
                  : Optional.empty();
            }
          }
        });
  }

  private static Delivery delivery(Connection connection, NoticeChannel channel, ResultSet row)
      throws SQLException {
    String subject = row.getString(7);
    return new Delivery(
        row.getLong(1),
        new Addressee(channel, row.getString(2)),
        row.getString(3),
        Optional.ofNullable(row.getObject(4, LocalDate.class)),
        DossierStatements.instant(row, 5),
        row.getInt(6),
        subject == null
            ? Optional.empty()
            : Optional.of(new Message(subject, row.getString(8), row.getString(9))),
        transitions(connection, row.getLong(1)));
  }

  private static List<Transition> transitions(Connection connection, long delivery)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT "
                + TransitionRows.COLUMNS
                + " FROM notification n JOIN alert_transition t ON t.id = n.transition WHERE n.delivery = ? ORDER BY t.position")) {
      statement.setLong(1, delivery);
      return TransitionRows.all(statement);
    }
  }

  @Override
  public void compose(Delivery delivery, Message message) {
    update(
        "UPDATE delivery SET subject = ?, plain = ?, html = ? WHERE id = ? AND subject IS NULL",
        message.subject(),
        message.plain(),
        message.html(),
        delivery.id());
  }

  @Override
  public void sent(Delivery delivery, Instant now) {
    // Also when another notifier has taken it over meanwhile: it has arrived.
    end(delivery, "SENT", null, now);
  }

  @Override
  public void empty(Delivery delivery, Instant now) {
    end(delivery, "EMPTY", null, now);
  }

  @Override
  public void failed(Delivery delivery, String fault, Instant now) {
    end(delivery, "FAILED", fault, now);
  }

  private void end(Delivery delivery, String state, String fault, Instant now) {
    update(
        "UPDATE delivery SET state = ?, fault = ?, ended_at = ? WHERE id = ? AND state = 'SENDING'",
        state,
        fault,
        now.atOffset(ZoneOffset.UTC),
        delivery.id());
  }

  @Override
  public void retry(Delivery delivery, String fault, Instant next) {
    update(
        "UPDATE delivery SET state = 'PENDING', fault = ?, next_at = ? WHERE id = ? AND attempts = ? AND state = 'SENDING'",
        fault,
        next.atOffset(ZoneOffset.UTC),
        delivery.id(),
        delivery.attempts());
  }

  @Override
  public List<Transition> lastTold(NoticeChannel channel, Instant clearedAfter) {
    return within(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT * FROM (SELECT DISTINCT ON (t.rule, t.scope) "
                      + TransitionRows.COLUMNS
                      + TOLD
                      + " ORDER BY t.rule, t.scope, t.position DESC) told WHERE kind <> 'CLEARED' OR at > ?")) {
            statement.setString(1, channel.name());
            statement.setObject(2, clearedAfter.atOffset(ZoneOffset.UTC));
            return TransitionRows.all(statement);
          }
        });
  }

  @Override
  public Optional<Transition> lastTold(NoticeChannel channel, String rule, String scope) {
    return within(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT "
                      + TransitionRows.COLUMNS
                      + TOLD
                      + " AND t.rule = ? AND t.scope = ? ORDER BY t.position DESC LIMIT 1")) {
            statement.setString(1, channel.name());
            statement.setString(2, rule);
            statement.setString(3, scope);
            return TransitionRows.all(statement).stream().findFirst();
          }
        });
  }

  @Override
  public OutboxCounts counts(NoticeChannel channel, Instant now) {
    return within(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  SELECT count(*) FILTER (WHERE due_at <= ? AND state IN ('PENDING', 'SENDING')),
                    min(due_at) FILTER (WHERE due_at <= ? AND state IN ('PENDING', 'SENDING')),
                    count(*) FILTER (WHERE state = 'SENT'), count(*) FILTER (WHERE state = 'FAILED')
                  FROM delivery WHERE channel = ?""")) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setString(3, channel.name());
            try (ResultSet row = statement.executeQuery()) {
              row.next();
              return new OutboxCounts(
                  row.getLong(1),
                  Optional.ofNullable(DossierStatements.instant(row, 2)),
                  row.getLong(3),
                  row.getLong(4));
            }
          }
        });
  }

  private void update(String sql, Object... values) {
    within(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
          }
          return null;
        });
  }

  private <T> T within(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      T result = work.run(connection);
      connection.commit();
      return result;
    } catch (SQLException fault) {
      if (SqlStates.isTransient(fault)) {
        throw new StoreUnavailableException("the outbox does not answer", fault);
      }
      throw new IllegalStateException("cannot read or write the outbox", fault);
    }
  }

  private interface Work<T> {
    T run(Connection connection) throws SQLException;
  }
}
