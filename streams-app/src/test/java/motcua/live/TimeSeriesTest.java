package motcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import motcua.core.ledger.Ratio;
import motcua.core.period.Period;
import motcua.core.period.Window;
import org.junit.jupiter.api.Test;

class TimeSeriesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 13);

  @Test
  void shouldSumTheWindowThatEndsOnEachDay() {
    var days =
        new TreeMap<>(
            Map.of(
                DAY.minusDays(6),
                new Ratio.Value(1, 2),
                DAY.minusDays(2),
                new Ratio.Value(0, 5),
                DAY.plusDays(1),
                new Ratio.Value(2, 3)));

    TimeSeries series =
        TimeSeries.of(Window.DAYS_7, new Period(DAY.minusDays(1), DAY.plusDays(1)), days);

    assertEquals(
        List.of(new Ratio.Value(1, 7), new Ratio.Value(1, 7), new Ratio.Value(2, 8)),
        series.points().stream().map(Overview.Point::value).toList());
  }

  @Test
  void shouldBeginAnewWithAPeriodToDate() {
    var days =
        new TreeMap<>(Map.of(DAY.plusDays(1), new Ratio.Value(3, 4), DAY, new Ratio.Value(1, 1)));
    Period period = new Period(DAY, DAY.plusDays(3));

    TimeSeries series = TimeSeries.of(Window.LEGAL_QUARTER, period, days);

    assertEquals(
        List.of(new Ratio.Value(1, 1), new Ratio.Value(4, 5), Ratio.Value.NONE, Ratio.Value.NONE),
        series.points().stream().map(Overview.Point::value).toList(),
        "the third quarter ends on 14 September");
    assertEquals(
        new Period(LocalDate.of(2024, 6, 15), DAY.plusDays(3)),
        TimeSeries.summed(Window.LEGAL_QUARTER, period));
  }
}
