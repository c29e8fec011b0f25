package motcua.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import motcua.core.calendar.WorkingCalendar;

/**
 * When a source counts as silent (ledger.md 9): longer than its limit without a record, in office
 * hours.
 *
 * @param limit office time; empty: sources are not watched
 * @param bySource other limits, by name of the source; an empty one: not watched
 */
public record SilenceRule(
    OfficeHours hours, Optional<Duration> limit, Map<String, Optional<Duration>> bySource) {
  /** Two working days of the usual hours. */
  public static final SilenceRule DEFAULT =
      new SilenceRule(OfficeHours.USUAL, Optional.of(Duration.ofHours(15)), Map.of());

  public SilenceRule {
    Objects.requireNonNull(hours, "hours");
    Objects.requireNonNull(limit, "limit");
    bySource = Map.copyOf(bySource);
  }

  /** Whether a source last heard then is silent now. */
  public boolean isSilent(String source, Instant heard, Instant now, WorkingCalendar calendar) {
    return limitOf(source)
        .filter(most -> hours.between(heard, now, calendar).compareTo(most) > 0)
        .isPresent();
  }

  /** Office time without a record that is too long for a source; empty: it is not watched. */
  public Optional<Duration> limitOf(String source) {
    return bySource.getOrDefault(source, limit);
  }

  /** From when on a source last heard then counts as silent; empty while it does not. */
  public Optional<Instant> silentSince(
      String source, Instant heard, Instant now, WorkingCalendar calendar) {
    return limitOf(source)
        .filter(most -> isSilent(source, heard, now, calendar))
        .flatMap(most -> hours.after(heard, most, calendar));
  }
}
