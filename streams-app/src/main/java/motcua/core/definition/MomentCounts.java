package motcua.core.definition;

import java.util.Map;

/**
 * Numbers of dossiers by {@link Moment}, of one scope, period and cut.
 *
 * @param byMoment a moment that is absent counts none
 */
public record MomentCounts(Map<Moment, Long> byMoment) {
  public MomentCounts {
    byMoment = Map.copyOf(byMoment);
  }

  /** How many dossiers. */
  public long of(Moment moment) {
    return byMoment.getOrDefault(moment, 0L);
  }
}
