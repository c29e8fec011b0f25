package motcua.core.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import motcua.core.calendar.VietnamDay;
import motcua.core.period.Period;

/**
 * What may be published (ledger.md 1): final figures are drawn on the cut of a closed day, so that
 * they can be drawn again as the same bytes for ever.
 */
public final class PublicationRules {
  /** After its end a day can gain no more knowledge (ledger.md 1). */
  public static final Duration SAFETY_OFFSET = Duration.ofMinutes(15);

  private PublicationRules() {}

  /** The last day that can gain no more knowledge. */
  public static LocalDate lastClosedDay(Instant now) {
    return VietnamDay.of(now.minus(SAFETY_OFFSET)).minusDays(1);
  }

  /**
   * Whether a first version is refused.
   *
   * @param latest the latest version of the same subject; 0 when there is none
   */
  public static Optional<Refusal> publishing(
      Period period, LocalDate cut, LocalDate lastClosedDay, int latest) {
    if (period.to().isAfter(lastClosedDay)) {
      return Optional.of(Refusal.PERIOD_NOT_ENDED);
    }
    if (latest > 0) {
      return Optional.of(Refusal.ALREADY_PUBLISHED);
    }
    return cutting(period, cut, lastClosedDay);
  }

  /**
   * Whether a first version is refused because some days would be published in two periods, which
   * then do not add up. Whoever wants that, a legal quarter beside a calendar one, says so.
   *
   * @param published periods of the same scope
   */
  public static Optional<Refusal> overlapping(Period period, List<Period> published) {
    return published.stream().anyMatch(period::overlapsPartly)
        ? Optional.of(Refusal.OVERLAPS_PUBLISHED)
        : Optional.empty();
  }

  /**
   * Whether a further version is refused.
   *
   * @param version that is to be revised; 0 for a provisional one
   * @param revisedCut its cut
   * @param latest the latest version of the same subject
   */
  public static Optional<Refusal> revising(
      Period period,
      LocalDate cut,
      LocalDate lastClosedDay,
      int version,
      LocalDate revisedCut,
      int latest) {
    if (version == 0) {
      return Optional.of(Refusal.NOT_PUBLISHED);
    }
    if (version < latest) {
      return Optional.of(Refusal.NOT_THE_LATEST);
    }
    if (cut.isBefore(revisedCut)) {
      return Optional.of(Refusal.CUT_BEFORE_THE_REVISED);
    }
    return cutting(period, cut, lastClosedDay);
  }

  private static Optional<Refusal> cutting(Period period, LocalDate cut, LocalDate lastClosedDay) {
    if (cut.isAfter(lastClosedDay)) {
      return Optional.of(Refusal.CUT_NOT_CLOSED);
    }
    return cut.isBefore(period.to()) ? Optional.of(Refusal.CUT_BEFORE_END) : Optional.empty();
  }
}
