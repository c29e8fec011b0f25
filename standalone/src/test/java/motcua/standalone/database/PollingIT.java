package motcua.standalone.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Polling against a real PostgreSQL whose transactions overlap, break off and come late. */
@Timeout(180)
class PollingIT {
  private static final int WRITERS = 6;
  private static final int TRANSACTIONS = 80;

  @Test
  void shouldReadEachCommittedRowOnceByAColumnOfTransactions() throws Exception {
    assertEachOnce("written_by", "");
  }

  @Test
  void shouldReadEachCommittedRowOnceByTheSystemColumn() throws Exception {
    assertEachOnce("", "GRANT SELECT (xmin) ON motcua.outbox TO motcua_reader");
  }

  private static void assertEachOnce(String column, String grant) throws Exception {
    Random seed = seed();
    try (SourceDatabase database = SourceDatabase.start().withOutbox();
        TableBench bench = new TableBench(database)) {
      Writers writers = new Writers(database);
      if (!grant.isEmpty()) {
        try (Connection owner = database.connect()) {
          SourceDatabase.execute(owner, grant);
        }
      }
      bench.with("database.transaction.column", column).start();
      List<String> committed;
      try (Writers.Open longest = writers.open(seed)) {
        writers.start(WRITERS, TRANSACTIONS, seed);
        while (writers.areRunning()) {
          step(bench, seed);
        }
        committed = writers.await();
        drain(bench, seed, committed.size());
        assertEquals(committed.size(), bench.eventIds().size(), "beside an open transaction");
        longest.commit();
      }
      committed = writers.await();
      drain(bench, seed, committed.size());

      assertEquals(new TreeSet<>(committed), new TreeSet<>(bench.eventIds()));
      assertEquals(committed.size(), bench.eventIds().size(), "an event came twice");
      assertEquals(List.of(), bench.deadLetters());
      assertFalse(bench.everything().contains("CANARY"), "personal data passed");
    }
  }

  /** Why the system column needs more than a snapshot: the trap the reader must not fall into. */
  @Test
  void shouldNotTakeASubtransactionOfAnOpenTransactionForFinished() throws Exception {
    try (SourceDatabase database = SourceDatabase.start().withOutbox();
        Connection owner = database.connect();
        Connection writer = database.connect();
        TableBench bench = new TableBench(database)) {
      SourceDatabase.execute(owner, "GRANT SELECT (xmin) ON motcua.outbox TO motcua_reader");
      bench.with("database.transaction.column", "").start();
      writer.setAutoCommit(false);
      SourceDatabase.execute(writer, "SELECT pg_current_xact_id()");
      writer.setSavepoint();
      insert(writer, "behind:1");
      // Another one commits, so that the snapshot's end lies behind the subtransaction.
      insert(owner, "beside:1");
      String snapshot = SourceDatabase.queryOne(owner, "SELECT pg_current_snapshot()::text");
      read(bench, 1);

      writer.commit();

      assertEquals(
          "t",
          SourceDatabase.queryOne(
              owner,
              "SELECT pg_visible_in_snapshot(xmin::text::xid8, '%s') FROM motcua.outbox WHERE payload->>'eventId' = 'behind:1'"
                  .formatted(snapshot)),
          "PostgreSQL would have said that the row was seen");
      read(bench, 2);
      assertEquals(List.of("beside:1", "behind:1"), bench.eventIds());
    }
  }

  @Test
  void shouldReadEverythingAgainFromADatabaseThatWasSetBack() throws Exception {
    try (SourceDatabase first = SourceDatabase.start().withOutbox();
        SourceDatabase second = SourceDatabase.start().withOutbox();
        TableBench bench = new TableBench(first)) {
      for (SourceDatabase database : List.of(first, second)) {
        try (Connection owner = database.connect()) {
          insert(owner, "kept:1");
        }
      }
      bench.start();
      read(bench, 1);

      bench.with("database.url", second.url()).start();

      read(bench, 2);
      assertEquals(List.of("kept:1", "kept:1"), bench.eventIds());
    }
  }

  @Test
  void shouldGoOnWhenItsConnectionIsCut() throws Exception {
    try (SourceDatabase database = SourceDatabase.start().withOutbox();
        Connection owner = database.connect();
        TableBench bench = new TableBench(database)) {
      bench.start();
      insert(owner, "before:1");
      read(bench, 1);
      SourceDatabase.execute(
          owner,
          "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name ="
              + " 'motcua'");
      insert(owner, "after:1");

      read(bench, 2);

      assertEquals(List.of("before:1", "after:1"), bench.eventIds());
    }
  }

  private static void insert(Connection connection, String id) throws Exception {
    SourceDatabase.execute(
        connection,
        """
        INSERT INTO motcua.outbox (payload) VALUES ('{"eventId": "%s", "dossierId": "D1",
          "type": "FEE_PAID", "online": true, "occurredAt": "2026-09-15T08:00:00+07:00"}')\
        """
            .formatted(id));
  }

  /** Polls and commits until so many events are in the log. */
  private static void read(TableBench bench, int events) throws Exception {
    while (bench.eventIds().size() < events) {
      try {
        bench.poll();
      } catch (org.apache.kafka.connect.errors.RetriableException again) {
        continue;
      }
      bench.commit();
    }
  }

  private static void step(TableBench bench, Random random) throws Exception {
    bench.poll();
    switch (random.nextInt(6)) {
      case 0 -> bench.crash(random);
      case 1 -> {}
      default -> bench.commit();
    }
  }

  /** Steps until enough came, then until nothing more comes. */
  private static void drain(TableBench bench, Random random, int expected) throws Exception {
    while (bench.eventIds().size() < expected) {
      step(bench, random);
    }
    bench.commit();
    for (int quiet = 0; quiet < 3; ) {
      quiet = bench.poll() == 0 ? quiet + 1 : 0;
      bench.commit();
    }
    assertTrue(bench.eventIds().size() >= expected);
  }

  private static Random seed() {
    long seed = Long.getLong("motcua.seed", System.nanoTime());
    System.out.println("motcua.seed=" + seed);
    return new Random(seed);
  }
}
