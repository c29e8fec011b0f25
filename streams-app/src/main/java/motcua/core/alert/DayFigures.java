package motcua.core.alert;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a unit closed on one day, as far as it became known on another: a sum of the ledger.
 *
 * @param unit raw code
 * @param late closed late; negative when a close was taken back
 * @param dated closed with a due date
 */
public record DayFigures(
    String unit, LocalDate countsOn, LocalDate knownOn, long late, long dated) {
  public DayFigures {
    Objects.requireNonNull(unit, "unit");
  }

  /** The first day at whose end it stood in a figure to date. */
  LocalDate seenOn() {
    return countsOn.isAfter(knownOn) ? countsOn : knownOn;
  }
}
