package motcua.core.mark;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A mark with the days of knowledge between which it holds: a cut k shows it when {@code knownOn <=
 * k} and k lies before {@code endedOn}.
 *
 * @param endedOn day on which it was learned no longer to hold; null while it holds
 */
public record MarkSpan(Mark mark, LocalDate knownOn, LocalDate endedOn) {
  public MarkSpan {
    Objects.requireNonNull(mark, "mark");
    Objects.requireNonNull(knownOn, "knownOn");
  }

  /** Whether a report with this cut (a day) shows the mark. */
  public boolean holdsOn(LocalDate cut) {
    return !knownOn.isAfter(cut) && (endedOn == null || endedOn.isAfter(cut));
  }
}
