package motcua.live;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import motcua.core.ledger.Ratio;
import motcua.core.period.Period;
import motcua.core.period.Window;

/**
 * A ratio over time: of the window that ends on each day.
 *
 * @param period first and last day of a point
 * @param points one a day, in order
 */
public record TimeSeries(Window window, Period period, List<Overview.Point> points) {
  public TimeSeries {
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(period, "period");
    points = List.copyOf(points);
  }

  /**
   * The days of which the points are sums.
   *
   * @param period first and last day of a point
   */
  static Period summed(Window window, Period period) {
    LocalDate first =
        period
            .from()
            .datesUntil(period.to().plusDays(1))
            .map(window::from)
            .min(LocalDate::compareTo)
            .orElseThrow();
    return new Period(first, period.to());
  }

  /**
   * @param days the ratio of each of the {@link #summed} days; one without any figure may be
   *     missing
   */
  static TimeSeries of(Window window, Period period, NavigableMap<LocalDate, Ratio.Value> days) {
    NavigableMap<LocalDate, Ratio.Value> upTo = new TreeMap<>();
    Ratio.Value sum = Ratio.Value.NONE;
    for (Map.Entry<LocalDate, Ratio.Value> day : days.entrySet()) {
      sum = sum.plus(day.getValue());
      upTo.put(day.getKey(), sum);
    }
    return new TimeSeries(
        window,
        period,
        period
            .from()
            .datesUntil(period.to().plusDays(1))
            .map(
                day ->
                    new Overview.Point(
                        day, at(upTo, day).minus(at(upTo, window.from(day).minusDays(1)))))
            .toList());
  }

  private static Ratio.Value at(NavigableMap<LocalDate, Ratio.Value> upTo, LocalDate day) {
    Map.Entry<LocalDate, Ratio.Value> last = upTo.floorEntry(day);
    return last == null ? Ratio.Value.NONE : last.getValue();
  }
}
