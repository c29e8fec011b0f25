package motcua.readmodel.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import motcua.core.dossier.Channel;
import motcua.core.ledger.Account;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Posting;
import motcua.core.ledger.Posting.Entry.Move;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.readmodel.OffsetMove;
import motcua.readmodel.ProjectionBatch;
import motcua.readmodel.ReportData;
import motcua.readmodel.ReportQuery;
import motcua.readmodel.Sourced;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Closings change no figure, whatever is learned when. */
class ClosingIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int STEPS = 16;
  private static final int QUERIES = 15;
  private static final int DAYS = 400;
  private static final int LATEST_KNOWN = 75;
  private static final TopicPartition PARTITION = new TopicPartition("motcua.postings", 0);
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent,level,validFrom,validTo,successor,headName,headEmail
              H1,Huyện Một,,huyen,,,,,
              H1.1,Xã Một,H1,xa,,,,,
              H1.2,Xã Hai,H1,xa,,,,,
              H10,Huyện Mười,,huyen,,,,,
              H2,Huyện Hai,,huyen,,,,,
              """)
          .orElseThrow();

  private static final Account ACCOUNT = new Account("H1", "DD", null, Channel.DIRECT);

  private final TestDatabase database = TestDatabase.create();
  private long offset;

  /**
   * Dossiers arrive in any order, so that closed months are opened again and again; between, months
   * are closed up to any day.
   */
  @Test
  void shouldSumClosedMonthsToTheSameFiguresAsTheirDays() throws Exception {
    System.out.println("motcua.seed=" + SEED);
    Random random = new Random(SEED);
    RandomJournal journal = new RandomJournal(SEED, 800, DAYS, LATEST_KNOWN);
    int queriesOnClosed = 0;
    try (HikariDataSource pool = database.pool();
        PostgresProjectionStore store = new PostgresProjectionStore(database.application())) {
      store.positions(1, List.of(PARTITION));
      PostgresReadModel readModel = new PostgresReadModel(pool, 1);
      PostgresClosing closing = new PostgresClosing(pool, 1);
      for (int step = 1; step <= STEPS; step++) {
        RandomJournal known = journal.first(800 * step / STEPS);
        project(store, journal.between(800 * (step - 1) / STEPS, 800 * step / STEPS).wire(), known);
        if (random.nextInt(3) > 0) {
          closing.closeThrough(day(random));
        }
        queriesOnClosed += database.number("SELECT count(*) FROM closed_month") > 0 ? QUERIES : 0;
        for (int number = 0; number < QUERIES; number++) {
          check(readModel, pool, query(random), step);
        }
      }
      assertTrue(queriesOnClosed > 0, "no month was ever closed");
      closing.closeThrough(RandomJournal.FIRST_DAY.plusDays(DAYS + 2 * LATEST_KNOWN));
      for (int number = 0; number < 3 * QUERIES; number++) {
        check(readModel, pool, query(random), STEPS + 1);
      }
    }
  }

  private static void check(
      PostgresReadModel readModel, HikariDataSource pool, ReportQuery query, int step)
      throws SQLException {
    ReportData data = readModel.report(query);

    assertEquals(
        PlainSums.of(pool, query),
        PlainSums.text(data.lines(), data.total()),
        () ->
            "seed %d, step %d: %s %s to %s, cut %s, %s"
                .formatted(
                    SEED,
                    step,
                    query.scope().code(),
                    query.from(),
                    query.to(),
                    query.knownOn(),
                    query.by()));
  }

  private static ReportQuery query(Random random) {
    LocalDate from = day(random);
    LocalDate to = from.plusDays(random.nextInt(random.nextBoolean() ? 40 : DAYS));
    return new ReportQuery(
        TREE.scope(List.of("ALL", "H1", "H1.1", "H10", "UNKNOWN/X?1").get(random.nextInt(5)), to),
        from,
        to,
        random.nextBoolean() ? null : day(random),
        Breakdown.values()[random.nextInt(3)]);
  }

  /** Any day of the journal, the edges of months more often. */
  private static LocalDate day(Random random) {
    LocalDate day = RandomJournal.FIRST_DAY.plusDays(random.nextInt(DAYS + LATEST_KNOWN));
    return switch (random.nextInt(4)) {
      case 0 -> day.withDayOfMonth(1);
      case 1 -> day.withDayOfMonth(day.lengthOfMonth());
      default -> day;
    };
  }

  @Test
  void shouldOpenAMonthAgainWhenSomethingIsLearnedForIt() {
    PostgresClosing closing = new PostgresClosing(database.application(), 1);
    try (PostgresProjectionStore store = new PostgresProjectionStore(database.application())) {
      store.positions(1, List.of(PARTITION));
      receive(store, "D1", "2024-01-15");
      closing.closeThrough(LocalDate.of(2024, 6, 30));
      assertEquals("2024-06-01", database.text("SELECT max(month) FROM closed_month"));

      receive(store, "D2", "2024-07-01");
      assertEquals("2024-06-01", database.text("SELECT max(month) FROM closed_month"));

      receive(store, "D3", "2024-03-01");
      assertEquals("2024-01-01", database.text("SELECT max(month) FROM closed_month"));
      assertEquals("2024-02-29", database.text("SELECT day FROM closed_day"));

      assertEquals(1, closing.closeThrough(LocalDate.of(2024, 3, 31)));
      assertEquals(
          2,
          database.number(
              "SELECT sum(open_in_time) FROM procedure_balance WHERE month = '2024-03-01'"));
      assertEquals(
          2,
          database.number(
              "SELECT sum(open_in_time) FROM field_balance WHERE month = '2024-03-01'"));
      assertEquals(0, closing.closeThrough(LocalDate.of(2024, 2, 29)));
    }
  }

  /** Balances leave out the other unit, so both must have arrived. */
  @Test
  void shouldLeaveAMonthOpenWhileATransferHasOneLeg() {
    PostgresClosing closing = new PostgresClosing(database.application(), 1);
    RandomJournal transfer =
        RandomJournal.of(
            List.of(
                new Posting(
                    new Move(ACCOUNT, Bucket.OPEN_IN_TIME, ACCOUNT.in("H2"), Bucket.OPEN_IN_TIME),
                    1,
                    LocalDate.of(2024, 1, 15),
                    LocalDate.of(2024, 1, 15),
                    "e1")));
    List<JournalEntry> legs = transfer.wire();
    try (PostgresProjectionStore store = new PostgresProjectionStore(database.application())) {
      store.positions(1, List.of(PARTITION));
      write(store, legs.subList(0, 1), transfer.cells());
      assertEquals(0, closing.closeThrough(LocalDate.of(2024, 1, 31)));
      assertEquals(0, database.number("SELECT count(*) FROM closed_month"));

      write(store, legs.subList(1, 2), List.of());

      assertEquals(1, closing.closeThrough(LocalDate.of(2024, 1, 31)));
    }
  }

  /** A batch that is written but not committed holds a closing up; else its days would be lost. */
  @Test
  void shouldWaitForABatchUnderWay() throws Exception {
    PostgresClosing closing = new PostgresClosing(database.application(), 1);
    try (Connection batch = database.application().getConnection();
        Statement statement = batch.createStatement()) {
      batch.setAutoCommit(false);
      statement.execute("SELECT open_days(1, '2024-01-15')");
      statement.execute("SELECT ensure_posting_month('2024-01-15')");
      statement.execute(
          """
          INSERT INTO posting_page VALUES (1, 'H1', '2024-01-01', '2024-01-15', 's', 'p', false, now(),
            '{D1}', '{0}', '{0}', '{""}', '{""}', '{""}', '{0}', '{0}', '{1}', '{NULL}', '{1}', '{2024-01-15}', '{2024-01-15}', '{e1}')""");
      CompletableFuture<Integer> closed =
          CompletableFuture.supplyAsync(() -> closing.closeThrough(LocalDate.of(2024, 1, 31)));
      awaitLock();
      assertFalse(closed.isDone());

      batch.commit();

      assertEquals(1, closed.get(30, TimeUnit.SECONDS));
      assertEquals(1, database.number("SELECT open_in_time FROM procedure_balance"));
    }
  }

  private void awaitLock() throws InterruptedException {
    while (database.number(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        == 0) {
      Thread.onSpinWait();
    }
  }

  private void receive(PostgresProjectionStore store, String dossierId, String day) {
    write(
        store,
        List.of(TestRecords.received("H1", dossierId, day)),
        List.of(new Sourced<>(TestRecords.cell("H1", day, Measure.OPEN_IN_TIME, 1), 0, 1)));
  }

  private void project(
      PostgresProjectionStore store, List<JournalEntry> journal, RandomJournal known) {
    write(store, journal, known.cells());
  }

  private void write(
      PostgresProjectionStore store, List<JournalEntry> journal, List<Sourced<LedgerEntry>> cells) {
    offset++;
    store.write(
        new ProjectionBatch(
            1,
            List.of(new OffsetMove(PARTITION, offset - 1, offset, 0)),
            journal,
            cells.stream().map(cell -> new Sourced<>(cell.value(), 0, offset)).toList(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }
}
