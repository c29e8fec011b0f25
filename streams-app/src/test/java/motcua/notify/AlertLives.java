package motcua.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.core.alert.Transition.Kind;

/** Seeded alerts, one of each unit: raised, strengthened, reminded of, cleared. */
final class AlertLives {
  private final Random random;
  private final List<Transition> steps = new ArrayList<>();
  private final Map<String, Transition> held = new LinkedHashMap<>();
  private final Set<String> begun = new TreeSet<>();
  private final Set<String> ended = new TreeSet<>();

  AlertLives(Random random) {
    this.random = random;
  }

  /**
   * Another step, of an alert that holds or of a new one.
   *
   * @param seen by name; the others do not go on, as Alertmanager keeps silent about an alert that
   *     is over before it has told of it
   */
  Transition next(Predicate<String> seen, Instant at) {
    List<Transition> ready = held.values().stream().filter(step -> seen.test(name(step))).toList();
    if (ready.isEmpty() || random.nextInt(5) < 2) {
      return raised(random.nextInt(5) < 2 ? Severity.LIKELY : Severity.SURE, at);
    }
    Transition last = ready.get(random.nextInt(ready.size()));
    int chance = random.nextInt(10);
    if (chance < 2) {
      return after(last, Kind.REMINDED, last.severity(), null, at);
    }
    return last.severity() == Severity.LIKELY && chance < 8
        ? worsened(last, at)
        : cleared(last, at);
  }

  /** A new alert, of the next unit of {@code H.0} and so on. */
  Transition raised(Severity severity, Instant at) {
    long unit = steps.stream().filter(step -> step.kind() == Kind.RAISED).count();
    return keep(TestAlerts.step("H." + unit, 1, Kind.RAISED, severity, null, at));
  }

  /** A likely alert is sure. */
  Transition worsened(Transition likely, Instant at) {
    return after(likely, Kind.WORSENED, Severity.SURE, null, at);
  }

  /** The end of an alert. */
  Transition cleared(Transition last, Instant at) {
    return after(last, Kind.CLEARED, last.severity(), Transition.Reason.RECOVERED, at);
  }

  private Transition after(
      Transition last, Kind kind, Severity severity, Transition.Reason reason, Instant at) {
    return keep(TestAlerts.step(last.scope(), last.number() + 1, kind, severity, reason, at));
  }

  private Transition keep(Transition step) {
    steps.add(step);
    Transition before = held.put(step.scope(), step);
    if (before != null && (step.kind() == Kind.CLEARED || step.kind() == Kind.WORSENED)) {
      ended.add(name(before));
    }
    if (step.kind() == Kind.CLEARED) {
      held.remove(step.scope());
    } else {
      begun.add(name(step));
    }
    return step;
  }

  static String name(Transition step) {
    return SentOn.name(step.scope(), step.severity());
  }

  /** All steps, in their order. */
  List<Transition> steps() {
    return List.copyOf(steps);
  }

  /** Names of the alerts that have begun; a strengthened one is another. */
  Set<String> begun() {
    return Set.copyOf(begun);
  }

  /** Names of those that have ended, be it in a stronger one. */
  Set<String> ended() {
    return Set.copyOf(ended);
  }

  /** Names of those that hold. */
  Set<String> held() {
    return held.values().stream().map(AlertLives::name).collect(Collectors.toSet());
  }
}
