package motcua.core.score;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The decisions an office is scored by.
 *
 * @param decisions by first day; no two hold on one day
 */
public record ScoringTable(List<Decision> decisions) {
  public ScoringTable {
    decisions = List.copyOf(decisions);
  }

  /** The decision that holds on a day. */
  public Optional<Decision> on(LocalDate day) {
    return decisions.stream().filter(decision -> decision.holdsOn(day)).findFirst();
  }
}
