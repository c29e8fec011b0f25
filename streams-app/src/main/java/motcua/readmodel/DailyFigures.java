package motcua.readmodel;

import java.time.LocalDate;
import java.util.List;
import motcua.core.alert.DayFigures;

/** Late and other closings of each unit, by the day they count on and the day they became known. */
public interface DailyFigures {
  /**
   * Of every unit.
   *
   * @param from first day they count on
   * @param to last day they count on, and last on which they became known
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  List<DayFigures> between(LocalDate from, LocalDate to);
}
