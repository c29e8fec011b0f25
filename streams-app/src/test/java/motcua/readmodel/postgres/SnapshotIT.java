package motcua.readmodel.postgres;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.form.FormPreset;
import motcua.core.ledger.Column;
import motcua.core.ledger.Measure;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Period;
import motcua.core.policy.Policy;
import motcua.core.snapshot.CellChange;
import motcua.core.snapshot.Refusal;
import motcua.core.snapshot.RevisionKind;
import motcua.core.snapshot.RowKey;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.readmodel.Snapshot;
import motcua.readmodel.SnapshotAct;
import motcua.readmodel.SnapshotSubject;
import motcua.readmodel.Sourced;
import motcua.report.Reference;
import motcua.report.Reports;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.snapshot.BooksBehindException;
import motcua.snapshot.Order;
import motcua.snapshot.RefusedException;
import motcua.snapshot.Snapshots;
import motcua.snapshot.UnknownSnapshotException;
import motcua.testing.BruteRecount;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Snapshots over a journal in which much becomes known late. */
class SnapshotIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent
              H1,Huyện Một,
              H1.1,Xã Một,H1
              H1.2,Xã Hai,H1
              H10,Huyện Mười,
              H2,Huyện Hai,
              """)
          .orElseThrow();
  private static final LocalDate FIRST = RandomJournal.FIRST_DAY;
  private static final Instant SOON = Instant.parse("2024-07-12T01:00:00Z");
  private static final Instant LATER = Instant.parse("2024-10-12T01:00:00Z");
  private static final RandomJournal JOURNAL = new RandomJournal(SEED, 600);
  private static final TestDatabase DATABASE = TestDatabase.create();

  @BeforeAll
  static void write() {
    System.out.println("motcua.seed=" + SEED);
    DATABASE.project(JOURNAL.wire(), JOURNAL.cells(), List.of(), List.of(), List.of());
  }

  private static Snapshots at(Instant now) {
    return at(DATABASE, now);
  }

  private static Snapshots at(TestDatabase database, Instant now) {
    return new Snapshots(
        reports(database, now),
        new PostgresSnapshotStore(database.application()),
        () -> {},
        () -> now,
        1);
  }

  private static Reports reports(TestDatabase database, Instant now) {
    return new Reports(
        new PostgresReadModel(database.application(), 1),
        new Reference(
            TREE, WorkingCalendar.WEEKDAYS_ONLY, ProcedureCatalogue.EMPTY, Policy.DEFAULT),
        () -> now);
  }

  /** A period of its own for each test. */
  private static Order order(int firstDay) {
    LocalDate from = FIRST.plusDays(firstDay);
    return new Order(
        new SnapshotSubject("H1", new Period(from, FIRST.plusDays(20)), Breakdown.NONE),
        null,
        FormPreset.STRICT,
        "Trần Thị B");
  }

  @Test
  void shouldKeepWhatWasPublishedAndReviseBesideIt() {
    Snapshot first = at(SOON).publish(order(0));
    assertEquals(1, first.head().version());
    assertEquals(LocalDate.parse("2024-07-11"), first.head().cut());

    List<CellChange> proposed = at(LATER).proposal(first.head().id()).changes();
    assertFalse(proposed.isEmpty(), "nothing became known late, seed " + SEED);
    for (CellChange change : proposed) {
      assertEquals(recounted(change, first.head().cut()), change.was(), change::toString);
      assertEquals(recounted(change, LocalDate.parse("2024-10-11")), change.is(), change::toString);
    }

    Snapshot second =
        at(LATER)
            .revise(first.head().id(), null, RevisionKind.LATE_DATA, "ghi sổ muộn", "Nguyễn Văn A");
    assertEquals(2, second.head().version());
    assertEquals(proposed, at(LATER).changes(second));
    assertEquals(List.of(), at(LATER).proposal(second.head().id()).changes());

    Snapshot again = at(LATER).find(first.head().id());
    assertArrayEquals(first.body(), again.body());
    assertEquals(first.sha256(), again.sha256());
    assertEquals(first.rows(), again.rows());
    assertEquals(
        List.of(SnapshotAct.Kind.REVISED),
        at(LATER).acts(second.head().id()).stream().map(SnapshotAct::act).toList());
  }

  private static long recounted(CellChange change, LocalDate cut) {
    Set<String> units =
        change.row().equals(RowKey.TOTAL)
            ? Set.of("H1", "H1.1", "H1.2")
            : Set.of(change.row().unit());
    ReportRow row =
        new BruteRecount(JOURNAL.all(), units, any -> true, FIRST, FIRST.plusDays(20), cut).row();
    return change.column().of(row);
  }

  @Test
  void shouldDrawTheSameBytesForTheSameCut() {
    Order later =
        new Order(
            order(1).subject(), LocalDate.parse("2024-07-11"), FormPreset.STRICT, "Trần Thị B");
    assertArrayEquals(at(SOON).prepare(order(1)).body(), at(LATER).prepare(later).body());
  }

  @Test
  void shouldRefuseAndSayWhyAndKeepThatItWasRefused() {
    assertRefused(
        Refusal.PERIOD_NOT_ENDED,
        () -> at(Instant.parse("2024-07-10T17:14:00Z")).publish(order(2)));
    Snapshot provisional = at(SOON).prepare(order(2));
    assertRefused(
        Refusal.NOT_PUBLISHED,
        () ->
            at(LATER).revise(provisional.head().id(), null, RevisionKind.ERROR, "sai", "Lê Văn C"));
    Snapshot first = at(SOON).publish(order(2));
    assertRefused(Refusal.ALREADY_PUBLISHED, () -> at(LATER).publish(order(2)));
    assertRefused(
        Refusal.NOTHING_CHANGED,
        () -> at(SOON).revise(first.head().id(), null, RevisionKind.ERROR, "sai", "Lê Văn C"));
    at(LATER).revise(first.head().id(), null, RevisionKind.LATE_DATA, "muộn", "Lê Văn C");
    assertRefused(
        Refusal.NOT_THE_LATEST,
        () -> at(LATER).revise(first.head().id(), null, RevisionKind.ERROR, "sai", "Lê Văn C"));
    assertThrows(UnknownSnapshotException.class, () -> at(LATER).find(999_999));
    assertEquals(
        3,
        DATABASE.number(
            "SELECT count(*) FROM snapshot_act WHERE act = 'REFUSED' AND author = 'Lê Văn C'"));
  }

  @Test
  void shouldRefuseAPeriodThatOverlapsAPublishedOneUnlessToldTo() {
    Order first = order("H2", 0, 9);
    Order across = order("H2", 5, 14);
    at(SOON).publish(first);

    assertRefused(Refusal.OVERLAPS_PUBLISHED, () -> at(SOON).publish(across));
    assertFalse(at(SOON).exists(across.subject()));
    at(SOON).publish(order("H2", 0, 20));
    at(SOON).publish(order("H2", 10, 14));
    at(SOON).publish(order("H10", 5, 14));
    assertEquals(1, at(SOON).publish(across, true).head().version());
  }

  private static Order order(String scope, int firstDay, int lastDay) {
    return new Order(
        new SnapshotSubject(
            scope, new Period(FIRST.plusDays(firstDay), FIRST.plusDays(lastDay)), Breakdown.NONE),
        null,
        FormPreset.STRICT,
        "Trần Thị B");
  }

  @Test
  void shouldPublishNothingWhileTheBooksAreBehind() {
    Snapshots behind =
        new Snapshots(
            reports(DATABASE, SOON),
            new PostgresSnapshotStore(DATABASE.application()),
            () -> {
              throw new BooksBehindException("3 records behind", null);
            },
            () -> SOON,
            1);

    assertThrows(BooksBehindException.class, () -> behind.publish(order(6)));
    assertFalse(at(SOON).exists(order(6).subject()));
    assertEquals(0, behind.prepare(order(6)).head().version(), "a provisional one is drawn");
  }

  private static void assertRefused(Refusal refusal, Runnable what) {
    assertEquals(refusal, assertThrows(RefusedException.class, what::run).refusal());
  }

  @Test
  void shouldLetOneOfTwoPublishWhoDoSoAtOnce() throws Exception {
    try (ExecutorService people = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(
            () -> {
              try {
                at(SOON).publish(order(3));
                return true;
              } catch (RefusedException late) {
                assertEquals(Refusal.ALREADY_PUBLISHED, late.refusal());
                return false;
              }
            });
      }
      int published = 0;
      for (Future<Boolean> one : people.invokeAll(all)) {
        published += one.get() ? 1 : 0;
      }
      assertEquals(1, published);
    }
  }

  @Test
  void shouldRefuseToChangeWhatIsPublishedWhoeverAsks() {
    at(SOON).publish(order(4));
    for (String table : List.of("snapshot", "snapshot_row", "snapshot_act")) {
      for (String change :
          List.of("DELETE FROM %s", "UPDATE %s SET %s = %s", "TRUNCATE %s CASCADE")) {
        String column =
            table.equals("snapshot") ? "scope" : table.equals("snapshot_row") ? "part" : "detail";
        String sql = change.formatted(table, column, column);
        assertDenied(DATABASE.application(), sql);
        assertDenied(DATABASE.as(Migrations.OWNER), sql);
      }
    }
  }

  private static void assertDenied(DataSource role, String sql) {
    SQLException denied =
        assertThrows(
            SQLException.class,
            () -> {
              try (Connection connection = role.getConnection();
                  Statement statement = connection.createStatement()) {
                statement.execute(sql);
              }
            });
    assertEquals("42501", denied.getSQLState(), sql + ": " + denied.getMessage());
  }

  @Test
  void shouldProposeNothingForWhatIsLoadedLater() {
    TestDatabase database = TestDatabase.create();
    Snapshots snapshots = at(database, LATER);
    JournalEntry known = TestRecords.received("H1.1", "D1", "2024-06-25");
    database.project(List.of(known), List.of(opened("H1.1", 1)), List.of(), List.of(), List.of());
    Snapshot first = at(database, SOON).publish(order(0));
    assertEquals(1, first.rows().get(RowKey.TOTAL).received());

    JournalEntry loaded = late("H1.1", "D2");
    loaded.setBackfill(true);
    database.append(1, List.of(loaded));
    assertEquals(List.of(), snapshots.proposal(first.head().id()).changes());

    database.append(2, List.of(late("H1.1", "D3")));
    assertEquals(
        List.of("total receivedOnline 1>2", "total openInTime 1>2", "H1.1 receivedOnline 1>2"),
        snapshots.proposal(first.head().id()).changes().stream()
            .map(SnapshotIT::text)
            .filter(text -> text.contains("receivedOnline") || text.startsWith("total open"))
            .toList());
  }

  private static String text(CellChange change) {
    return "%s %s %d>%d"
        .formatted(
            change.row().equals(RowKey.TOTAL) ? "total" : change.row().unit(),
            change.column().code(),
            change.was(),
            change.is());
  }

  private static JournalEntry late(String unit, String dossier) {
    JournalEntry entry = TestRecords.received(unit, dossier, "2024-06-25");
    entry.getPostings().forEach(posting -> posting.setKnownOnDay(TestRecords.day("2024-08-01")));
    return entry;
  }

  private static Sourced<LedgerEntry> opened(String unit, long offset) {
    LedgerEntry cell = TestRecords.cell(unit, "2024-06-25", Measure.RECEIVED_ONLINE, 1);
    cell.getAmounts().set(Measure.OPEN_IN_TIME.ordinal(), 1L);
    return new Sourced<>(cell, 0, offset);
  }

  @Test
  void shouldKeepTheFiguresForSqlToo() {
    Snapshot snapshot = at(SOON).prepare(order(5));
    int received = Column.RECEIVED.ordinal() + 1;
    assertEquals(
        snapshot.rows().get(RowKey.TOTAL).received(),
        DATABASE.number(
            "SELECT figures[%d] FROM snapshot_row WHERE snapshot = %d AND total"
                .formatted(received, snapshot.head().id())));
    assertTrue(
        DATABASE
            .text(
                "SELECT encode(sha256(body), 'hex') FROM snapshot WHERE id = "
                    + snapshot.head().id())
            .equals(snapshot.sha256()));
  }
}
