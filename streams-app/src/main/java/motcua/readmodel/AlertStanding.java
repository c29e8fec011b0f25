package motcua.readmodel;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import motcua.core.alert.Transition;

/**
 * Where one alert stands, by its transitions.
 *
 * @param last its last transition, with the figures then
 * @param since when it was last raised
 * @param acknowledgement that is in force, with the act it stems from where that is known here
 */
public record AlertStanding(
    Transition last, AlertPhase phase, Instant since, Optional<Acknowledgement> acknowledgement) {
  public AlertStanding {
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(phase, "phase");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(acknowledgement, "acknowledgement");
  }

  /**
   * Somebody takes care of it.
   *
   * @param author null when the act is not in this database
   * @param note null when the act is not in this database
   */
  public record Acknowledgement(Instant until, Instant at, String author, String note) {}

  /** What it is about. */
  public AlertKind kind() {
    return AlertKind.of(last.rule());
  }

  /** Whether it is not over. */
  public boolean holds() {
    return phase != AlertPhase.CLEARED;
  }
}
