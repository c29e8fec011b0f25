package motcua.readmodel.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.AlertInput;
import motcua.core.alert.AlertMachine;
import motcua.core.alert.AlertRule;
import motcua.core.alert.AlertState;
import motcua.core.alert.Transition;
import motcua.core.calendar.VietnamDay;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;
import motcua.readmodel.AlertKind;
import motcua.readmodel.AlertPhase;
import motcua.readmodel.AlertQuery;
import motcua.readmodel.AlertStanding;
import motcua.readmodel.AlertStep;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is read of alerts, beside what the state machine that wrote them knows. */
class AlertReadModelIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 1);
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent
              H1,Huyện Một,
              H1.1,Xã Một,H1
              H1.2,Xã Hai,H1
              H10,Huyện Mười,
              """)
          .orElseThrow();
  private static final List<String> SCOPES =
      List.of("ALL", "H1", "H1.1", "H1.2", "H10", "UNKNOWN/LA");
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final PostgresAlertReadModel ALERTS =
      new PostgresAlertReadModel(DATABASE.application());
  private static final Map<String, AlertState> STATES = new HashMap<>();
  private static final List<Transition> TOLD = new ArrayList<>();

  @BeforeAll
  static void write() {
    System.out.println("motcua.seed=" + SEED);
    Random random = new Random(SEED);
    var rows = new WrittenTransitions(DATABASE);
    Instant now = Instant.parse("2024-07-01T01:00:00Z");
    for (int i = 0; i < 1_500; i++) {
      now = now.plus(Duration.ofMinutes(1 + random.nextInt(300)));
      String scope = SCOPES.get(random.nextInt(SCOPES.size()));
      var decision =
          AlertMachine.decide(
              scope,
              AlertRule.DEFAULT,
              STATES.get(scope),
              input(random, i, now),
              WorkingCalendar.WEEKDAYS_ONLY);
      STATES.put(scope, decision.state());
      decision.transitions().forEach(step -> told(rows, step));
    }
    told(rows, other(Transition.LATE_REWRITTEN, "H1.1", "D1"));
    told(rows, other(Transition.SOURCE_SILENT, "h56", null));
  }

  private static void told(WrittenTransitions rows, Transition step) {
    TOLD.add(step);
    rows.add(step);
  }

  private static AlertInput input(Random random, int i, Instant now) {
    return switch (random.nextInt(10)) {
      case 0 -> new AlertInput.Ticked(now);
      case 1 -> new AlertInput.Heard(random.nextInt(3) == 0, now);
      case 2, 3 -> new AlertInput.Acknowledged("a" + i, now.plus(Duration.ofDays(2)), now);
      case 4 -> new AlertInput.Unacknowledged("a" + i, now);
      default -> {
        LocalDate from = AlertRule.DEFAULT.window().from(VietnamDay.of(now));
        int dated = 20 + random.nextInt(200);
        var figures = new AlertFigures(random.nextInt(1 + dated / 8), dated, 3, 2);
        yield new AlertInput.Observed(figures, from, "e" + i, false, now);
      }
    };
  }

  private static Transition other(String rule, String scope, String dossier) {
    return new Transition(
        rule,
        scope,
        "",
        LocalDate.of(2024, 9, 3),
        1,
        Transition.Kind.RAISED,
        null,
        null,
        AlertFigures.NONE,
        "e",
        Instant.parse("2024-09-03T02:00:00Z"),
        false,
        null,
        dossier);
  }

  @Test
  void shouldKnowWhereEachAlertStandsAsTheMachineDoes() {
    int raised = 0;
    for (String scope : SCOPES) {
      AlertState state = STATES.get(scope);
      String id = String.join("|", state.rule(), scope, state.windowFrom().toString());
      Optional<AlertStanding> standing = ALERTS.find(id);
      assertEquals(state.number() > 0, standing.isPresent(), id);
      standing.ifPresent(alert -> assertStands(state, alert));
      raised += state.isRaised() ? 1 : 0;
    }
    List<AlertStanding> holding = all("ALL", Set.of(AlertKind.LATE), AlertQuery.HOLDING);
    assertEquals(raised, holding.size());
  }

  private static void assertStands(AlertState state, AlertStanding alert) {
    assertEquals(state.number(), alert.last().number());
    assertEquals(state.isRaised(), alert.holds(), alert.toString());
    if (!state.isRaised()) {
      return;
    }
    assertEquals(state.severity(), alert.last().severity(), alert.toString());
    assertEquals(
        Optional.ofNullable(state.ackUntil()),
        alert.acknowledgement().map(AlertStanding.Acknowledgement::until),
        alert.toString());
    AlertPhase phase =
        state.frozen()
            ? AlertPhase.FROZEN
            : state.ackUntil() == null ? AlertPhase.RAISED : AlertPhase.ACKNOWLEDGED;
    assertEquals(phase, alert.phase(), alert.toString());
  }

  @Test
  void shouldGiveEveryTransitionOnceAndInOrder() {
    Map<String, List<Transition>> byAlert = new HashMap<>();
    TOLD.forEach(
        step -> byAlert.computeIfAbsent(step.alert(), alert -> new ArrayList<>()).add(step));
    byAlert.forEach(
        (alert, steps) ->
            assertEquals(
                steps, ALERTS.history(alert).stream().map(AlertStep::transition).toList()));
    Set<AlertPhase> every = EnumSet.allOf(AlertPhase.class);
    assertEquals(byAlert.size(), all("ALL", EnumSet.allOf(AlertKind.class), every).size());
  }

  @Test
  void shouldPageAndCountTheSameAlerts() {
    AlertQuery query =
        new AlertQuery(scope("ALL"), Set.of(AlertKind.LATE), EnumSet.allOf(AlertPhase.class));
    List<AlertStanding> whole = ALERTS.alerts(query, 0, 1_000);
    List<AlertStanding> paged = new ArrayList<>();
    for (int offset = 0; offset < whole.size(); offset += 3) {
      paged.addAll(ALERTS.alerts(query, offset, 3));
    }
    assertTrue(whole.size() > 6, "too few to page: " + whole.size());
    assertEquals(whole, paged);
    assertEquals(whole.size(), ALERTS.count(query));
  }

  @Test
  void shouldKeepAScopeToItsUnitsAndShowASilentSourceEverywhere() {
    Set<AlertPhase> every = EnumSet.allOf(AlertPhase.class);
    Set<AlertKind> kinds = EnumSet.allOf(AlertKind.class);
    assertEquals(Set.of("H1", "H1.1", "H1.2", "h56"), scopes(all("H1", kinds, every)));
    assertEquals(Set.of("H10", "h56"), scopes(all("H10", kinds, every)));
    assertEquals(Set.of("UNKNOWN/LA"), scopes(all("UNKNOWN/LA", Set.of(AlertKind.LATE), every)));
    assertEquals(Set.of("H1.1"), scopes(all("H1", Set.of(AlertKind.REWRITTEN), every)));
    assertEquals(Set.of("h56"), scopes(all("H10", Set.of(AlertKind.SILENT), every)));
    assertEquals(Set.of(), scopes(all("H10", Set.of(AlertKind.REWRITTEN), every)));
  }

  @Test
  void shouldGiveTheHistoryOfAUnitWithoutThoseBelow() {
    List<Transition> latestFirst =
        TOLD.stream().filter(step -> step.scope().equals("H1.1")).toList().reversed();
    List<AlertStep> history = ALERTS.historyOf("H1.1", 0, 1_000);
    assertEquals(latestFirst, history.stream().map(AlertStep::transition).toList());
    assertEquals(latestFirst.size(), ALERTS.countHistoryOf("H1.1"));
    assertEquals(latestFirst.subList(2, 4), steps(ALERTS.historyOf("H1.1", 2, 2)));
    assertEquals(0, ALERTS.countHistoryOf("h56"), "a source is no unit");
  }

  private static List<Transition> steps(List<AlertStep> history) {
    return history.stream().map(AlertStep::transition).toList();
  }

  private static Set<String> scopes(List<AlertStanding> alerts) {
    return alerts.stream()
        .map(alert -> alert.last().scope())
        .collect(java.util.stream.Collectors.toSet());
  }

  private static List<AlertStanding> all(
      String scope, Set<AlertKind> kinds, Set<AlertPhase> phases) {
    return ALERTS.alerts(new AlertQuery(scope(scope), kinds, phases), 0, 1_000);
  }

  private static Scope scope(String code) {
    return TREE.scope(code, TODAY);
  }
}
