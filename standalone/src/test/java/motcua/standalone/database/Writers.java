package motcua.standalone.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Concurrent transactions of a one-stop system: each writes some events of one dossier, holding its
 * lock as a real system does, part of them behind savepoints; some are rolled back. Event ids are
 * {@code dossier:number:attempt}; numbers of a dossier rise in the order of commits, attempts are
 * never used twice, so that an event of a rolled-back attempt can be told.
 */
final class Writers {
  /** Stands in columns nobody may read. */
  static final String CANARY = "CANARY Nguyễn Văn A 001099012345";

  private static final int DOSSIERS = 12;

  private final SourceDatabase database;
  private final Queue<String> committed = new ConcurrentLinkedQueue<>();
  private final AtomicLong attempts = new AtomicLong();
  private final List<Throwable> failures = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  Writers(SourceDatabase database) throws SQLException {
    this.database = database;
    try (Connection owner = database.connect()) {
      SourceDatabase.execute(owner, "ALTER TABLE motcua.outbox ADD COLUMN applicant text");
      SourceDatabase.execute(owner, "CREATE TABLE dossier (code text PRIMARY KEY, n int NOT NULL)");
      SourceDatabase.execute(
          owner,
          "INSERT INTO dossier SELECT 'H56-' || d, 0 FROM generate_series(1, %d) d"
              .formatted(DOSSIERS));
    }
  }

  /** Starts threads that commit or roll back {@code transactions} each. */
  void start(int count, int transactions, Random seed) {
    for (int i = 0; i < count; i++) {
      Random random = new Random(seed.nextLong());
      threads.add(Thread.ofPlatform().start(() -> run(transactions, random)));
    }
  }

  /** Waits for all of them; the event ids that were committed. */
  List<String> await() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
    synchronized (failures) {
      if (!failures.isEmpty()) {
        throw new AssertionError("a writer failed", failures.get(0));
      }
    }
    return List.copyOf(committed);
  }

  /** True while one of them is at work. */
  boolean areRunning() {
    return threads.stream().anyMatch(Thread::isAlive);
  }

  /** One transaction that is open until it is told to commit. */
  Open open(Random random) throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    return new Open(connection, write(connection, "H56-1", random, 3));
  }

  /** A transaction under way. */
  final class Open implements AutoCloseable {
    private final Connection connection;
    private final List<String> ids;

    private Open(Connection connection, List<String> ids) {
      this.connection = connection;
      this.ids = ids;
    }

    void commit() throws SQLException {
      connection.commit();
      committed.addAll(ids);
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  private void run(int transactions, Random random) {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < transactions; i++) {
        // Dossier 1 belongs to the long transactions.
        String dossier = "H56-" + (2 + random.nextInt(DOSSIERS - 1));
        List<String> ids = write(connection, dossier, random, 1 + random.nextInt(4));
        if (random.nextInt(5) == 0) {
          connection.rollback();
        } else {
          connection.commit();
          committed.addAll(ids);
        }
      }
    } catch (SQLException | RuntimeException failed) {
      synchronized (failures) {
        failures.add(failed);
      }
    }
  }

  private List<String> write(Connection connection, String dossier, Random random, int rows)
      throws SQLException {
    List<String> kept = new ArrayList<>();
    int number = lock(connection, dossier, rows) - rows;
    for (int i = 0; i < rows; i++) {
      String id = dossier + ":" + ++number + ":" + attempts.incrementAndGet();
      int way = random.nextInt(4);
      Savepoint savepoint = way < 2 ? connection.setSavepoint() : null;
      insert(connection, dossier, id);
      if (way == 0) {
        connection.rollback(savepoint);
      } else {
        kept.add(id);
      }
      if (way == 1) {
        connection.releaseSavepoint(savepoint);
      }
      if (random.nextInt(4) == 0) {
        SourceDatabase.execute(connection, "SELECT pg_sleep(0.0%d)".formatted(random.nextInt(10)));
      }
    }
    return kept;
  }

  private static int lock(Connection connection, String dossier, int rows) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE dossier SET n = n + ? WHERE code = ? RETURNING n")) {
      statement.setInt(1, rows);
      statement.setString(2, dossier);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static void insert(Connection connection, String dossier, String id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO motcua.outbox (payload, applicant) VALUES (?::jsonb, ?)")) {
      statement.setString(1, event(dossier, id));
      statement.setString(2, CANARY);
      statement.executeUpdate();
    }
  }

  private static String event(String dossier, String id) {
    return """
    {"eventId": "%s", "dossierId": "%s", "type": "FEE_PAID", "online": true,
     "occurredAt": "2026-09-15T08:00:00+07:00", "applicant": "%s"}\
    """
        .formatted(id, dossier, CANARY);
  }
}
