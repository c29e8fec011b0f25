package motcua.standalone.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import motcua.schemas.events.DeadLetter;
import motcua.standalone.ConnectWorker;
import motcua.standalone.InVmBroker;
import motcua.standalone.Pause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documented way through Debezium, with the script and the connector of docs/examples: real
 * logical decoding, a real worker with exactly-once support, a real broker.
 */
@Timeout(240)
class OutboxIT {
  private static final int WRITERS = 6;
  private static final int TRANSACTIONS = 60;
  private static final String FIRST = "H56-0:1:0";

  @TempDir Path folder;

  @Test
  void shouldBringEachCommittedRowOnceInTheOrderOfCommitsThroughKills() throws Exception {
    Random seed = seed();
    try (SourceDatabase database = SourceDatabase.start().withOutbox();
        InVmBroker broker = InVmBroker.start(folder.resolve("broker"))) {
      Topics.create(broker.bootstrapServers());
      OutboxWorker.prepare(folder, database.login());
      Writers writers = new Writers(database);
      makeSlot(database, broker);
      List<String> committed;
      // Only now: a slot is not made before every transaction that was open has ended.
      try (Writers.Open longest = writers.open(seed)) {
        writers.start(WRITERS, TRANSACTIONS, seed);
        OutboxWorker.killedAfter(folder, broker.bootstrapServers(), 2 + seed.nextInt(50));
        OutboxWorker.killedAfter(folder, broker.bootstrapServers(), 200 + seed.nextInt(100));
        writers.await();
        longest.commit();
        committed = new ArrayList<>(writers.await());
      }
      committed.add(FIRST);

      try (ConnectWorker worker = OutboxWorker.start(folder, broker.bootstrapServers());
          Topics topics = Topics.read(broker.bootstrapServers())) {
        // What is written last comes last: all before it is there when it is.
        String last = breakOne(database);
        topics.until(read -> !read.deadLetters().isEmpty()).toEnd();

        assertEquals(new TreeSet<>(committed), new TreeSet<>(topics.eventIds()));
        assertEquals(committed.size(), topics.eventIds().size(), "an event came twice");
        assertInOrder(topics.eventIds());
        assertDead(topics.deadLetters(), last);
        assertFalse(topics.everything().contains("CANARY"), "personal data passed");
        assertTrue(worker.status(OutboxWorker.CONNECTOR).isRunning());
      }
    }
  }

  @Test
  void shouldFreeTheLogOfASourceWhoseOutboxIsQuiet() throws Exception {
    try (SourceDatabase database = SourceDatabase.start().withOutbox();
        InVmBroker broker = InVmBroker.start(folder.resolve("broker"))) {
      Topics.create(broker.bootstrapServers());
      OutboxWorker.prepare(folder, database.login());
      try (ConnectWorker worker = OutboxWorker.start(folder, broker.bootstrapServers());
          Connection owner = database.connect()) {
        worker.awaitRunning(OutboxWorker.CONNECTOR);
        while (confirmedAfter(owner, "0/0") == null) {
          Pause.millis(100);
        }
        SourceDatabase.execute(
            owner, "CREATE TABLE other AS SELECT g FROM generate_series(1, 20000) g");
        String written = SourceDatabase.queryOne(owner, "SELECT pg_current_wal_lsn()::text");

        while (!"t".equals(confirmedAfter(owner, written))) {
          Pause.millis(100);
        }

        try (Topics topics = Topics.read(broker.bootstrapServers())) {
          topics.until(read -> read.heartbeats() > 1);
          assertEquals(List.of(), topics.eventIds());
          assertEquals(List.of(), topics.deadLetters());
        }
      }
    }
  }

  /** Ends the snapshot: what is written from now on comes from the log, however late. */
  private void makeSlot(SourceDatabase database, InVmBroker broker) throws Exception {
    try (ConnectWorker worker = OutboxWorker.start(folder, broker.bootstrapServers());
        Connection owner = database.connect();
        Topics topics = Topics.read(broker.bootstrapServers())) {
      while (!"t"
          .equals(SourceDatabase.queryOne(owner, "SELECT active FROM pg_replication_slots"))) {
        Pause.millis(100);
      }
      SourceDatabase.execute(
          owner,
          """
          INSERT INTO motcua.outbox (payload) VALUES ('{"eventId": "%s", "dossierId": "H56-0",
            "type": "FEE_PAID", "online": true, "occurredAt": "2026-09-15T08:00:00+07:00"}')\
          """
              .formatted(FIRST));
      topics.until(read -> read.eventIds().size() == 1);
      worker.awaitRunning(OutboxWorker.CONNECTOR);
    }
  }

  private static String confirmedAfter(Connection owner, String lsn) throws Exception {
    return SourceDatabase.queryOne(
        owner,
        "SELECT confirmed_flush_lsn > '%s'::pg_lsn FROM pg_replication_slots WHERE slot_name = 'motcua'"
            .formatted(lsn));
  }

  /** Writes a row without a type; its id. */
  private static String breakOne(SourceDatabase database) throws Exception {
    try (Connection connection = database.connect()) {
      return SourceDatabase.queryOne(
          connection,
          """
          INSERT INTO motcua.outbox (payload, applicant)
          VALUES ('{"eventId": "broken:1", "dossierId": "broken"}', '%s') RETURNING id\
          """
              .formatted(Writers.CANARY));
    }
  }

  private static void assertDead(List<DeadLetter> letters, String id) {
    assertEquals(1, letters.size());
    DeadLetter letter = letters.get(0);
    assertTrue(letter.getReason().startsWith("MISSING: type"), letter.getReason());
    assertEquals("postgres.motcua.outbox", letter.getInput());
    assertTrue(letter.getPosition().startsWith("row " + id + " at log"), letter.getPosition());
    assertEquals("h56", letter.getSource());
    assertEquals(Map.of("eventId", "broken:1", "dossierId", "broken"), letter.getKept());
  }

  /** Numbers of a dossier rise in the order of commits. */
  private static void assertInOrder(List<String> eventIds) {
    Map<String, Integer> last = new HashMap<>();
    for (String id : eventIds) {
      String[] parts = id.split(":");
      int number = Integer.parseInt(parts[1]);
      Integer before = last.put(parts[0], number);
      assertTrue(before == null || before < number, id + " after number " + before);
    }
  }

  private static Random seed() {
    long seed = Long.getLong("motcua.seed", System.nanoTime());
    System.out.println("motcua.seed=" + seed);
    return new Random(seed);
  }
}
