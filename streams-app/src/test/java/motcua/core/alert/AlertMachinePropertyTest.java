package motcua.core.alert;

import static motcua.core.alert.AlertLife.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import motcua.core.alert.Transition.Kind;
import motcua.core.calendar.VietnamDay;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.period.Window;
import org.junit.jupiter.api.Test;

/** Any course of figures, silence, acts and stops. Replay with {@code -Dmotcua.seed}. */
class AlertMachinePropertyTest {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int LIVES = 400;
  private static final int INPUTS = 120;

  private static final List<AlertRule> RULES =
      List.of(rule("late@1", Window.LEGAL_QUARTER), rule("late@2", Window.LEGAL_QUARTER));

  @Test
  void shouldTellAStoryThatHoldsTogether() {
    System.out.println("motcua.seed=" + SEED);
    Set<Kind> met = EnumSet.noneOf(Kind.class);
    for (int life = 0; life < LIVES; life++) {
      Course course = new Course(new Random(SEED + life));
      for (int input = 0; input < INPUTS; input++) {
        course.goOn();
        checkReplay(course.alert, "seed " + (SEED + life) + ", input " + input);
      }
      checkOrder(course.alert.all(), "seed " + (SEED + life));
      course.alert.all().forEach(step -> met.add(step.kind()));
    }
    assertEquals(EnumSet.allOf(Kind.class), met, "the courses are worth something");
  }

  private static void checkOrder(List<Transition> steps, String seed) {
    Set<String> ids = new HashSet<>();
    boolean raised = false;
    Transition before = null;
    for (Transition step : steps) {
      String at = seed + ": " + step;
      assertTrue(ids.add(step.id()), at);
      long expected = before == null || beginsAnew(before, step) ? 1 : before.number() + 1;
      assertEquals(expected, step.number(), at);
      assertEquals(step.kind() != Kind.RAISED, raised, at);
      raised = step.kind() != Kind.CLEARED;
      assertEquals(step.kind() == Kind.CLEARED, step.reason() != null, at);
      assertFalse(before != null && step.at().isBefore(before.at()), at + " after " + before);
      before = step;
    }
  }

  /** With the window, unless the rule changed in between. */
  private static boolean beginsAnew(Transition before, Transition step) {
    return step.number() == 1 && !before.windowFrom().equals(step.windowFrom());
  }

  private static void checkReplay(AlertLife alert, String at) {
    AlertState adopted = null;
    for (Transition step : alert.all()) {
      adopted = AlertMachine.adopt(adopted, step);
    }
    AlertState decided = alert.state();
    if (adopted == null || !decided.isRaised()) {
      assertFalse(decided.isRaised(), at);
      assertTrue(adopted == null || !adopted.isRaised(), at);
      return;
    }
    // Figures that changed nothing are in no transition.
    assertEquals(decided, adopted.seen(decided.figures()), at);
  }

  /** Times only grow; windows end; silence comes and goes. */
  private static final class Course {
    private final Random random;
    private final AlertLife alert = new AlertLife(RULES.getFirst(), WorkingCalendar.WEEKDAYS_ONLY);
    private Instant now = Instant.parse("2024-08-01T01:00:00Z");
    private AlertRule rule = RULES.getFirst();
    private long late;
    private long dated;
    private java.time.LocalDate windowFrom = rule.window().from(VietnamDay.of(now));
    private boolean silent;

    Course(Random random) {
      this.random = random;
    }

    void goOn() {
      now = now.plus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
      // As the ledger does: the clock passes before what it brings.
      alert.take(new AlertInput.Ticked(now));
      switch (random.nextInt(12)) {
        case 0 -> {
          silent = !silent;
          alert.take(new AlertInput.Heard(silent, now));
        }
        case 1 ->
            alert.take(
                new AlertInput.Acknowledged(
                    "a", now.plus(Duration.ofHours(random.nextInt(400))), now));
        case 2 -> alert.take(new AlertInput.Unacknowledged("b", now));
        case 3 -> {
          rule = RULES.get(random.nextInt(2));
          alert.isJudgedBy(rule);
          observe();
        }
        default -> observe();
      }
    }

    private void observe() {
      var from = rule.window().from(VietnamDay.of(now));
      if (!from.equals(windowFrom)) {
        windowFrom = from;
        late = 0;
        dated = 0;
      }
      long closed = random.nextInt(40);
      dated += closed;
      late += random.nextBoolean() ? 0 : random.nextInt((int) closed / 3 + 1);
      alert.take(
          new AlertInput.Observed(
              new AlertFigures(late, dated, 0, 0), from, "e", random.nextInt(20) == 0, now));
    }
  }
}
