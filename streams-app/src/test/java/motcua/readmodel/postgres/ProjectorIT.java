package motcua.readmodel.postgres;

import static motcua.readmodel.postgres.TestRecords.cell;
import static motcua.readmodel.postgres.TestRecords.deadLetter;
import static motcua.readmodel.postgres.TestRecords.mark;
import static motcua.readmodel.postgres.TestRecords.received;
import static motcua.readmodel.postgres.TestRecords.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Measure;
import motcua.readmodel.FencedException;
import motcua.readmodel.OffsetMove;
import motcua.readmodel.ProjectionBatch;
import motcua.readmodel.Projector;
import motcua.readmodel.ProjectorSettings;
import motcua.readmodel.StoreUnavailableException;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.RatioValue;
import motcua.schemas.internal.Ratios;
import motcua.schemas.internal.UnitTotals;
import motcua.schemas.internal.WindowTotals;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProjectorIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String POSTINGS = AvroBytes.TOPICS.postings();
  private static final String LEDGER = AvroBytes.TOPICS.ledger();

  private final TestDatabase database = TestDatabase.create();
  private final FakeLog log = new FakeLog(2);

  @Test
  void shouldWriteEveryKindOfRecordOnceWithItsOffset() throws Exception {
    log.append(POSTINGS, "H23.1", received("H23.1", "D1", "2024-07-01"));
    log.append(POSTINGS, "H23.1", received("H23.1", "D2", "2024-08-31"));
    log.appendRaw(POSTINGS, "\u0000tick", new byte[] {1, 2, 3});
    log.append(LEDGER, "c", cell("H23.1", "2024-07-01", Measure.RECEIVED_ONLINE, 1));
    log.append(LEDGER, "c", cell("H23.1", "2024-07-01", Measure.RECEIVED_ONLINE, 2));
    log.append(LEDGER, "c", null);
    log.append(
        POSTINGS, "H23.1", status("D1", Bucket.OPEN_IN_TIME, mark("NO_DUE", "2024-07-01", null)));
    log.append(AvroBytes.TOPICS.unitTotals(), "H23.1", totals());
    log.append(AvroBytes.TOPICS.ratios(), "ALL", ratios());
    log.append(AvroBytes.TOPICS.deadLetters(), "f1", deadLetter("f1", "NO_DATE", "line 1"));
    log.append(AvroBytes.TOPICS.deadLetters(), "f1", deadLetter("f1", "NO_DATE", "line 9"));

    project(10_000);
    project(10_000);

    assertEquals(2, database.number("SELECT count(*) FROM posting"));
    assertEquals(2, database.number("SELECT received_online FROM ledger"));
    assertEquals(1, database.number("SELECT count(*) FROM dossier_mark"));
    assertEquals(
        "2024-08-31", database.text("SELECT counts_on FROM posting WHERE dossier_id = 'D2'"));
    assertEquals(
        "2024-09-15 00:00:00",
        database.text("SELECT applied_at AT TIME ZONE 'UTC' FROM posting LIMIT 1"));
    assertEquals("line 1", database.text("SELECT position FROM dead_letter"));
    assertEquals("D\uFFFD1", database.text("SELECT kept->>'dossierId' FROM dead_letter"));
    assertEquals("7", database.text("SELECT numerator FROM ratio WHERE ratio = 'late'"));
    assertEquals(
        "{5}", database.text("SELECT amounts FROM unit_totals WHERE window_code = 'DAYS_7'"));
    assertEquals(11, database.number("SELECT sum(next_offset) FROM sink_offset"));
  }

  @Test
  void shouldLeaveALetterOutOnceItIsResolvedUntilItFailsAgain() throws Exception {
    String topic = AvroBytes.TOPICS.deadLetters();
    for (int batch : new int[] {1, 10_000}) {
      String name = "f" + batch;
      log.append(topic, name, deadLetter(name, "NO_DATE", "line 1"));
      log.append(topic, name, resolved(name, "NO_DATE"));
      log.append(topic, name, deadLetter(name, "NO_UNIT", "line 1"));
      log.append(topic, name, deadLetter(name, "NO_NAME", "line 1"));
      log.append(topic, name, resolved(name, "NO_NAME"));
      log.append(topic, name, deadLetter(name, "NO_NAME", "line 9"));

      project(batch);

      assertEquals(
          "NO_NAME line 1,NO_UNIT line 1",
          database.text(
              "SELECT string_agg(reason || ' ' || position, ',' ORDER BY reason) FROM dead_letter WHERE resolved_at IS NULL AND fingerprint = '"
                  + name
                  + "'"));
      assertEquals(
          3,
          database.number("SELECT count(*) FROM dead_letter WHERE fingerprint = '" + name + "'"));
    }
    assertEquals(4, new PostgresReadModel(database.application(), 1).freshness().deadLetters());
  }

  private static DeadLetter resolved(String fingerprint, String reason) {
    DeadLetter letter = deadLetter(fingerprint, reason, "retry");
    letter.setResolved(true);
    return letter;
  }

  @Test
  void shouldGiveTheSameRowsForBatchesOfAnySize() throws Exception {
    for (int number = 0; number < 40; number++) {
      log.append(
          POSTINGS, "U" + number % 3, received("U" + number % 3, "D" + number, "2024-07-01"));
      log.append(
          LEDGER,
          "U" + number % 3,
          cell("U" + number % 3, "2024-07-01", Measure.RECEIVED_ONLINE, number));
    }

    project(1);

    assertEquals(40, database.number("SELECT count(*) FROM posting"));
    assertEquals(37 + 38 + 39, database.number("SELECT sum(received_online) FROM ledger"));
  }

  @Test
  void shouldOverwriteRowsWhateverConnectionWroteThem() throws Exception {
    for (int round = 1; round <= 3; round++) {
      // Copied, then overwritten on the same connection; from the second round on, by another one.
      for (long sequence : new long[] {2 * round - 1, 2 * round}) {
        log.append(LEDGER, "c", cell("H23.1", "2024-07-01", Measure.RECEIVED_ONLINE, sequence));
        log.append(POSTINGS, "H23.1", status(sequence, "D1", Bucket.OPEN_IN_TIME));
      }
      log.append(POSTINGS, "H23.1", status(1, "D" + (round + 1), Bucket.OPEN_OVERDUE));

      project(1);

      assertEquals(2 * round, database.number("SELECT received_online FROM ledger"));
      assertEquals(
          2 * round, database.number("SELECT sequence FROM dossier WHERE dossier_id = 'D1'"));
      assertEquals(round + 1, database.number("SELECT count(*) FROM dossier"));
    }
  }

  @Test
  void shouldKeepTheLaterStatusWhicheverPartitionComesFirst() throws Exception {
    log.append(POSTINGS, "H23.2", status(2, "D1", Bucket.CLOSED_LATE));
    project(10_000);
    log.append(POSTINGS, "H23.1", status(1, "D1", Bucket.OPEN_OVERDUE));

    project(10_000);

    assertEquals(7, database.number("SELECT bucket FROM dossier"));
  }

  @Test
  void shouldKeepOnlyTheNewestMarksOfADossier() throws Exception {
    log.append(
        POSTINGS,
        "H23.1",
        status(
            "D1",
            Bucket.SUSPENDED,
            mark("NO_DUE", "2024-07-01", null),
            mark("CODE_ODD", "2024-07-01", null)));
    log.append(
        POSTINGS, "H23.1", status("D2", Bucket.SUSPENDED, mark("NO_DUE", "2024-07-01", null)));
    project(1);
    log.append(
        POSTINGS,
        "H23.1",
        status(
            2,
            "D1",
            Bucket.CLOSED_LATE,
            mark("NO_DUE", "2024-07-01", "2024-07-09"),
            mark("DUE_MOVED", "2024-07-09", "2024-07-09")));

    project(1);

    assertEquals(2, database.number("SELECT count(*) FROM dossier_mark"));
    assertEquals(
        "2024-07-09", database.text("SELECT ended_on FROM dossier_mark WHERE dossier_id = 'D1'"));
    assertEquals(7, database.number("SELECT bucket FROM dossier WHERE dossier_id = 'D1'"));
  }

  @Test
  void shouldPassOverRecordsOfAnotherGeneration() throws Exception {
    JournalEntry other = received("H23.1", "D1", "2024-07-01");
    other.setGeneration(2);
    log.append(POSTINGS, "H23.1", other);

    project(10_000);

    assertEquals(0, database.number("SELECT count(*) FROM posting"));
  }

  @Test
  void shouldFenceOutASecondSink() {
    TopicPartition partition = new TopicPartition(POSTINGS, 0);
    try (PostgresProjectionStore first = new PostgresProjectionStore(database.application());
        PostgresProjectionStore second = new PostgresProjectionStore(database.application())) {
      first.positions(1, List.of(partition));
      assertEquals(Map.of(partition, 0L), second.positions(1, List.of(partition)));
      first.write(batch(partition, 0, 3, received("H23.1", "D1", "2024-07-01")));

      assertThrows(
          FencedException.class,
          () -> second.write(batch(partition, 0, 5, received("H23.1", "D2", "2024-07-01"))));

      assertEquals(1, database.number("SELECT count(*) FROM posting"));
      assertEquals(3, database.number("SELECT next_offset FROM sink_offset"));
    }
  }

  @Test
  void shouldSurviveTheLossOfItsConnection() {
    TopicPartition partition = new TopicPartition(POSTINGS, 0);
    try (PostgresProjectionStore store = new PostgresProjectionStore(database.application())) {
      store.positions(1, List.of(partition));
      ProjectionBatch batch = batch(partition, 0, 1, received("H23.1", "D1", "2024-07-01"));
      database.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'motcua_app'");

      assertThrows(StoreUnavailableException.class, () -> store.write(batch));
      store.write(batch);

      assertEquals(1, database.number("SELECT count(*) FROM posting"));
    }
  }

  @Test
  void shouldStopAndSayWhereOnBytesItCannotDecode() throws Exception {
    log.appendRaw(POSTINGS, "H23.1", new byte[] {7});
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    try (Projector projector = projector(10_000, told)) {
      projector.start();

      Throwable fault = told.get(30, TimeUnit.SECONDS);

      assertInstanceOf(IllegalStateException.class, fault);
      assertTrue(
          fault.getMessage().contains("motcua.postings partition 1 offset 0")
              || fault.getMessage().contains("motcua.postings partition 0 offset 0"),
          fault.getMessage());
      assertEquals(Projector.State.FAILED, projector.state());
    }
  }

  private void project(int batch) throws Exception {
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    try (Projector projector = projector(batch, told)) {
      projector.start();
      assertTrue(projector.awaitSettled(log.ends(), PATIENCE));
    }
  }

  private Projector projector(int batch, CompletableFuture<Throwable> told) {
    return new Projector(
        log.consumer(batch),
        AvroBytes::decode,
        new PostgresProjectionStore(database.application()),
        AvroBytes.TOPICS,
        new ProjectorSettings(1, batch, Duration.ofMillis(50), Duration.ofSeconds(5), false),
        told::complete);
  }

  private static ProjectionBatch batch(
      TopicPartition partition, long from, long to, JournalEntry entry) {
    return new ProjectionBatch(
        1,
        List.of(new OffsetMove(partition, from, to, 0)),
        List.of(entry),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static UnitTotals totals() {
    return UnitTotals.newBuilder()
        .setUnit("H23.1")
        .setAsOfDay(19_900)
        .setWindows(List.of(new WindowTotals("DAYS_7", 19_894, List.of(5L))))
        .setBalances(List.of(1L, 2L))
        .build();
  }

  private static Ratios ratios() {
    return Ratios.newBuilder()
        .setScope("ALL")
        .setAsOfDay(19_900)
        .setRatios(List.of(new RatioValue("DAYS_7", "late", 7L, 9L)))
        .build();
  }
}
