package motcua.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.readmodel.AlertAct;
import motcua.readmodel.AlertActStore;
import motcua.readmodel.AlertPhase;
import motcua.readmodel.AlertQuery;
import motcua.readmodel.AlertReadModel;
import motcua.readmodel.AlertStanding;
import motcua.readmodel.AlertStep;
import org.junit.jupiter.api.Test;

/** Acts are not lost, not doubled without need, and do not come in the wrong order. */
class HandlingTest {
  private static final Instant NOON = Instant.parse("2024-09-20T05:00:00Z");
  private static final Instant UNTIL = NOON.plus(Duration.ofDays(3));

  private final Store store = new Store();
  private final List<String> sent = new ArrayList<>();
  private final Alerts alerts = new Alerts();
  private boolean away;
  private Instant now = NOON;
  private int ids;

  private Handling handling() {
    return new Handling(
        alerts,
        store,
        act -> {
          if (away) {
            throw new ActNotSentException("away", null);
          }
          sent.add(act.id());
        },
        () -> now,
        () -> "a" + ++ids);
  }

  @Test
  void shouldSendAgainAfterAFailureAndThenNoMore() throws Exception {
    Handling handling = handling();
    handling.resend();
    away = true;
    assertThrows(ActNotSentException.class, () -> take(handling));
    now = now.plusSeconds(60);
    assertThrows(ActNotSentException.class, handling::resend);
    away = false;
    handling.resend();
    handling.resend();

    assertEquals(List.of("a1"), sent);
  }

  @Test
  void shouldSendWhatTheProcessBeforeKeptAndDidNotSend() throws Exception {
    away = true;
    assertThrows(ActNotSentException.class, () -> take(handling()));
    away = false;
    Handling next = handling();
    next.resend();
    assertEquals(List.of(), sent, "it may still be under way");
    now = now.plusSeconds(60);
    next.resend();

    assertEquals(List.of("a1"), sent);
  }

  @Test
  void shouldNotSendAnActThatALaterOneOvertook() throws Exception {
    Handling handling = handling();
    away = true;
    assertThrows(ActNotSentException.class, () -> take(handling));
    away = false;
    now = now.plusSeconds(60);
    handling.undo("late", "B", "nhầm");
    store.settled.add("a2");
    handling.resend();

    assertEquals(List.of("a2"), sent, "a1 after it would acknowledge again");
  }

  @Test
  void shouldForgetAnActAfterAnHourOrWhenTheAlertIsOver() throws Exception {
    Handling handling = handling();
    away = true;
    assertThrows(ActNotSentException.class, () -> take(handling));
    away = false;
    alerts.phase = AlertPhase.CLEARED;
    now = now.plusSeconds(60);
    handling.resend();
    alerts.phase = AlertPhase.RAISED;
    now = now.plus(Duration.ofHours(1));
    handling().resend();

    assertEquals(List.of(), sent);
  }

  @Test
  void shouldGiveGrowingIdsAlsoWhenTheClockStandsStill() {
    var given = new ActIds(() -> NOON);
    var others = new ActIds(() -> NOON.plusSeconds(1));
    List<String> inOrder = List.of(given.get(), given.get(), given.get(), others.get());

    assertEquals(inOrder, inOrder.stream().sorted().distinct().toList());
  }

  @Test
  void shouldRefuseBeforeAnythingIsKept() {
    Handling handling = handling();
    assertThrows(UnknownAlertException.class, () -> handling.acknowledge("other", "B", "n", UNTIL));
    assertEquals(
        ActRefusedException.Refusal.NOT_ACKNOWLEDGED,
        assertThrows(ActRefusedException.class, () -> handling.undo("late", "B", "n")).refusal());
    alerts.phase = AlertPhase.CLEARED;
    assertEquals(
        ActRefusedException.Refusal.OVER,
        assertThrows(ActRefusedException.class, () -> take(handling)).refusal());
    alerts.rule = Transition.LATE_REWRITTEN;
    assertEquals(
        ActRefusedException.Refusal.OF_OTHER_KIND,
        assertThrows(ActRefusedException.class, () -> take(handling)).refusal());
    assertEquals(Map.of(), store.acts);
  }

  private static void take(Handling handling) throws InterruptedException {
    handling.acknowledge("late", "B", "n", UNTIL);
  }

  /** As PostgreSQL keeps them. */
  private static final class Store implements AlertActStore {
    private final Map<String, AlertAct> acts = new LinkedHashMap<>();
    private final List<String> settled = new ArrayList<>();

    @Override
    public void keep(AlertAct act) {
      acts.put(act.id(), act);
    }

    @Override
    public List<AlertAct> unsettled(Instant after) {
      return acts.values().stream()
          .skip(Math.max(0, acts.size() - 1))
          .filter(act -> act.at().isAfter(after) && !settled.contains(act.id()))
          .toList();
    }
  }

  /** One alert. */
  private static final class Alerts implements AlertReadModel {
    private AlertPhase phase = AlertPhase.RAISED;
    private String rule = "late@default";

    @Override
    public Optional<AlertStanding> find(String alert) {
      var last =
          new Transition(
              rule,
              "H23.1",
              "LEGAL_QUARTER",
              LocalDate.of(2024, 9, 15),
              1,
              Transition.Kind.RAISED,
              Severity.LIKELY,
              null,
              AlertFigures.NONE,
              "e",
              NOON,
              false,
              null,
              null);
      return alert.equals("late")
          ? Optional.of(new AlertStanding(last, phase, NOON, Optional.empty()))
          : Optional.empty();
    }

    @Override
    public List<AlertStanding> alerts(AlertQuery query, int offset, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long count(AlertQuery query) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<AlertStep> history(String alert) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<AlertStep> historyOf(String scope, int offset, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long countHistoryOf(String scope) {
      throw new UnsupportedOperationException();
    }
  }
}
