package motcua.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * That figures of now may lack what silent sources have not sent.
 *
 * @param since from when on something may be missing: when the first of them was last heard
 * @param whole true when no source that feeds the figures is heard
 * @param sources the silent ones, in order
 * @param units units they feed, in order
 */
public record Staleness(Instant since, boolean whole, List<String> sources, List<StaleUnit> units) {
  public Staleness {
    Objects.requireNonNull(since, "since");
    sources = List.copyOf(sources);
    units = List.copyOf(units);
  }

  /** One unit; the parts as above. */
  public record StaleUnit(String unit, Instant since, boolean whole) {}
}
