package motcua.core.alert;

import java.time.Instant;
import java.time.LocalDate;

/** What an alert learns. */
public sealed interface AlertInput {
  /** When. */
  Instant at();

  /**
   * Figures of its scope.
   *
   * @param windowFrom first day of the rule's window now
   * @param cause id of the event that changed them, or {@link Transition#CLOCK}
   * @param backfill whether only an initial load changed them
   */
  record Observed(
      AlertFigures figures, LocalDate windowFrom, String cause, boolean backfill, Instant at)
      implements AlertInput {}

  /** Time has passed. */
  record Ticked(Instant at) implements AlertInput {}

  /** Whether its sources are silent, all of them. */
  record Heard(boolean silent, Instant at) implements AlertInput {}

  /** Somebody takes care of it until then. */
  record Acknowledged(String act, Instant until, Instant at) implements AlertInput {}

  /** Somebody takes that back. */
  record Unacknowledged(String act, Instant at) implements AlertInput {}
}
