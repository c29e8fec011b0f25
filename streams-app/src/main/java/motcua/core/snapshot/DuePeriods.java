package motcua.core.snapshot;

import java.time.LocalDate;
import java.util.List;
import motcua.core.period.Period;
import motcua.core.period.Window;

/** Which periods have ended and want a report. */
public final class DuePeriods {
  private DuePeriods() {}

  /**
   * The last whole period of each kind that has ended by a day.
   *
   * @param kinds to-date windows; a rolling one has no end of its own
   * @throws IllegalArgumentException for a rolling window
   */
  public static List<Period> endedBy(LocalDate day, List<Window> kinds) {
    return kinds.stream().map(kind -> lastEnded(kind, day)).distinct().toList();
  }

  private static Period lastEnded(Window kind, LocalDate day) {
    if (kind.isRolling()) {
      throw new IllegalArgumentException(kind + " rolls: it has no end of its own");
    }
    Period running = kind.period(day);
    return running.to().equals(day) ? running : kind.period(running.from().minusDays(1));
  }
}
