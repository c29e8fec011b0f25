package motcua.readmodel.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import motcua.core.form.FormPreset;
import motcua.core.ledger.Column;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Period;
import motcua.core.snapshot.RevisionKind;
import motcua.core.snapshot.RowKey;
import motcua.readmodel.Breakdown;
import motcua.readmodel.Snapshot;
import motcua.readmodel.SnapshotAct;
import motcua.readmodel.SnapshotHead;
import motcua.readmodel.SnapshotStore;
import motcua.readmodel.SnapshotSubject;
import motcua.readmodel.StoreUnavailableException;

/** {@link SnapshotStore} in PostgreSQL. Thread-safe. */
public final class PostgresSnapshotStore implements SnapshotStore {
  private static final String HEAD =
      "id, scope, from_day, to_day, split, version, revises, cut, generation, policy, unit_tree, calendar, procedures, form, kind, reason,"
          + " author, made_at";

  private final DataSource dataSource;

  /**
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua};
   *     pooled
   */
  public PostgresSnapshotStore(DataSource dataSource) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
  }

  @Override
  public Optional<Snapshot> keep(Snapshot snapshot, SnapshotAct.Kind act) {
    return within(
        connection -> {
          Optional<Long> id = insert(connection, snapshot);
          if (id.isEmpty()) {
            return Optional.empty();
          }
          insertRows(connection, id.get(), snapshot.rows());
          SnapshotHead head = snapshot.head();
          insert(
              connection,
              new SnapshotAct(
                  head.madeAt(),
                  head.author(),
                  act,
                  id.get(),
                  Objects.requireNonNullElse(head.reason(), "")));
          return Optional.of(withId(snapshot, id.get()));
        });
  }

  private static Snapshot withId(Snapshot snapshot, long id) {
    SnapshotHead head = snapshot.head();
    return new Snapshot(
        new SnapshotHead(
            id,
            head.subject(),
            head.version(),
            head.revises(),
            head.cut(),
            head.generation(),
            head.policy(),
            head.unitTree(),
            head.calendar(),
            head.procedures(),
            head.form(),
            head.kind(),
            head.reason(),
            head.author(),
            head.madeAt()),
        snapshot.body(),
        snapshot.sha256(),
        snapshot.rows());
  }

  private static Optional<Long> insert(Connection connection, Snapshot snapshot)
      throws SQLException {
    SnapshotHead head = snapshot.head();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO snapshot (scope, from_day, to_day, split, version, revises, cut, generation, policy, unit_tree, calendar, procedures,
              form, kind, reason, author, made_at, sha256, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id""")) {
      statement.setString(1, head.subject().scope());
      statement.setObject(2, head.subject().period().from());
      statement.setObject(3, head.subject().period().to());
      statement.setString(4, head.subject().by().name());
      statement.setInt(5, head.version());
      statement.setObject(6, head.revises(), Types.BIGINT);
      statement.setObject(7, head.cut());
      statement.setInt(8, head.generation());
      statement.setString(9, head.policy());
      statement.setString(10, head.unitTree());
      statement.setString(11, head.calendar());
      statement.setString(12, head.procedures());
      statement.setString(13, head.form().code());
      statement.setString(14, head.kind() == null ? null : head.kind().name());
      statement.setString(15, head.reason());
      statement.setString(16, head.author());
      statement.setObject(17, head.madeAt().atOffset(ZoneOffset.UTC));
      statement.setBytes(18, HexFormat.of().parseHex(snapshot.sha256()));
      statement.setBytes(19, snapshot.body());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  private static void insertRows(Connection connection, long id, Map<RowKey, ReportRow> rows)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO snapshot_row VALUES (?, ?, ?, ?, ?)")) {
      for (Map.Entry<RowKey, ReportRow> row : rows.entrySet()) {
        statement.setLong(1, id);
        statement.setString(2, row.getKey().unit());
        statement.setString(3, row.getKey().part());
        statement.setBoolean(4, row.getKey().equals(RowKey.TOTAL));
        statement.setArray(5, figures(connection, row.getValue()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static Array figures(Connection connection, ReportRow row) throws SQLException {
    Column[] columns = Column.values();
    Object[] figures = new Object[columns.length];
    for (int i = 0; i < figures.length; i++) {
      figures[i] = columns[i].of(row);
    }
    return connection.createArrayOf("bigint", figures);
  }

  @Override
  public void note(SnapshotAct act) {
    within(
        connection -> {
          insert(connection, act);
          return null;
        });
  }

  private static void insert(Connection connection, SnapshotAct act) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO snapshot_act (at, author, act, snapshot, detail) VALUES (?, ?, ?, ?, ?)")) {
      statement.setObject(1, act.at().atOffset(ZoneOffset.UTC));
      statement.setString(2, act.author());
      statement.setString(3, act.act().name());
      statement.setObject(4, act.snapshot(), Types.BIGINT);
      statement.setString(5, act.detail());
      statement.executeUpdate();
    }
  }

  @Override
  public Optional<Snapshot> find(long id) {
    return within(connection -> find(connection, id));
  }

  private static Optional<Snapshot> find(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT " + HEAD + ", body, sha256 FROM snapshot WHERE id = ?")) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Snapshot(
                    head(row),
                    row.getBytes(19),
                    HexFormat.of().formatHex(row.getBytes(20)),
                    rows(connection, id)))
            : Optional.empty();
      }
    }
  }

  private static Map<RowKey, ReportRow> rows(Connection connection, long id) throws SQLException {
    Map<RowKey, ReportRow> rows = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT unit, part, figures FROM snapshot_row WHERE snapshot = ?")) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Long[] figures = (Long[]) row.getArray(3).getArray();
          rows.put(new RowKey(row.getString(1), row.getString(2)), ReportRow.of(List.of(figures)));
        }
      }
    }
    return rows;
  }

  @Override
  public Optional<SnapshotHead> latest(SnapshotSubject subject) {
    return within(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT "
                      + HEAD
                      + " FROM snapshot WHERE scope = ? AND from_day = ? AND to_day = ? AND split = ? AND version > 0"
                      + " ORDER BY version DESC LIMIT 1")) {
            bind(statement, subject);
            return heads(statement).stream().findFirst();
          }
        });
  }

  @Override
  public List<Period> published(SnapshotSubject subject) {
    return within(
        connection -> {
          List<Period> periods = new ArrayList<>();
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT from_day, to_day FROM snapshot WHERE scope = ? AND split = ? AND version = 1")) {
            statement.setString(1, subject.scope());
            statement.setString(2, subject.by().name());
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                periods.add(
                    new Period(
                        row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)));
              }
            }
          }
          return periods;
        });
  }

  @Override
  public boolean exists(SnapshotSubject subject) {
    return within(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT 1 FROM snapshot WHERE scope = ? AND from_day = ? AND to_day = ? AND split = ? LIMIT 1")) {
            bind(statement, subject);
            try (ResultSet row = statement.executeQuery()) {
              return row.next();
            }
          }
        });
  }

  private static void bind(PreparedStatement statement, SnapshotSubject subject)
      throws SQLException {
    statement.setString(1, subject.scope());
    statement.setObject(2, subject.period().from());
    statement.setObject(3, subject.period().to());
    statement.setString(4, subject.by().name());
  }

  @Override
  public List<SnapshotHead> list(int offset, int limit) {
    return within(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT "
                      + HEAD
                      + " FROM snapshot ORDER BY made_at DESC, id DESC OFFSET ? LIMIT ?")) {
            statement.setInt(1, offset);
            statement.setInt(2, limit);
            return heads(statement);
          }
        });
  }

  private static List<SnapshotHead> heads(PreparedStatement statement) throws SQLException {
    List<SnapshotHead> heads = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        heads.add(head(row));
      }
    }
    return heads;
  }

  private static SnapshotHead head(ResultSet row) throws SQLException {
    String kind = row.getString(15);
    return new SnapshotHead(
        row.getLong(1),
        new SnapshotSubject(
            row.getString(2),
            new Period(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)),
            Breakdown.valueOf(row.getString(5))),
        row.getInt(6),
        row.getObject(7, Long.class),
        row.getObject(8, LocalDate.class),
        row.getInt(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        FormPreset.of(row.getString(14)).orElseThrow(),
        kind == null ? null : RevisionKind.valueOf(kind),
        row.getString(16),
        row.getString(17),
        DossierStatements.instant(row, 18));
  }

  @Override
  public List<SnapshotAct> acts(long snapshot) {
    return within(
        connection -> {
          List<SnapshotAct> acts = new ArrayList<>();
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT at, author, act, detail FROM snapshot_act WHERE snapshot = ? ORDER BY id")) {
            statement.setLong(1, snapshot);
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                acts.add(
                    new SnapshotAct(
                        DossierStatements.instant(row, 1),
                        row.getString(2),
                        SnapshotAct.Kind.valueOf(row.getString(3)),
                        snapshot,
                        row.getString(4)));
              }
            }
          }
          return acts;
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
        throw new StoreUnavailableException("the snapshots do not answer", fault);
      }
      throw new IllegalStateException("cannot read or keep snapshots", fault);
    }
  }

  private interface Work<T> {
    T run(Connection connection) throws SQLException;
  }
}
