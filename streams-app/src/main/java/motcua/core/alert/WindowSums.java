package motcua.core.alert;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import motcua.core.period.Window;

/** Figures of units over one window to date, one day after the other. */
final class WindowSums {
  private final Window window;
  private final Map<String, AlertFigures> byUnit = new HashMap<>();
  private LocalDate from;

  WindowSums(Window window) {
    this.window = window;
  }

  /** A new day; what was summed is forgotten when its window is over. */
  void begin(LocalDate day) {
    LocalDate begins = window.from(day);
    if (!begins.equals(from)) {
      byUnit.clear();
      from = begins;
    }
  }

  /** Adds what is known since today; what counts before the window is left out. */
  void add(DayFigures figures) {
    if (!figures.countsOn().isBefore(from)) {
      byUnit.merge(
          figures.unit(),
          new AlertFigures(figures.late(), figures.dated(), 0, 0),
          WindowSums::plus);
    }
  }

  /** First day of the window today. */
  LocalDate from() {
    return from;
  }

  /** Figures of every scope that has any. */
  Map<String, AlertFigures> byScope(Function<String, Iterable<String>> scopesOf) {
    Map<String, AlertFigures> sums = new HashMap<>();
    byUnit.forEach(
        (unit, figures) ->
            scopesOf.apply(unit).forEach(scope -> sums.merge(scope, figures, WindowSums::plus)));
    return sums;
  }

  private static AlertFigures plus(AlertFigures a, AlertFigures b) {
    return new AlertFigures(a.late() + b.late(), a.dated() + b.dated(), 0, 0);
  }
}
