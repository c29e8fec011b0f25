package motcua.audit.recount;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import motcua.core.calendar.CalendarRow;
import motcua.core.interpretation.Interpretation;
import motcua.core.interpretation.SeenSighting;
import motcua.schemas.events.DossierEvent;

/**
 * One dossier recounted. A cell holds what became known on one day, so all that is needed is what
 * was known at the end of each day: the figures of a day of knowledge are those at its end less
 * those at the end of the day before (ledger.md 4, summed over the instants of a day). A day counts
 * on which something was recorded, on which a row of the calendar became known, or on which a due
 * day that held has just run out.
 */
public final class DossierRecount {
  private static final Comparator<Statement> REVISIONS =
      Comparator.comparing(Statement::claimedAt)
          .thenComparing(statement -> statement.content().getBytes(UTF_8), Arrays::compareUnsigned);

  private final String dossierId;
  private final RecountRules rules;
  private final List<Statement> statements;

  private DossierRecount(String dossierId, RecountRules rules, List<Statement> statements) {
    this.dossierId = dossierId;
    this.rules = rules;
    this.statements = statements;
  }

  /**
   * What a dossier adds to the ledger.
   *
   * @param records every readable record of the log that concerns it: its sightings, and all
   *     revisions of each event of which some revision names it; in any order, doubled or not
   */
  public static List<Entry> of(
      String source, String dossierId, Collection<DossierEvent> records, RecountRules rules) {
    List<Statement> statements = new ArrayList<>();
    List<SeenSighting> sightings = new ArrayList<>();
    for (DossierEvent record : records) {
      if (record.getSighting() == null) {
        statements.add(Statements.of(record));
      } else {
        sightings.add(Sightings.of(record));
      }
    }
    if (!sightings.isEmpty()) {
      Interpretation.interpret(source, dossierId, sightings, rules.units())
          .revisions()
          .forEach(revision -> statements.add(Statements.of(revision)));
    }
    statements.sort(REVISIONS);
    return new DossierRecount(dossierId, rules, statements).entries();
  }

  private List<Entry> entries() {
    TreeSet<LocalDate> days = new TreeSet<>();
    statements.forEach(statement -> days.add(LocalTimes.day(statement.recordedAt())));
    if (days.isEmpty()) {
      return List.of();
    }
    LocalDate clockDay = days.last().isAfter(rules.clockDay()) ? days.last() : rules.clockDay();
    addCalendarDays(days, clockDay);
    List<Entry> entries = new ArrayList<>();
    Map<DossierLife.Place, long[]> before = Map.of();
    while (!days.isEmpty()) {
      LocalDate day = days.pollFirst();
      DossierLife life = new DossierLife(knownAtTheEndOf(day), day, rules);
      addDifference(before, life.figures(), day, entries);
      before = life.figures();
      for (LocalDate dueDay : life.dueDays()) {
        LocalDate overdueDay = dueDay.plusDays(1);
        if (overdueDay.isAfter(day) && !overdueDay.isAfter(clockDay)) {
          days.add(overdueDay);
        }
      }
    }
    return entries;
  }

  private void addCalendarDays(TreeSet<LocalDate> days, LocalDate clockDay) {
    rules.calendar().rows().stream()
        .map(CalendarRow::recordedAt)
        .filter(day -> day != null && day.isAfter(days.first()) && !day.isAfter(clockDay))
        .toList()
        .forEach(days::add);
  }

  /** The events in force at the end of a day: known, not retracted, of this dossier, in order. */
  private List<Statement> knownAtTheEndOf(LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(LocalTimes.ZONE).toInstant();
    Map<String, Statement> holding = new HashMap<>();
    for (Statement statement : statements) {
      if (statement.recordedAt().isBefore(end)) {
        holding.put(statement.eventId(), statement); // sorted: the last one holds
      }
    }
    return holding.values().stream()
        .filter(statement -> !statement.retracted() && dossierId.equals(statement.dossierId()))
        .sorted(
            Comparator.comparing(Statement::occurredAt)
                .thenComparing(statement -> Statement.TYPES.indexOf(statement.type()))
                .thenComparing(
                    statement -> statement.eventId().getBytes(UTF_8), Arrays::compareUnsigned))
        .toList();
  }

  private static void addDifference(
      Map<DossierLife.Place, long[]> before,
      Map<DossierLife.Place, long[]> after,
      LocalDate knownOn,
      List<Entry> entries) {
    long[] nothing = new long[Figures.COLUMNS.size()];
    TreeSet<DossierLife.Place> places = new TreeSet<>(DossierLife.Place.ORDER);
    places.addAll(before.keySet());
    places.addAll(after.keySet());
    for (DossierLife.Place place : places) {
      long[] was = before.getOrDefault(place, nothing);
      long[] is = after.getOrDefault(place, nothing);
      for (int figure = 0; figure < nothing.length; figure++) {
        if (is[figure] != was[figure]) {
          entries.add(new Entry(place.knownOn(knownOn), figure, is[figure] - was[figure]));
        }
      }
    }
  }
}
