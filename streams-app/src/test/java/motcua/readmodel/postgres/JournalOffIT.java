package motcua.readmodel.postgres;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import motcua.config.AppConfig;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Column;
import motcua.core.ledger.Measure;
import motcua.core.policy.Policy;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.readmodel.CellQuery;
import motcua.readmodel.DossierHistory;
import motcua.readmodel.JournalOffException;
import motcua.readmodel.MarkLine;
import motcua.readmodel.ReportQuery;
import motcua.readmodel.Sourced;
import motcua.report.Reference;
import motcua.report.ReportJson;
import motcua.report.ReportRequest;
import motcua.report.Reports;
import motcua.schemas.internal.LedgerEntry;
import org.junit.jupiter.api.Test;

/**
 * A generation without a journal gives the same figures, and says so where only the journal could
 * answer.
 */
class JournalOffIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int REQUESTS = 40;
  private static final int DAYS = 400;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);

  /** Knows every unit: marks of unknown ones differ on purpose. */
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent,level,validFrom,validTo,successor,headName,headEmail
              H1,Huyện Một,,huyen,,,,,
              H1.1,Xã Một,H1,xa,,,,,
              H1.2,Xã Hai,H1,xa,,,,,
              H10,Huyện Mười,,huyen,,,,,
              H2,Huyện Hai,,huyen,,,,,
              X?1,Xã Lạ,,xa,,,,,
              """)
          .orElseThrow();

  @Test
  void shouldDrawTheSameReportsInTotalAndByField() {
    System.out.println("motcua.seed=" + SEED);
    RandomJournal journal = new RandomJournal(SEED, 800, DAYS, 75);
    TestDatabase with = begun(true);
    TestDatabase without = begun(false);
    for (TestDatabase database : List.of(with, without)) {
      database.project(journal.wire(), journal.cells(), List.of(), List.of(), List.of());
    }
    assertSameReports(with, without, "open");

    for (TestDatabase database : List.of(with, without)) {
      new PostgresClosing(database.application(), 1)
          .closeThrough(RandomJournal.FIRST_DAY.plusDays(DAYS));
    }

    assertSameReports(with, without, "closed");
    assertTrue(rows(with, "posting_page") > 0);
    assertTrue(rows(with, "procedure_month") > 0);
    for (String empty : List.of("posting_page", "procedure_month", "procedure_balance")) {
      assertEquals(0, rows(without, empty), empty);
    }
    assertTrue(rows(without, "unit_month") > 0);
    assertEquals(rows(with, "unit_month"), rows(without, "unit_month"));
    assertEquals(rows(with, "field_month"), rows(without, "field_month"));
    assertEquals(
        2,
        without.number(
            "SELECT count(*) FROM pg_inherits WHERE inhparent = 'motcua.posting_page'::regclass"),
        "partitions beside those that the migration makes");
  }

  private static void assertSameReports(TestDatabase with, TestDatabase without, String when) {
    Random random = new Random(SEED);
    try (HikariDataSource one = with.pool();
        HikariDataSource other = without.pool()) {
      Reports journalled = reports(one);
      Reports bare = reports(other);
      for (int number = 0; number < REQUESTS; number++) {
        LocalDate from = RandomJournal.FIRST_DAY.plusDays(random.nextInt(DAYS));
        ReportRequest request =
            new ReportRequest(
                List.of("ALL", "H1", "H1.1", "H10").get(random.nextInt(4)),
                from,
                from.plusDays(random.nextInt(DAYS)),
                random.nextBoolean() ? null : from.plusDays(random.nextInt(DAYS)),
                random.nextBoolean() ? Breakdown.NONE : Breakdown.FIELD);
        assertArrayEquals(
            ReportJson.bytes(journalled.draw(request)),
            ReportJson.bytes(bare.draw(request)),
            "seed " + SEED + ", " + when + ", " + request);
      }
    }
  }

  private static Reports reports(HikariDataSource pool) {
    Reference reference =
        new Reference(
            TREE, new WorkingCalendar(List.of()), ProcedureCatalogue.EMPTY, Policy.DEFAULT);
    return new Reports(new PostgresReadModel(pool, 1), reference, InstantSource.fixed(NOW));
  }

  @Test
  void shouldSayWhatOnlyTheJournalCouldAnswer() {
    PostgresReadModel readModel = new PostgresReadModel(begun(false).application(), 1);
    List<ReportQuery> split = Stream.of(Breakdown.values()).map(JournalOffIT::query).toList();

    assertJournalOff(
        assertThrows(
            JournalOffException.class,
            () -> readModel.report(split.get(Breakdown.PROCEDURE.ordinal()))));
    for (ReportQuery query : split) {
      String part = query.by() == Breakdown.NONE ? null : "DD";
      CellQuery cell = new CellQuery(query, null, part, Column.values()[0], null);
      assertJournalOff(
          assertThrows(JournalOffException.class, () -> readModel.dossiers(cell, 0, 10)));
    }
  }

  private static void assertJournalOff(JournalOffException off) {
    assertTrue(off.getMessage().contains(AppConfig.JOURNAL + "=false"), off.getMessage());
    assertTrue(off.getMessage().contains("./motcua rebuild"), off.getMessage());
    assertEquals(1, off.getMessage().lines().count());
  }

  private static ReportQuery query(Breakdown by) {
    return new ReportQuery(TREE.scope("ALL", DAY), DAY, DAY, null, by);
  }

  @Test
  void shouldMarkAnUnknownUnitByItsCells() {
    TestDatabase database = begun(false);
    database.project(
        List.of(),
        List.of(
            cell("LA", DAY, DAY, 1, 1),
            cell("LA", DAY.plusDays(1), DAY.plusDays(1), 2, 2),
            cell("GONE", DAY, DAY, 1, 3),
            cell("GONE", DAY, DAY.plusDays(2), -1, 4),
            cell("H1", DAY, DAY, 1, 5)),
        List.of(),
        List.of(),
        List.of());

    assertEquals(List.of(), unknownUnits(database, DAY.minusDays(1)));
    assertEquals(List.of(unknown("GONE"), unknown("LA")), unknownUnits(database, DAY));
    assertEquals(List.of(unknown("LA")), unknownUnits(database, DAY.plusDays(2)));
    assertEquals(List.of(unknown("LA")), unknownUnits(database, null));
  }

  private static List<MarkLine> unknownUnits(TestDatabase database, LocalDate cut) {
    ReportQuery query =
        new ReportQuery(TREE.scope("ALL", DAY), DAY, DAY.plusDays(5), cut, Breakdown.NONE);
    return new PostgresReadModel(database.application(), 1)
        .report(query).unknownUnits().stream()
            .sorted(java.util.Comparator.comparing(MarkLine::unit))
            .toList();
  }

  private static MarkLine unknown(String unit) {
    return new MarkLine(unit, "", "", "UNKNOWN_UNIT", unit);
  }

  private static Sourced<LedgerEntry> cell(
      String unit, LocalDate countsOn, LocalDate knownOn, long amount, long offset) {
    LedgerEntry entry =
        TestRecords.cell(unit, countsOn.toString(), Measure.RECEIVED_ONLINE, amount);
    entry.setKnownOnDay((int) knownOn.toEpochDay());
    return new Sourced<>(entry, 0, offset);
  }

  @Test
  void shouldStillShowWhereADossierStandsAndItsMarks() {
    TestDatabase database = begun(false);
    database.project(
        List.of(TestRecords.received("H23.1", "D1", "2024-09-02")),
        List.of(),
        List.of(
            TestRecords.status(
                "D1", Bucket.OPEN_OVERDUE, TestRecords.mark("CODE_ODD", "2024-09-02", null))),
        List.of(),
        List.of());

    DossierHistory found =
        new PostgresReadModel(database.application(), 1).dossiers("D1").getFirst();

    assertFalse(found.journalKept());
    assertEquals(List.of(), found.postings());
    assertEquals("OPEN_OVERDUE", found.dossier().bucket());
    assertEquals("CODE_ODD", found.marks().getFirst().code());
  }

  @Test
  void shouldRefuseToGoOnOtherwiseThanTheGenerationWasBegun() {
    TestDatabase database = begun(false);
    claim(database, 1, false);
    claim(database, 2, true);

    assertRefused(database, 1, true);
    assertRefused(database, 2, false);
  }

  /** Ledgers of the release before have no word of it, and a journal. */
  @Test
  void shouldTakeAnOlderGenerationForOneWithAJournal() {
    TestDatabase database = TestDatabase.create();
    Policy policy = Policy.DEFAULT;
    database.execute(
        "INSERT INTO ledger_generation (generation, policy, timeliness, closes, supplement, begun_at) VALUES (1, '%s', '%s', '%s', '%s', now())"
            .formatted(policy.name(), policy.timeliness(), policy.closes(), policy.supplement()));

    claim(database, 1, true);
    assertRefused(database, 1, false);
  }

  private static void assertRefused(TestDatabase database, int generation, boolean journal) {
    String refused =
        assertThrows(IllegalStateException.class, () -> claim(database, generation, journal))
            .getMessage();
    assertTrue(
        refused.contains("generation " + generation)
            && refused.contains(AppConfig.JOURNAL + "=" + !journal)
            && refused.contains("./motcua rebuild"),
        refused);
    assertEquals(1, refused.lines().count());
  }

  private static TestDatabase begun(boolean journal) {
    TestDatabase database = TestDatabase.create();
    claim(database, 1, journal);
    return database;
  }

  private static void claim(TestDatabase database, int generation, boolean journal) {
    new PostgresGenerationStore(database.application(), database.as(Migrations.OWNER))
        .claim(generation, Policy.DEFAULT, journal, NOW);
  }

  private static long rows(TestDatabase database, String table) {
    return database.number("SELECT count(*) FROM " + table);
  }
}
