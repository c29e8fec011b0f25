package motcua.live;

import java.time.LocalDate;
import java.util.ArrayList;
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
   * The spans of which the points are sums: single days, before them what all windows to date that
   * have begun share.
   *
   * @param period first and last day of a point
   */
  static List<Period> spans(Window window, Period period) {
    LocalDate first = window.from(period.from());
    boolean shared = !window.isRolling() && first.isBefore(period.from());
    List<Period> spans = new ArrayList<>();
    if (shared) {
      spans.add(new Period(first, period.from().minusDays(1)));
    }
    (shared ? period.from() : first)
        .datesUntil(period.to().plusDays(1))
        .forEach(day -> spans.add(new Period(day, day)));
    return spans;
  }

  /**
   * @param values the ratio of each of the {@link #spans}
   */
  static TimeSeries of(Window window, Period period, List<Ratio.Value> values) {
    List<Period> spans = spans(window, period);
    NavigableMap<LocalDate, Ratio.Value> upTo = new TreeMap<>();
    Ratio.Value sum = Ratio.Value.NONE;
    for (int span = 0; span < spans.size(); span++) {
      sum = sum.plus(values.get(span));
      upTo.put(spans.get(span).to(), sum);
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
