package motcua.topology;

import motcua.core.alert.Transition;

/**
 * Why figures changed.
 *
 * @param event id of the last event, or {@link Transition#CLOCK}
 * @param backfill whether nothing but an initial load changed them; time passing does not count
 */
record Cause(String event, boolean backfill) {
  /** Time passed. */
  static final Cause CLOCK = new Cause(Transition.CLOCK, false);

  /** This and a later one. */
  Cause and(Cause later) {
    if (later.isClock()) {
      return this;
    }
    return new Cause(later.event, later.backfill && (backfill || isClock()));
  }

  private boolean isClock() {
    return event.equals(Transition.CLOCK);
  }
}
