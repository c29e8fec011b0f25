package motcua.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import motcua.audit.recount.Cell;
import motcua.audit.recount.Figures;
import motcua.audit.recount.RecountRules;
import motcua.codec.EventCodec;
import motcua.codec.EventRevision;
import motcua.core.calendar.CalendarRow;
import motcua.core.calendar.VietnamDay;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.dossier.Revision;
import motcua.core.journal.Journal;
import motcua.core.ledger.LedgerCell;
import motcua.core.ledger.Leg;
import motcua.core.ledger.Legs;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Posting;
import motcua.core.policy.Policy;
import motcua.core.policy.Rules;
import motcua.core.unit.UnitResolver;
import motcua.reference.ReferenceLoader;
import motcua.schemas.events.DossierEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two tellings of ledger.md, written apart, give the same cells: the product's core and the audit's
 * recount. Replay with {@code -Dmotcua.seed}.
 */
class RecountPropertyTest {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int LOGS = 2_000;
  private static final WorkingCalendar CALENDAR =
      ReferenceLoader.load(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty())
          .calendar();

  /** Tết 2024 decided while it runs, and Saturdays worked and taken back. */
  private static final WorkingCalendar DECIDED = decided();

  @TempDir Path folder;

  @Test
  void shouldGiveTheCellsOfTheCore() throws Exception {
    System.out.println("motcua.seed=" + SEED);
    Random seeds = new Random(SEED);
    long cells = 0;
    for (int i = 0; i < LOGS; i++) {
      long seed = i == 0 ? SEED : seeds.nextLong();
      Random random = new Random(seed);
      List<DossierEvent> records = RandomLog.draw(random);
      Policy policy = policy(random);
      Instant clock =
          Instant.parse("2024-02-20T05:00:00Z").plusSeconds(random.nextInt(40 * 86_400));

      Rules rules = new Rules(policy, random.nextBoolean() ? CALENDAR : DECIDED);

      Map<Cell, List<Long>> core = core(records, rules, clock);

      assertEquals(text(core), text(recount(records, rules, clock)), "seed of the log: " + seed);
      cells += core.size();
    }
    assertTrue(cells > LOGS * 5L, "histories are too poor: " + cells + " cells");
  }

  private static WorkingCalendar decided() {
    List<CalendarRow> rows = new ArrayList<>(CALENDAR.rows());
    rows.replaceAll(
        row ->
            row.date().getYear() == 2024
                ? new CalendarRow(row.date(), row.kind(), LocalDate.parse("2024-02-06"))
                : row);
    for (int saturday = 3; saturday < 29; saturday += 7) {
      LocalDate day = LocalDate.of(2024, 2, saturday);
      rows.add(new CalendarRow(day, CalendarRow.Kind.WORK, LocalDate.parse("2024-02-12")));
      rows.add(new CalendarRow(day, CalendarRow.Kind.OFF, LocalDate.parse("2024-02-23")));
    }
    return new WorkingCalendar(rows);
  }

  private static Policy policy(Random random) {
    return new Policy(
        "random",
        pick(Policy.Timeliness.values(), random),
        pick(Policy.Closes.values(), random),
        pick(Policy.Supplement.values(), random));
  }

  private static <T> T pick(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }

  private Map<Cell, List<Long>> recount(List<DossierEvent> records, Rules rules, Instant clock)
      throws Exception {
    LocalDate day = VietnamDay.of(clock);
    FakeEventLog log = new FakeEventLog(day);
    records.forEach(log::add);
    Path own = Files.createTempDirectory(folder, "audit");
    Map<Cell, long[]> sums = new HashMap<>();
    var recount = new RecountRules(rules.policy(), rules.calendar(), UnitResolver.NONE, day);
    try (Gathering gathered = new Gathering(log, log.settle(), recount, own)) {
      for (int file = 0; file < gathered.files(); file++) {
        gathered.entries(
            file,
            owned ->
                sums.computeIfAbsent(
                            owned.entry().cell(), cell -> new long[Figures.COLUMNS.size()])[
                        owned.entry().figure()] +=
                    owned.entry().count());
      }
    }
    try (var left = Files.list(own)) {
      assertEquals(List.of(), left.toList());
    }
    return listed(sums);
  }

  /** By the product's own core, each dossier with all revisions of the events that named it. */
  private static Map<Cell, List<Long>> core(
      List<DossierEvent> records, Rules rules, Instant clock) {
    Map<String, List<EventRevision>> byEvent = new TreeMap<>();
    for (DossierEvent record : records) {
      EventRevision revision = EventCodec.toRevision(record);
      byEvent.computeIfAbsent(revision.eventId(), id -> new ArrayList<>()).add(revision);
    }
    Map<String, List<Revision>> byDossier = new TreeMap<>();
    for (List<EventRevision> revisions : byEvent.values()) {
      Set<String> named = new LinkedHashSet<>();
      revisions.forEach(revision -> named.add(revision.dossierId()));
      named.remove(null);
      for (String dossier : named) {
        for (EventRevision revision : new LinkedHashSet<>(revisions)) {
          byDossier
              .computeIfAbsent(dossier, id -> new ArrayList<>())
              .add(revision.toRevision(revision.content("s")));
        }
      }
    }
    Map<Cell, long[]> sums = new HashMap<>();
    byDossier.forEach(
        (dossier, revisions) ->
            Journal.of(revisions, dossier, clock, rules)
                .postings()
                .forEach(posting -> add(posting, sums)));
    return listed(sums);
  }

  private static void add(Posting posting, Map<Cell, long[]> sums) {
    for (Leg leg : Legs.of(posting)) {
      LedgerCell cell = LedgerCell.of(leg, posting);
      Cell key =
          new Cell(
              cell.unit(),
              cell.field() == null ? "" : cell.field(),
              cell.counterpartUnit() == null ? "" : cell.counterpartUnit(),
              cell.countsOn(),
              cell.knownOn());
      leg.amounts().addTo(sums.computeIfAbsent(key, c -> new long[Measure.COUNT]));
    }
  }

  /** Cells that are not all zero. */
  private static Map<Cell, List<Long>> listed(Map<Cell, long[]> sums) {
    Map<Cell, List<Long>> listed = new HashMap<>();
    sums.forEach(
        (cell, figures) -> {
          List<Long> list = Arrays.stream(figures).boxed().toList();
          if (list.stream().anyMatch(figure -> figure != 0)) {
            listed.put(cell, list);
          }
        });
    return listed;
  }

  private static String text(Map<Cell, List<Long>> cells) {
    List<String> lines = new ArrayList<>();
    cells.forEach((cell, figures) -> lines.add(cell + " " + figures));
    lines.sort(null);
    return String.join("\n", lines);
  }
}
