package motcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import motcua.core.ledger.Ratio;
import motcua.core.period.Period;
import motcua.core.period.Window;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 9, 16);

  private final Trend trend = new Trend(TODAY);

  @Test
  void shouldCoverEveryDayOnce() {
    List<Period> spans = trend.spans();

    assertEquals(TODAY.minusWeeks(11).minusDays(29), spans.getFirst().from());
    assertEquals(TODAY, spans.getLast().to());
    for (int span = 1; span < spans.size(); span++) {
      assertEquals(spans.get(span - 1).to().plusDays(1), spans.get(span).from());
    }
  }

  @Test
  void shouldAddUpThirtyDaysToTheEndOfEachWeek() {
    List<Ratio.Value> perDay = trend.spans().stream().map(TrendTest::length).toList();

    List<Overview.Point> points = trend.points(perDay);

    assertEquals(12, points.size());
    assertEquals(TODAY, points.getLast().day());
    assertEquals(TODAY.minusWeeks(11), points.getFirst().day());
    points.forEach(point -> assertEquals(new Ratio.Value(0, 30), point.value(), point.toString()));
  }

  @Test
  void shouldBeginWithTheFirstWeekThatHasData() {
    LocalDate first = TODAY.minusDays(10);
    List<Ratio.Value> young =
        trend.spans().stream()
            .map(span -> span.contains(first) ? new Ratio.Value(1, 4) : Ratio.Value.NONE)
            .toList();

    List<Overview.Point> points = trend.points(young);

    assertEquals(
        List.of(TODAY.minusDays(7), TODAY), points.stream().map(Overview.Point::day).toList());
    assertEquals(new Ratio.Value(1, 4), points.getLast().value());
    assertEquals(
        List.of(), trend.points(trend.spans().stream().map(s -> Ratio.Value.NONE).toList()));
  }

  @Test
  void shouldRollLikeTheWindowOfThirtyDays() {
    assertEquals(TODAY.minusDays(29), Window.DAYS_30.from(TODAY));
  }

  private static Ratio.Value length(Period span) {
    return new Ratio.Value(0, span.from().datesUntil(span.to().plusDays(1)).count());
  }
}
