package motcua.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import motcua.core.ledger.Ratio;
import motcua.coverage.Staleness;
import motcua.readmodel.LiveFigures;

/**
 * How a scope and the units right below it stand.
 *
 * @param appliedAt when the newest event was recorded; empty before the first
 * @param stale that silent sources may have left something out
 * @param units each with all below it, the highest late rate first, those without data last
 */
public record Overview(
    String scope,
    String name,
    LocalDate today,
    Optional<Instant> appliedAt,
    LiveFigures figures,
    Optional<Staleness> stale,
    List<Unit> units) {
  public Overview {
    units = List.copyOf(units);
  }

  /**
   * A unit with all below it.
   *
   * @param late of the legal quarter to date, by which units are ranked
   * @param stale that silent sources may have left something out
   * @param alert the gravest alert about its being late; empty when none holds
   * @param trend late of 30 days up to each day, in order; begins with the first day with data
   */
  public record Unit(
      String code,
      String name,
      String level,
      LiveFigures figures,
      Ratio.Value late,
      Optional<Staleness> stale,
      Optional<Alarm> alert,
      List<Point> trend) {
    public Unit {
      trend = List.copyOf(trend);
    }
  }

  /** How grave an alert is; graver ones first. */
  public enum Alarm {
    SURE,
    LIKELY,
    /** Its sources are silent: it neither worsens nor ends. */
    FROZEN
  }

  /** A ratio of a window that ends on a day. */
  public record Point(LocalDate day, Ratio.Value value) {}
}
