package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import motcua.core.dossier.Channel;
import motcua.core.dossier.DossierKey;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Counter;
import motcua.readmodel.DossierHistory;
import motcua.readmodel.DossierLine;
import motcua.readmodel.DossierMarkLine;
import motcua.readmodel.PostingLine;

/** Statements on single dossiers. */
final class DossierStatements {
  private static final String COLUMNS =
      "source, dossier_id, unit, procedure, field, channel, bucket, received_at, due_at, first_due_at, closed_at";

  private static final String POSTING =
      "sequence, leg, unit, counterpart, field, procedure, channel, from_bucket, to_bucket, counter, count, counts_on, known_on, cause";

  private final Connection connection;
  private final int generation;

  DossierStatements(Connection connection, int generation) {
    this.connection = connection;
    this.generation = generation;
  }

  /**
   * Open dossiers in a bucket with a due before a moment (null: any due), the earliest due first.
   */
  List<DossierLine> open(String[] units, Bucket bucket, Instant before, int offset, int limit)
      throws SQLException {
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM dossier "
            + condition(bucket)
            + " ORDER BY due_at, source, dossier_id OFFSET ? LIMIT ?";
    List<DossierLine> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, units, before);
      statement.setInt(4, offset);
      statement.setInt(5, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(line(rows));
        }
      }
    }
    return lines;
  }

  long countOpen(String[] units, Bucket bucket, Instant before) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT count(*) FROM dossier " + condition(bucket))) {
      bind(statement, units, before);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** The bucket is spelt out so that the partial index of open dossiers serves. */
  private static String condition(Bucket bucket) {
    return "WHERE generation = ? AND unit = ANY(?) AND due_at < ? AND bucket = " + bucket.ordinal();
  }

  private void bind(PreparedStatement statement, String[] units, Instant before)
      throws SQLException {
    statement.setInt(1, generation);
    statement.setObject(2, units);
    statement.setObject(
        3, before == null ? OffsetDateTime.MAX : before.atOffset(java.time.ZoneOffset.UTC));
  }

  List<DossierLine> standing(Collection<DossierKey> keys) throws SQLException {
    List<DossierLine> lines = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + " FROM dossier WHERE generation = ? AND (dossier_id, source) IN (SELECT * FROM unnest(?::text[], ?::text[]))")) {
      statement.setInt(1, generation);
      statement.setObject(2, keys.stream().map(DossierKey::dossierId).toArray(String[]::new));
      statement.setObject(3, keys.stream().map(DossierKey::source).toArray(String[]::new));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(line(rows));
        }
      }
    }
    return lines;
  }

  List<DossierHistory> histories(String dossierId) throws SQLException {
    boolean journal = KeptJournal.isKept(connection, generation);
    List<DossierHistory> histories = new ArrayList<>();
    for (DossierLine dossier : dossiers(dossierId)) {
      histories.add(
          new DossierHistory(
              dossier, journal, journal ? postings(dossier) : List.of(), marks(dossier)));
    }
    return histories;
  }

  private List<DossierLine> dossiers(String dossierId) throws SQLException {
    List<DossierLine> lines = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + " FROM dossier WHERE generation = ? AND dossier_id = ? ORDER BY source")) {
      statement.setInt(1, generation);
      statement.setString(2, dossierId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(line(rows));
        }
      }
    }
    return lines;
  }

  private List<PostingLine> postings(DossierLine dossier) throws SQLException {
    List<PostingLine> lines = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            WITH d AS MATERIALIZED (
              SELECT array_append(other_books, unit) AS books, date_trunc('month', books_from::timestamp)::date AS month,
                coalesce(books_to, 'infinity') AS last_day
              FROM dossier WHERE generation = ? AND source = ? AND dossier_id = ?)
            SELECT %s FROM posting
            WHERE generation = ? AND unit = ANY((SELECT books FROM d)::text[]) AND page_month BETWEEN (SELECT month FROM d) AND (SELECT last_day FROM d)
              AND source = ? AND ? = ANY(page_dossiers) AND dossier_id = ? ORDER BY sequence, leg"""
                .formatted(POSTING))) {
      bindKey(statement, dossier, 1);
      bindKey(statement, dossier, 4);
      statement.setString(7, dossier.dossierId());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(posting(rows));
        }
      }
    }
    return lines;
  }

  /** A posting from the columns of {@link #POSTING}. */
  static PostingLine posting(ResultSet rows) throws SQLException {
    return new PostingLine(
        rows.getLong(1),
        rows.getInt(2),
        rows.getString(3),
        rows.getString(4),
        rows.getString(5),
        rows.getString(6),
        name(rows, 7, Channel.values()),
        name(rows, 8, Bucket.values()),
        name(rows, 9, Bucket.values()),
        name(rows, 10, Counter.values()),
        rows.getLong(11),
        rows.getObject(12, LocalDate.class),
        rows.getObject(13, LocalDate.class),
        rows.getString(14));
  }

  private List<DossierMarkLine> marks(DossierLine dossier) throws SQLException {
    List<DossierMarkLine> lines = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT code, unit, detail, known_on, ended_on FROM dossier_mark
            WHERE generation = ? AND source = ? AND dossier_id = ? ORDER BY known_on, code, unit, detail""")) {
      bindKey(statement, dossier, 1);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(
              new DossierMarkLine(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getObject(4, LocalDate.class),
                  rows.getObject(5, LocalDate.class)));
        }
      }
    }
    return lines;
  }

  private void bindKey(PreparedStatement statement, DossierLine dossier, int first)
      throws SQLException {
    statement.setInt(first, generation);
    statement.setString(first + 1, dossier.source());
    statement.setString(first + 2, dossier.dossierId());
  }

  private static DossierLine line(ResultSet rows) throws SQLException {
    return new DossierLine(
        rows.getString(1),
        rows.getString(2),
        rows.getString(3),
        rows.getString(4),
        rows.getString(5),
        name(rows, 6, Channel.values()),
        name(rows, 7, Bucket.values()),
        instant(rows, 8),
        instant(rows, 9),
        instant(rows, 10),
        instant(rows, 11));
  }

  private static String name(ResultSet rows, int column, Enum<?>[] values) throws SQLException {
    int code = rows.getInt(column);
    return rows.wasNull() ? "" : values[code].name();
  }

  static Instant instant(ResultSet rows, int column) throws SQLException {
    OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
