package motcua.codec;

import java.time.LocalDate;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.schemas.internal.AlertTransition;

/** Transitions of alerts, between the core and the wire. */
public final class TransitionCodec {
  private TransitionCodec() {}

  /** As it is sent. */
  public static AlertTransition toWire(Transition step, String policy, int generation) {
    return AlertTransition.newBuilder()
        .setTransitionId(step.id())
        .setRule(step.rule())
        .setScope(step.scope())
        .setWindow(step.window())
        .setWindowFromDay((int) step.windowFrom().toEpochDay())
        .setNumber(step.number())
        .setKind(step.kind().name())
        .setSeverity(step.severity() == null ? null : step.severity().name())
        .setReason(step.reason() == null ? null : step.reason().name())
        .setNumerator(step.figures().late())
        .setDenominator(step.figures().dated())
        .setOpenInTime(step.figures().openInTime())
        .setOpenOverdue(step.figures().openOverdue())
        .setCause(step.cause())
        .setAtMicros(Micros.of(step.at()))
        .setBackfill(step.backfill())
        .setUntilMicros(Micros.ofNullable(step.until()))
        .setDossierId(step.dossier())
        .setPolicy(policy)
        .setGeneration(generation)
        .build();
  }

  /**
   * What was sent.
   *
   * @throws IllegalArgumentException when a later release wrote a kind this one does not know
   */
  public static Transition fromWire(AlertTransition wire) {
    return new Transition(
        wire.getRule(),
        wire.getScope(),
        wire.getWindow(),
        LocalDate.ofEpochDay(wire.getWindowFromDay()),
        wire.getNumber(),
        Transition.Kind.valueOf(wire.getKind()),
        wire.getSeverity() == null ? null : Severity.valueOf(wire.getSeverity()),
        wire.getReason() == null ? null : Transition.Reason.valueOf(wire.getReason()),
        new AlertFigures(
            wire.getNumerator(),
            wire.getDenominator(),
            wire.getOpenInTime(),
            wire.getOpenOverdue()),
        wire.getCause(),
        Micros.toInstant(wire.getAtMicros()),
        wire.getBackfill(),
        wire.getUntilMicros() == null ? null : Micros.toInstant(wire.getUntilMicros()),
        wire.getDossierId());
  }
}
