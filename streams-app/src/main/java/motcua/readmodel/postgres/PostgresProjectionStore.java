package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import motcua.readmodel.OffsetMove;
import motcua.readmodel.ProjectionBatch;
import motcua.readmodel.ProjectionStore;
import motcua.readmodel.StoreUnavailableException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The projector's side of PostgreSQL, on one connection of its own. That connection alone runs with
 * {@code synchronous_commit=off}: safe because the offsets would be lost together with the rows
 * (kafka-streams D5).
 */
public final class PostgresProjectionStore implements ProjectionStore {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresProjectionStore.class);

  private final DataSource dataSource;
  private Session session;
  private boolean lastCommitUnknown;

  /**
   * Makes a store; it connects at first use.
   *
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua};
   *     not pooled
   */
  public PostgresProjectionStore(DataSource dataSource) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
  }

  @Override
  public Map<TopicPartition, Long> positions(
      int generation, Collection<TopicPartition> partitions) {
    try {
      Connection connection = session().connection;
      SinkOffsets.create(connection, generation, partitions);
      Map<TopicPartition, Long> offsets = SinkOffsets.read(connection, generation);
      connection.commit();
      offsets.keySet().retainAll(partitions);
      return offsets;
    } catch (SQLException fault) {
      throw failed("cannot read the projector's offsets", fault);
    }
  }

  @Override
  public void write(ProjectionBatch batch) {
    try {
      Session current = session();
      if (lastCommitUnknown && isWritten(current.connection, batch)) {
        lastCommitUnknown = false;
        return;
      }
      lastCommitUnknown = false;
      SinkOffsets.move(current.connection, batch.generation(), batch.moves());
      current.write(batch);
      lastCommitUnknown = true;
      current.connection.commit();
      lastCommitUnknown = false;
    } catch (SQLException fault) {
      throw failed("cannot write a batch of the projector", fault);
    } catch (RuntimeException fault) {
      drop();
      throw fault;
    }
  }

  /** Whether the commit whose answer was lost had happened. */
  private static boolean isWritten(Connection connection, ProjectionBatch batch)
      throws SQLException {
    Map<TopicPartition, Long> offsets = SinkOffsets.read(connection, batch.generation());
    for (OffsetMove move : batch.moves()) {
      if (offsets.getOrDefault(move.partition(), -1L) != move.to()) {
        return false;
      }
    }
    return true;
  }

  private Session session() throws SQLException {
    if (session == null) {
      session = new Session(dataSource.getConnection());
    }
    return session;
  }

  private RuntimeException failed(String what, SQLException fault) {
    drop();
    if (SqlStates.isTransient(fault)) {
      return new StoreUnavailableException(what, fault);
    }
    return new IllegalStateException(what, fault);
  }

  /** Closing the connection rolls back what it had open. */
  private void drop() {
    if (session != null) {
      try {
        session.connection.close();
      } catch (SQLException fault) {
        LOG.debug("closing a broken connection", fault);
      }
      session = null;
    }
  }

  @Override
  public void close() {
    drop();
  }

  /** A connection with its prepared statements; they end with it. */
  private static final class Session {
    private final Connection connection;
    private final PostingWriter postings = new PostingWriter();
    private final LedgerWriter ledger;
    private final DossierWriter dossiers;
    private final RollingWriter rolling;
    private final DeadLetterWriter deadLetters;
    private final AlertWriter alerts;
    private final SourceWriter sources;

    Session(Connection connection) throws SQLException {
      this.connection = connection;
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET synchronous_commit = off");
        // Rows are looked up by key, a batch at a time, whatever was known of the tables' sizes
        // when a statement was planned.
        for (String way : List.of("seqscan", "hashjoin", "mergejoin", "bitmapscan")) {
          statement.execute("SET enable_" + way + " = off");
        }
      }
      connection.setAutoCommit(false);
      this.ledger = new LedgerWriter(connection);
      this.dossiers = new DossierWriter(connection);
      this.rolling = new RollingWriter(connection);
      this.deadLetters = new DeadLetterWriter(connection);
      this.alerts = new AlertWriter(connection);
      this.sources = new SourceWriter(connection);
    }

    void write(ProjectionBatch batch) throws SQLException {
      ClosedDays.openFor(connection, batch);
      if (KeptJournal.isKept(connection, batch.generation())) {
        postings.write(connection, batch.journal());
      }
      ledger.write(connection, batch.ledger());
      dossiers.write(connection, batch.dossiers());
      rolling.writeTotals(batch.unitTotals());
      rolling.writeRatios(batch.ratios());
      deadLetters.write(batch.generation(), batch.deadLetters());
      alerts.write(batch.alerts());
      sources.write(batch.generation(), batch.journal());
    }
  }
}
