package motcua.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import motcua.coverage.Staleness;
import motcua.readmodel.AlertPhase;
import motcua.readmodel.LiveFigures;
import motcua.readmodel.ToldTransition;

/** Something that changed in a scope. */
public sealed interface FeedEvent {
  /**
   * The figures of a scope, whole.
   *
   * @param told transitions of alerts up to this position were told before
   * @param appliedAt when the newest event was recorded; empty before the first
   * @param stale that silent sources may have left something out
   */
  record Figures(
      String scope,
      long told,
      LocalDate today,
      Optional<Instant> appliedAt,
      LiveFigures figures,
      Optional<Staleness> stale)
      implements FeedEvent {
    /** Whether somebody who was shown the other one misses nothing. */
    boolean says(Figures other) {
      return other != null
          && today.equals(other.today)
          && appliedAt.equals(other.appliedAt)
          && figures.equals(other.figures);
    }
  }

  /** That sources of a scope have fallen silent, or are heard again. */
  record Silence(String scope, Optional<Staleness> stale) implements FeedEvent {}

  /**
   * A step in the life of an alert.
   *
   * @param phase where the alert stands now
   */
  record Told(ToldTransition step, AlertPhase phase) implements FeedEvent {
    public Told {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(phase, "phase");
    }
  }
}
