package motcua.readmodel.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Period;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.readmodel.LiveData;
import motcua.readmodel.LivePosition;
import motcua.readmodel.LiveQuery;
import motcua.readmodel.ReportQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Figures of now are the report's, whatever is closed and however scopes lie. */
class LiveReadModelIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int DAYS = 200;
  private static final int QUESTIONS = 12;
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent,level,validFrom,validTo,successor,headName,headEmail
              H,Tỉnh,,tinh,,,,,
              H1,Huyện Một,H,huyen,,,,,
              H1.1,Xã Một,H1,xa,,,,,
              H1.2,Xã Hai,H1,xa,,,,,
              H10,Huyện Mười,H,huyen,,,,,
              H2,Huyện Hai,H,huyen,,,,,
              """)
          .orElseThrow();
  private static final List<String> CODES =
      List.of("ALL", "H", "H1", "H1.1", "H10", "H2", "UNKNOWN/X?1");
  private static final RandomJournal JOURNAL = new RandomJournal(SEED, 800, DAYS, 40);
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final HikariDataSource POOL = DATABASE.pool();
  private static final PostgresLiveReadModel LIVE = new PostgresLiveReadModel(POOL, 1);
  private static final PostgresReadModel READ_MODEL = new PostgresReadModel(POOL, 1);

  @BeforeAll
  static void write() {
    System.out.println("motcua.seed=" + SEED);
    DATABASE.project(JOURNAL.wire(), JOURNAL.cells(), List.of(), List.of(), List.of());
  }

  @AfterAll
  static void close() {
    POOL.close();
  }

  @Test
  void shouldSayOfEveryScopeWhatItsReportSays() throws Exception {
    Random random = new Random(SEED);
    check(random);
    new PostgresClosing(POOL, 1).closeThrough(day(random));
    check(random);
    new PostgresClosing(POOL, 1).closeThrough(RandomJournal.FIRST_DAY.plusDays(DAYS));
    check(random);
  }

  private static void check(Random random) {
    for (int number = 0; number < QUESTIONS; number++) {
      LocalDate today = day(random);
      List<Scope> scopes = CODES.stream().map(code -> TREE.scope(code, today)).toList();
      List<Period> spans = spans(random, today);

      LiveData data = LIVE.figures(new LiveQuery(scopes, today, Instant.EPOCH, spans));

      for (Scope scope : scopes) {
        String name = "seed " + SEED + ", " + scope.code() + " on " + today;
        var figures = data.scopes().get(scope.code());
        assertEquals(report(scope, new Period(today, today)), figures.today(), name);
        assertEquals(
            spans.stream().map(span -> Ratio.LATE.of(report(scope, span))).toList(),
            figures.late(),
            name + " " + spans);
      }
      checkFlows(scopes.get(random.nextInt(scopes.size())), flowSpans(random, today));
    }
  }

  private static void checkFlows(Scope scope, List<Period> spans) {
    for (Ratio ratio : List.of(Ratio.ON_TIME, Ratio.COMPONENTS_DIGITISED, Ratio.PAID_ONLINE)) {
      assertEquals(
          spans.stream().map(span -> ratio.of(report(scope, span))).toList(),
          LIVE.flows(scope, spans, ratio),
          "seed %d, %s of %s in %s".formatted(SEED, ratio, scope.code(), spans));
    }
  }

  /** Single days, at times after a long span. */
  private static List<Period> flowSpans(Random random, LocalDate today) {
    LocalDate first = today.minusDays(random.nextInt(30));
    List<Period> spans = new ArrayList<>();
    if (random.nextBoolean()) {
      spans.add(new Period(first.minusDays(40 + random.nextInt(100)), first.minusDays(1)));
    }
    first.datesUntil(today.plusDays(1)).forEach(day -> spans.add(new Period(day, day)));
    return spans;
  }

  private static List<Period> spans(Random random, LocalDate today) {
    LocalDate second = today.minusDays(random.nextInt(60));
    LocalDate first = second.minusDays(1 + random.nextInt(60));
    return List.of(new Period(first, second.minusDays(1)), new Period(second, today));
  }

  private static ReportRow report(Scope scope, Period period) {
    return READ_MODEL
        .report(new ReportQuery(scope, period.from(), period.to(), null, Breakdown.NONE))
        .total();
  }

  private static LocalDate day(Random random) {
    return RandomJournal.FIRST_DAY.plusDays(random.nextInt(DAYS + 40));
  }

  @Test
  void shouldMoveWithEveryBatch() {
    TestDatabase database = TestDatabase.create();
    var live = new PostgresLiveReadModel(database.application(), 1);
    LivePosition empty = live.position();

    database.append(0, List.of(TestRecords.received("H1", "D1", "2024-09-02")));

    assertEquals(new LivePosition(0, -1), empty);
    assertNotEquals(empty, live.position());
    assertEquals(live.position(), live.position());
    assertTrue(live.toldAfter(-1, 10).isEmpty());
  }
}
