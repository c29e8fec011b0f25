package motcua.readmodel.postgres;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.dossier.DossierKey;
import motcua.core.ledger.Account;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Posting;
import motcua.core.ledger.ReportRow;
import motcua.core.policy.Policy;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.readmodel.MarkLine;
import motcua.readmodel.ReportData;
import motcua.readmodel.ReportQuery;
import motcua.readmodel.Sourced;
import motcua.report.Reference;
import motcua.report.Report;
import motcua.report.ReportJson;
import motcua.report.ReportRequest;
import motcua.report.Reports;
import motcua.report.UnbalancedReportException;
import motcua.report.UnknownScopeException;
import motcua.schemas.internal.LedgerEntry;
import motcua.testing.BruteRecount;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReportIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int QUERIES = 40;
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-09-14T17:00:00Z"));
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
  private static final RandomJournal JOURNAL = new RandomJournal(SEED, 800);
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final PostgresReadModel READ_MODEL =
      new PostgresReadModel(DATABASE.application(), 1);

  @BeforeAll
  static void write() {
    System.out.println("motcua.seed=" + SEED);
    DATABASE.project(JOURNAL.wire(), JOURNAL.cells(), List.of(), List.of(), List.of());
  }

  @Test
  void shouldAgreeWithARecountOfTheJournal() {
    Random random = new Random(SEED);
    for (int number = 0; number < QUERIES; number++) {
      LocalDate from = RandomJournal.FIRST_DAY.plusDays(random.nextInt(RandomJournal.DAYS));
      LocalDate to = from.plusDays(random.nextInt(30));
      LocalDate cut = random.nextBoolean() ? null : from.plusDays(random.nextInt(40));
      String code = List.of("ALL", "H1", "H1.1", "H10", "UNKNOWN/X?1").get(random.nextInt(5));
      Breakdown by = Breakdown.values()[random.nextInt(3)];
      ReportQuery query = new ReportQuery(TREE.scope(code, to), from, to, cut, by);

      ReportData data = READ_MODEL.report(query);

      String name =
          "seed " + SEED + ", " + code + " " + from + " to " + to + " cut " + cut + " " + by;
      assertEquals(expectedRows(query), actualRows(data), name);
      assertEquals(
          new BruteRecount(JOURNAL.all(), inside(query.scope()), any -> true, from, to, cut).row(),
          data.total(),
          name);
      assertTrue(data.total().isBalanced(), name);
    }
  }

  private static Map<List<String>, ReportRow> expectedRows(ReportQuery query) {
    Map<List<String>, ReportRow> rows =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (String unit : inside(query.scope())) {
      for (String part : parts(query.by())) {
        ReportRow row =
            new BruteRecount(
                    JOURNAL.all(),
                    Set.of(unit),
                    account -> partOf(query.by()).apply(account).equals(part),
                    query.from(),
                    query.to(),
                    query.knownOn())
                .row();
        if (!row.isEmpty()) {
          rows.put(List.of(unit, part), row);
        }
      }
    }
    return rows;
  }

  private static Map<List<String>, ReportRow> actualRows(ReportData data) {
    Map<List<String>, ReportRow> rows =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    data.lines().stream()
        .filter(line -> !line.figures().isEmpty())
        .forEach(line -> rows.put(List.of(line.unit(), line.part()), line.figures()));
    return rows;
  }

  private static Set<String> inside(Scope scope) {
    return RandomJournal.UNITS.stream()
        .filter(scope::includes)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> parts(Breakdown by) {
    return switch (by) {
      case NONE -> List.of("");
      case FIELD -> List.of("DD", "HT", "");
      case PROCEDURE -> List.of("1.1", "1.2", "");
    };
  }

  private static Function<Account, String> partOf(Breakdown by) {
    return switch (by) {
      case NONE -> account -> "";
      case FIELD -> account -> account.field() == null ? "" : account.field();
      case PROCEDURE -> account -> account.procedure() == null ? "" : account.procedure();
    };
  }

  @Test
  void shouldMarkTheDossiersThatStandInAnUnknownUnitOnTheCut() {
    LocalDate cut = RandomJournal.FIRST_DAY.plusDays(30);
    ReportQuery query =
        new ReportQuery(TREE.scope("ALL", cut), RandomJournal.FIRST_DAY, cut, cut, Breakdown.NONE);

    Set<MarkLine> marks = Set.copyOf(READ_MODEL.report(query).unknownUnits());

    assertEquals(unknownOn(cut), marks, "seed " + SEED);
    assertFalse(marks.isEmpty());
  }

  private static Set<MarkLine> unknownOn(LocalDate cut) {
    Set<MarkLine> marks = new HashSet<>();
    for (Map.Entry<DossierKey, List<Posting>> dossier : JOURNAL.byDossier().entrySet()) {
      Map<List<Object>, Integer> net = new java.util.HashMap<>();
      for (Posting posting : dossier.getValue()) {
        if (!posting.knownOn().isAfter(cut) && touches(posting, "X?1")) {
          net.merge(
              List.of(posting.entry(), posting.countsOn(), posting.cause()),
              posting.count(),
              Integer::sum);
        }
      }
      if (net.values().stream().anyMatch(count -> count != 0)) {
        marks.add(
            new MarkLine(
                "X?1",
                dossier.getKey().source(),
                dossier.getKey().dossierId(),
                "UNKNOWN_UNIT",
                "X?1"));
      }
    }
    return marks;
  }

  private static boolean touches(Posting posting, String unit) {
    return switch (posting.entry()) {
      case Posting.Entry.Count count -> count.account().unit().equals(unit);
      case Posting.Entry.Move move ->
          move.fromAccount().unit().equals(unit) || move.toAccount().unit().equals(unit);
    };
  }

  @Test
  void shouldGiveTheSameBytesForTheSameCutAndPrintUnknownUnitsAsSuch() {
    ReportRequest request =
        new ReportRequest(
            "ALL",
            RandomJournal.FIRST_DAY,
            RandomJournal.FIRST_DAY.plusDays(20),
            RandomJournal.FIRST_DAY.plusDays(25),
            Breakdown.NONE);

    Report first = reports(DATABASE, CLOCK).draw(request);
    Report second = reports(DATABASE, InstantSource.system()).draw(request);

    assertArrayEquals(ReportJson.canonicalBytes(first), ReportJson.canonicalBytes(second));
    assertEquals(
        List.of("H1", "H1.1", "H1.2", "H10", "H2", "UNKNOWN/X?1"),
        first.rows().stream().map(row -> row.unit()).toList());
    assertEquals("Xã Một", first.rows().get(1).name());
    assertEquals("", first.rows().getLast().name());
    assertThrows(
        UnknownScopeException.class,
        () ->
            reports(DATABASE, CLOCK)
                .draw(new ReportRequest("H7", request.from(), request.to(), null, Breakdown.NONE)));
  }

  @Test
  void shouldPrintTheContractsJson() {
    TestDatabase database = TestDatabase.create();
    database.project(
        List.of(TestRecords.received("H1.1", "D1", "2024-07-01")),
        List.of(
            new Sourced<>(cell("2024-07-01", Measure.RECEIVED_ONLINE, Measure.OPEN_IN_TIME), 0, 1)),
        List.of(
            TestRecords.status(
                "D1",
                Bucket.OPEN_IN_TIME,
                TestRecords.mark("NO_DUE", "2024-07-01", "2024-07-03"),
                TestRecords.mark("CODE_ODD", "2024-07-01", null))),
        List.of(),
        List.of(
            TestRecords.deadLetter("f2", "B", "line 1"),
            TestRecords.deadLetter("f1", "C", "line 2")));

    Report report =
        reports(database, CLOCK)
            .draw(
                new ReportRequest(
                    "ALL",
                    LocalDate.parse("2024-07-01"),
                    LocalDate.parse("2024-07-31"),
                    LocalDate.parse("2024-07-02"),
                    Breakdown.FIELD));

    String zeros =
        "\"transferredIn\":0,\"transferredOut\":0,\"closedEarly\":0,\"closedOnTime\":0,\"closedLate\":0,\"closedUndated\":0,\"refused\":0,\"withdrawn\":0,"
            + "\"openInTime\":1,\"openOverdue\":0,\"openUndated\":0,\"suspended\":0,\"componentsDigitised\":0,\"componentsPartial\":0,\"resultsDigitised\":0,"
            + "\"feePaid\":0,\"feePaidOnline\":0,\"lateApologised\":0,\"lateFirstDue\":0,\"sameDay\":0,"
            + "\"ratios\":{\"onTime\":{\"numerator\":0,\"denominator\":0},\"late\":{\"numerator\":0,\"denominator\":0},"
            + "\"overdueOpen\":{\"numerator\":0,\"denominator\":1},\"componentsDigitised\":{\"numerator\":0,\"denominator\":1},"
            + "\"resultsDigitised\":{\"numerator\":0,\"denominator\":0},\"online\":{\"numerator\":1,\"denominator\":1},"
            + "\"paidOnline\":{\"numerator\":0,\"denominator\":0},\"apologised\":{\"numerator\":0,\"denominator\":0}}";
    String figures =
        "\"carriedOver\":0,\"received\":1,\"receivedOnline\":1,\"receivedDirect\":0,\"receivedPostal\":0,"
            + zeros;
    assertEquals(
        "{\"scope\":\"ALL\",\"from\":\"2024-07-01\",\"to\":\"2024-07-31\",\"knownOn\":\"2024-07-02\",\"now\":\"2024-09-15T00:00:00+07:00\","
            + "\"policy\":{\"name\":\"default\",\"timeliness\":\"DAY\",\"closes\":\"COMPLETED_OR_RETURNED\",\"supplement\":\"AS_REPORTED\"},"
            + "\"versions\":{\"unitTree\":\""
            + TREE.version()
            + "\",\"calendar\":\""
            + WorkingCalendar.WEEKDAYS_ONLY.version()
            + "\",\"procedures\":\""
            + ProcedureCatalogue.EMPTY.version()
            + "\"},"
            + "\"rows\":[{\"unit\":\"H1.1\",\"name\":\"Xã Một\",\"field\":\"\","
            + figures
            + "}],"
            + "\"total\":{"
            + figures
            + "},"
            + "\"deadLetters\":[{\"input\":\"a.json\",\"position\":\"line 2\",\"reason\":\"C\",\"fingerprint\":\"f1\"},"
            + "{\"input\":\"a.json\",\"position\":\"line 1\",\"reason\":\"B\",\"fingerprint\":\"f2\"}],"
            + "\"marks\":[{\"unit\":\"UNKNOWN/H23.1\",\"source\":\"h56\",\"dossierId\":\"D1\",\"code\":\"CODE_ODD\",\"detail\":\"d\"},"
            + "{\"unit\":\"UNKNOWN/H23.1\",\"source\":\"h56\",\"dossierId\":\"D1\",\"code\":\"NO_DUE\",\"detail\":\"d\"}]}",
        new String(ReportJson.bytes(report), java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void shouldNotPrintBooksThatDoNotBalance() {
    TestDatabase database = TestDatabase.create();
    database.project(
        List.of(),
        List.of(new Sourced<>(cell("2024-07-01", Measure.RECEIVED_ONLINE), 0, 1)),
        List.of(),
        List.of(),
        List.of());

    assertThrows(
        UnbalancedReportException.class,
        () ->
            reports(database, CLOCK)
                .draw(
                    new ReportRequest(
                        "ALL",
                        LocalDate.parse("2024-07-01"),
                        LocalDate.parse("2024-07-31"),
                        null,
                        Breakdown.NONE)));
  }

  private static LedgerEntry cell(String day, Measure... measures) {
    LedgerEntry entry = TestRecords.cell("H1.1", day, measures[0], 1);
    for (Measure measure : measures) {
      entry.getAmounts().set(measure.ordinal(), 1L);
    }
    return entry;
  }

  private static Reports reports(TestDatabase database, InstantSource clock) {
    return new Reports(
        new PostgresReadModel(database.application(), 1),
        new Reference(
            TREE, WorkingCalendar.WEEKDAYS_ONLY, ProcedureCatalogue.EMPTY, Policy.DEFAULT),
        clock);
  }
}
