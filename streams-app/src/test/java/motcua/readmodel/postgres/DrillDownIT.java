package motcua.readmodel.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.dossier.Channel;
import motcua.core.dossier.DossierKey;
import motcua.core.ledger.Account;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Column;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Posting;
import motcua.core.ledger.ReportRow;
import motcua.core.policy.Policy;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.readmodel.CellDossier;
import motcua.readmodel.CellDossiers;
import motcua.readmodel.PostingLine;
import motcua.readmodel.ReadModel;
import motcua.readmodel.Sourced;
import motcua.report.CellRequest;
import motcua.report.DrillDown;
import motcua.report.JournalBehindException;
import motcua.report.PrintedRow;
import motcua.report.Reference;
import motcua.report.Report;
import motcua.report.ReportRequest;
import motcua.report.Reports;
import motcua.report.UnitOutsideScopeException;
import motcua.schemas.internal.JournalEntry;
import motcua.testing.BruteRecount;
import motcua.testing.MessyHistory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every figure of every report can be followed back to its dossiers. */
class DrillDownIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int QUERIES = 20;
  private static final int ALL_OF_THEM = 1_000_000;
  private static final Set<Column> TRANSFERS =
      Set.of(Column.TRANSFERRED_IN, Column.TRANSFERRED_OUT);
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent,level,validFrom,validTo,successor,headName,headEmail
              H1,Huyện Một,,huyen,,,,,
              H1.1,Xã Một,H1,xa,,,,,
              H1.2,Xã Hai,H1,xa,,,,,
              H10,Huyện Mười,,huyen,,,,,
              H2,Huyện Hai,,huyen,,,,,
              U1,Sở Một,H10,so,,,,,
              U2,Sở Hai,H10,so,,,,,
              """)
          .orElseThrow();
  private static final Reference REFERENCE =
      new Reference(TREE, WorkingCalendar.WEEKDAYS_ONLY, ProcedureCatalogue.EMPTY, Policy.DEFAULT);

  @BeforeAll
  static void printSeed() {
    System.out.println("motcua.seed=" + SEED);
  }

  @Test
  void shouldListTheDossiersOfEveryFigureOfAnyJournal() {
    trial(new RandomJournal(SEED, 600).reversed(), RandomJournal.FIRST_DAY);
  }

  @Test
  void shouldListTheDossiersOfEveryFigureOfMessyLives() {
    trial(RandomJournal.ofLives(SEED, 600), MessyHistory.FIRST_DAY.minusDays(5));
  }

  private static void trial(RandomJournal journal, LocalDate firstDay) {
    TestDatabase database = TestDatabase.create();
    List<JournalEntry> entries = journal.wire();
    database.project(
        entries.stream().filter(entry -> !entry.getPostings().isEmpty()).toList(),
        journal.cells(),
        entries.stream().filter(entry -> entry.getStatus() != null).toList(),
        List.of(),
        List.of());
    try (HikariDataSource pool = database.pool()) {
      new Trial(journal, firstDay, new PostgresReadModel(pool, 1)).run();
    }
  }

  /** Random cells of one journal, each compared with a count of its dossiers one by one. */
  private static final class Trial {
    private final Random random = new Random(SEED);
    private final RandomJournal journal;
    private final LocalDate firstDay;
    private final List<Account> accounts;
    private final DrillDown drillDown;

    Trial(RandomJournal journal, LocalDate firstDay, ReadModel readModel) {
      this.journal = journal;
      this.firstDay = firstDay;
      this.accounts =
          journal.all().stream().map(DrillDownIT::account).distinct().collect(Collectors.toList());
      this.drillDown = new DrillDown(readModel, REFERENCE);
    }

    void run() {
      int listed = 0;
      for (int number = 0; number < QUERIES; number++) {
        ReportRequest report = report();
        String unit = random.nextBoolean() ? null : pickUnit(report);
        String part = report.by() == Breakdown.NONE ? null : part(pick(accounts), report.by());
        Map<Place, ReportRow> added = added(report, unit, part);
        Map<Place, ReportRow> byBook = byBook(report, unit, part);
        LocalDate after = random.nextBoolean() ? null : earlier(report);
        Map<Place, ReportRow> before =
            after == null ? Map.of() : added(known(report, after), unit, part);
        for (Column column : Column.values()) {
          Map<Place, ReportRow> rows =
              after != null || unit == null && TRANSFERS.contains(column) ? added : byBook;
          listed += check(new CellRequest(report, unit, part, column, after), rows, before);
        }
      }
      assertTrue(listed > QUERIES, "seed " + SEED + ": nothing was listed");
    }

    private LocalDate earlier(ReportRequest report) {
      LocalDate cut = report.knownOn() == null ? firstDay.plusDays(60) : report.knownOn();
      return cut.minusDays(1 + random.nextInt(30));
    }

    private static ReportRequest known(ReportRequest report, LocalDate on) {
      return new ReportRequest(report.scope(), report.from(), report.to(), on, report.by());
    }

    private int check(
        CellRequest request, Map<Place, ReportRow> rows, Map<Place, ReportRow> before) {
      String name = "seed " + SEED + ", " + request;
      Map<Place, Long> expected = new HashMap<>();
      rows.forEach(
          (key, row) -> {
            long was = before.containsKey(key) ? request.column().of(before.get(key)) : 0;
            if (request.column().of(row) != was) {
              expected.put(key, request.column().of(row) - was);
            }
          });

      CellDossiers found = drillDown.dossiers(request, 0, ALL_OF_THEM);

      boolean byBook = rows.keySet().stream().noneMatch(place -> place.unit.isEmpty());
      assertEquals(expected, counts(found.rows(), byBook), name);
      assertEquals(expected.values().stream().mapToLong(n -> n).sum(), found.figure(), name);
      assertEquals(OptionalLong.of(expected.size()), found.dossiers(), name);
      for (CellDossier row : found.rows()) {
        assertEquals(
            row.count(), row.causes().stream().mapToLong(PostingLine::count).sum(), name + row);
      }
      assertEquals(found.rows(), pages(request, found), name);
      return expected.size();
    }

    private List<CellDossier> pages(CellRequest request, CellDossiers whole) {
      int size = 1 + whole.rows().size() / 2;
      List<CellDossier> rows = new ArrayList<>();
      for (int offset = 0; offset <= whole.rows().size(); offset += size) {
        CellDossiers page = drillDown.dossiers(request, offset, size);
        assertEquals(whole.figure(), page.figure());
        assertEquals(whole.figure(), page.listed());
        rows.addAll(page.rows());
        assertEquals(rows.size() < whole.rows().size(), page.more());
        assertTrue(page.more() || page.dossiers().equals(whole.dossiers()));
      }
      return rows;
    }

    /** As the total adds dossiers up: a move between units of the scope counts for nothing. */
    private Map<Place, ReportRow> added(ReportRequest request, String unit, String part) {
      return rows("", unit == null ? units(request) : raw(unit), request, part);
    }

    private Map<Place, ReportRow> byBook(ReportRequest request, String unit, String part) {
      Map<Place, ReportRow> rows = new HashMap<>();
      for (String book : unit == null ? units(request) : raw(unit)) {
        rows.putAll(rows(TREE.displayCode(book), Set.of(book), request, part));
      }
      return rows;
    }

    private Set<String> units(ReportRequest request) {
      Scope scope = TREE.scope(request.scope(), request.to());
      return accounts.stream()
          .map(Account::unit)
          .filter(scope::includes)
          .collect(Collectors.toSet());
    }

    private static Set<String> raw(String unit) {
      return Set.of(TREE.rawCode(unit));
    }

    private Map<Place, ReportRow> rows(
        String place, Set<String> units, ReportRequest request, String part) {
      Map<Place, ReportRow> rows = new HashMap<>();
      journal
          .byDossier()
          .forEach(
              (key, postings) ->
                  rows.put(
                      new Place(place, key),
                      new BruteRecount(
                              postings,
                              units,
                              account -> part == null || part.equals(part(account, request.by())),
                              request.from(),
                              request.to(),
                              request.knownOn())
                          .row()));
      return rows;
    }

    private ReportRequest report() {
      LocalDate from = firstDay.plusDays(random.nextInt(40));
      return new ReportRequest(
          pick(List.of("ALL", "ALL", "H1", "H10", "UNKNOWN/X?1")),
          from,
          from.plusDays(random.nextInt(40)),
          random.nextBoolean() ? null : from.plusDays(random.nextInt(50) - 5),
          pick(List.of(Breakdown.values())));
    }

    private String pickUnit(ReportRequest request) {
      Scope scope = TREE.scope(request.scope(), request.to());
      List<String> inside =
          accounts.stream().map(Account::unit).filter(scope::includes).distinct().toList();
      return inside.isEmpty() ? null : TREE.displayCode(pick(inside));
    }

    private <T> T pick(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }
  }

  private static Account account(Posting posting) {
    return switch (posting.entry()) {
      case Posting.Entry.Count count -> count.account();
      case Posting.Entry.Move move -> move.toAccount();
    };
  }

  private static String part(Account account, Breakdown by) {
    return switch (by) {
      case NONE -> "";
      case FIELD -> Objects.requireNonNullElse(account.field(), "");
      case PROCEDURE -> Objects.requireNonNullElse(account.procedure(), "");
    };
  }

  /**
   * @param unit in whose book a dossier is listed, as printed; empty: in all of them together
   */
  private record Place(String unit, DossierKey dossier) {}

  private static Map<Place, Long> counts(List<CellDossier> rows, boolean byBook) {
    Map<Place, Long> counts = new HashMap<>();
    rows.forEach(
        row ->
            counts.put(
                new Place(byBook ? row.unit() : "", new DossierKey(row.source(), row.dossierId())),
                row.count()));
    assertEquals(rows.size(), counts.size(), "a dossier is listed once");
    return counts;
  }

  @Test
  void shouldPrintTheFiguresOfTheReport() {
    RandomJournal journal = new RandomJournal(SEED, 300);
    TestDatabase database = TestDatabase.create();
    database.project(journal.wire(), journal.cells(), List.of(), List.of(), List.of());
    try (HikariDataSource pool = database.pool()) {
      assertPrinted(new PostgresReadModel(pool, 1));
    }
  }

  private static void assertPrinted(ReadModel readModel) {
    DrillDown drillDown = new DrillDown(readModel, REFERENCE);
    for (Breakdown by : Breakdown.values()) {
      ReportRequest request = request("ALL", by);
      Report report =
          new Reports(readModel, REFERENCE, InstantSource.fixed(Instant.EPOCH)).draw(request);
      Set<String> units = new HashSet<>();
      for (PrintedRow row : report.rows()) {
        String part = by == Breakdown.NONE ? null : row.part();
        units.add(row.unit());
        for (Column column : Column.values()) {
          CellDossiers cell =
              drillDown.dossiers(new CellRequest(request, row.unit(), part, column), 0, 1);
          assertEquals(column.of(row.figures()), cell.figure(), SEED + " " + row + " " + column);
        }
      }
      assertEquals(6, units.size());
    }
  }

  @Test
  void shouldNameTheUnitWhereAMovedDossierStands() {
    TestDatabase database = TestDatabase.create();
    Account first = new Account("H1.1", "DD", "1.1", Channel.DIRECT);
    Account second = first.in("H1.2");
    DrillDown drillDown =
        drillDown(
            database,
            move(first, Bucket.NONE, first, Bucket.OPEN_IN_TIME, "2024-07-01", "e1"),
            move(first, Bucket.OPEN_IN_TIME, second, Bucket.OPEN_IN_TIME, "2024-07-02", "e2"));

    CellDossiers open =
        drillDown.dossiers(
            new CellRequest(request("H1", Breakdown.NONE), null, null, Column.OPEN_IN_TIME), 0, 9);
    CellDossiers moved =
        drillDown.dossiers(
            new CellRequest(request("H1", Breakdown.NONE), "H1.2", null, Column.TRANSFERRED_IN),
            0,
            9);
    CellDossiers inside =
        drillDown.dossiers(
            new CellRequest(request("H1", Breakdown.NONE), null, null, Column.TRANSFERRED_IN),
            0,
            9);

    assertEquals("H1.2", open.rows().getFirst().unit());
    assertEquals(List.of("e2"), causes(open));
    assertEquals(List.of("e2"), causes(moved));
    assertEquals("H1.1", moved.rows().getFirst().causes().getFirst().counterpart());
    assertEquals(0, inside.figure());
  }

  @Test
  void shouldLeaveOutWhatWasReversedAndCountWhatHappenedTwice() {
    Account account = new Account("H1.1", null, null, Channel.DIRECT);
    Posting close =
        move(account, Bucket.OPEN_OVERDUE, account, Bucket.CLOSED_LATE, "2024-07-03", "c1");
    Posting again =
        move(account, Bucket.OPEN_OVERDUE, account, Bucket.CLOSED_LATE, "2024-07-05", "c2");
    Posting wrong =
        move(account, Bucket.OPEN_OVERDUE, account, Bucket.CLOSED_LATE, "2024-07-06", "c3");
    DrillDown drillDown = drillDown(TestDatabase.create(), close, again, wrong, wrong.reversed());

    CellDossiers late =
        drillDown.dossiers(
            new CellRequest(request("ALL", Breakdown.NONE), null, null, Column.CLOSED_LATE), 0, 9);

    assertEquals(2, late.figure());
    assertEquals(OptionalLong.of(1), late.dossiers());
    assertEquals(2, late.rows().getFirst().count());
    assertEquals(List.of("c1", "c2"), causes(late));
  }

  @Test
  void shouldGiveNoListThatDoesNotAddUp() {
    TestDatabase database = TestDatabase.create();
    database.project(
        List.of(),
        List.of(
            new Sourced<>(TestRecords.cell("H1.1", "2024-07-01", Measure.CLOSED_LATE, 1), 0, 1)),
        List.of(),
        List.of(),
        List.of());
    DrillDown drillDown =
        new DrillDown(new PostgresReadModel(database.application(), 1), REFERENCE);
    CellRequest behind =
        new CellRequest(request("ALL", Breakdown.NONE), null, null, Column.CLOSED_LATE);
    CellRequest outside =
        new CellRequest(request("H1", Breakdown.NONE), "H2", null, Column.CLOSED_LATE);

    assertThrows(JournalBehindException.class, () -> drillDown.dossiers(behind, 0, 9));
    assertThrows(UnitOutsideScopeException.class, () -> drillDown.dossiers(outside, 0, 9));
  }

  private static ReportRequest request(String scope, Breakdown by) {
    return new ReportRequest(
        scope, LocalDate.parse("2024-07-01"), LocalDate.parse("2024-07-31"), null, by);
  }

  private static Posting move(
      Account from, Bucket fromBucket, Account to, Bucket toBucket, String day, String cause) {
    LocalDate date = LocalDate.parse(day);
    return new Posting(
        new Posting.Entry.Move(from, fromBucket, to, toBucket), 1, date, date, cause);
  }

  private static DrillDown drillDown(TestDatabase database, Posting... postings) {
    RandomJournal journal = RandomJournal.of(List.of(postings));
    database.project(journal.wire(), journal.cells(), List.of(), List.of(), List.of());
    return new DrillDown(new PostgresReadModel(database.application(), 1), REFERENCE);
  }

  private static List<String> causes(CellDossiers cell) {
    return cell.rows().stream()
        .flatMap(row -> row.causes().stream())
        .map(PostingLine::cause)
        .toList();
  }
}
