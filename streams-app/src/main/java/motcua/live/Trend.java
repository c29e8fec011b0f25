package motcua.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import motcua.core.ledger.Ratio;
import motcua.core.period.Period;
import motcua.core.period.Window;

/** The last twelve weeks in few sums: 30 days up to today, up to a week ago, and so on. */
final class Trend {
  private static final int WEEKS = 12;
  private static final Window WINDOW = Window.DAYS_30;

  private final List<LocalDate> ends;
  private final List<Period> spans;

  /** Ends today. */
  Trend(LocalDate today) {
    this.ends =
        IntStream.rangeClosed(1, WEEKS).mapToObj(week -> today.minusWeeks(WEEKS - week)).toList();
    TreeSet<LocalDate> begins = new TreeSet<>();
    for (LocalDate end : ends) {
      begins.add(WINDOW.from(end));
      begins.add(end.plusDays(1));
    }
    List<Period> between = new ArrayList<>();
    for (LocalDate begin : begins.headSet(today.plusDays(1))) {
      between.add(new Period(begin, begins.higher(begin).minusDays(1)));
    }
    this.spans = List.copyOf(between);
  }

  /** Spans of which every window is a sum. */
  List<Period> spans() {
    return spans;
  }

  /**
   * A point a week, without those before the first with data.
   *
   * @param late one value a span
   */
  List<Overview.Point> points(List<Ratio.Value> late) {
    return ends.stream()
        .map(end -> new Overview.Point(end, sum(WINDOW.upTo(end), late)))
        .dropWhile(point -> !point.value().hasData())
        .toList();
  }

  private Ratio.Value sum(Period window, List<Ratio.Value> late) {
    Ratio.Value sum = Ratio.Value.NONE;
    for (int span = 0; span < spans.size(); span++) {
      if (window.contains(spans.get(span).from())) {
        sum = sum.plus(late.get(span));
      }
    }
    return sum;
  }
}
