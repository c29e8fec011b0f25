package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import motcua.core.notice.Addressee;
import motcua.core.notice.Manner;
import motcua.core.notice.MessageKey;
import motcua.core.notice.Notice;
import motcua.core.notice.NoticePlanner;

/** Writes notices and the messages they stand in, within one transaction. */
final class OutboxNotices {
  private final Connection connection;
  private final NoticePlanner planner;
  private final Instant now;

  OutboxNotices(Connection connection, NoticePlanner planner, Instant now) {
    this.connection = connection;
    this.planner = planner;
    this.now = now;
  }

  /** Writes a notice that is not there yet. */
  void add(Notice notice) throws SQLException {
    if (isThere(notice)) {
      return;
    }
    switch (notice.manner()) {
      case Manner.AtOnce at -> insert(notice, message(notice, at.due()), null);
      case Manner.InDigest digest -> insert(notice, openDigest(notice.to(), digest), null);
      case Manner.Dropped dropped -> insert(notice, null, dropped.reason());
    }
  }

  private boolean isThere(Notice notice) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT 1 FROM notification WHERE transition = ? AND channel = ? AND address = ?")) {
      statement.setString(1, notice.transition());
      statement.setString(2, notice.to().channel().name());
      statement.setString(3, notice.to().address());
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private long message(Notice notice, Instant due) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO delivery (channel, address, key, due_at, next_at, made_at) VALUES (?, ?, ?, ?, ?, ?) RETURNING id")) {
      statement.setString(1, notice.to().channel().name());
      statement.setString(2, notice.to().address());
      statement.setString(3, MessageKey.of(notice.transition(), notice.to()));
      statement.setObject(4, due.atOffset(ZoneOffset.UTC));
      statement.setObject(5, due.atOffset(ZoneOffset.UTC));
      statement.setObject(6, now.atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** A notifier whose clock is ahead may have closed the digest meant: then the next one. */
  private long openDigest(Addressee to, Manner.InDigest meant) throws SQLException {
    Manner.InDigest digest = meant;
    Optional<Long> id = digest(connection, to, digest, now);
    while (id.isEmpty()) {
      digest = planner.after(digest);
      id = digest(connection, to, digest, now);
    }
    return id.get();
  }

  /** The digest of a day, locked, made when there is none; empty when it is closed. */
  static Optional<Long> digest(
      Connection connection, Addressee to, Manner.InDigest digest, Instant now)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO delivery (channel, address, digest_day, key, due_at, next_at, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (channel, address, digest_day) DO UPDATE SET address = excluded.address
            WHERE delivery.state = 'PENDING' AND delivery.attempts = 0 RETURNING id""")) {
      LocalDate day = digest.day();
      statement.setString(1, to.channel().name());
      statement.setString(2, to.address());
      statement.setObject(3, day);
      statement.setString(4, MessageKey.ofDigest(day, to));
      statement.setObject(5, digest.due().atOffset(ZoneOffset.UTC));
      statement.setObject(6, digest.due().atOffset(ZoneOffset.UTC));
      statement.setObject(7, now.atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  private void insert(Notice notice, Long delivery, Manner.Reason dropped) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO notification VALUES (?, ?, ?, ?, ?, ?)")) {
      statement.setString(1, notice.transition());
      statement.setString(2, notice.to().channel().name());
      statement.setString(3, notice.to().address());
      statement.setObject(4, delivery, Types.BIGINT);
      statement.setString(5, dropped == null ? null : dropped.name());
      statement.setObject(6, now.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }
}
