package motcua.notify;

import java.time.Instant;
import java.time.LocalDate;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;

/** Transitions. */
final class TestAlerts {
  private static final AlertFigures FIGURES = new AlertFigures(168, 1_580, 40, 12);

  private TestAlerts() {}

  /** The first transition of a unit's alert, SURE. */
  static Transition sure(String unit, Instant at) {
    return step(unit, 1, Transition.Kind.RAISED, Severity.SURE, null, at);
  }

  /** As {@link #sure(String, Instant)}, another of the same alert. */
  static Transition sure(String unit, Instant at, long number) {
    return step(unit, number, Transition.Kind.RAISED, Severity.SURE, null, at);
  }

  static Transition step(
      String unit,
      long number,
      Transition.Kind kind,
      Severity severity,
      Transition.Reason reason,
      Instant at) {
    return new Transition(
        "late@default",
        unit,
        "LEGAL_QUARTER",
        LocalDate.of(2025, 12, 15),
        number,
        kind,
        severity,
        reason,
        FIGURES,
        Transition.CLOCK,
        at,
        false,
        null,
        null);
  }
}
