package motcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import motcua.core.ledger.Ratio;
import motcua.core.period.Period;
import motcua.core.period.Window;
import org.junit.jupiter.api.Test;

class TimeSeriesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 13);

  @Test
  void shouldSumTheWindowThatEndsOnEachDay() {
    Period period = new Period(DAY.minusDays(1), DAY.plusDays(1));
    Map<LocalDate, Ratio.Value> days =
        Map.of(
            DAY.minusDays(6),
            new Ratio.Value(1, 2),
            DAY.minusDays(2),
            new Ratio.Value(0, 5),
            DAY.plusDays(1),
            new Ratio.Value(2, 3));

    assertEquals(
        List.of(new Ratio.Value(1, 7), new Ratio.Value(1, 7), new Ratio.Value(2, 8)),
        values(Window.DAYS_7, period, days));
  }

  @Test
  void shouldBeginAnewWithAPeriodToDate() {
    Period period = new Period(DAY, DAY.plusDays(3));
    Map<LocalDate, Ratio.Value> days =
        Map.of(
            LocalDate.of(2024, 6, 15),
            new Ratio.Value(5, 6),
            LocalDate.of(2024, 6, 14),
            new Ratio.Value(9, 9),
            DAY,
            new Ratio.Value(1, 1),
            DAY.plusDays(1),
            new Ratio.Value(3, 4));

    assertEquals(
        List.of(new Ratio.Value(6, 7), new Ratio.Value(9, 11), Ratio.Value.NONE, Ratio.Value.NONE),
        values(Window.LEGAL_QUARTER, period, days),
        "the third quarter is 15 June to 14 September");
  }

  @Test
  void shouldTakeWhatAllWindowsShareTogether() {
    Period period = new Period(DAY, DAY.plusDays(2));

    assertEquals(
        List.of(
            new Period(LocalDate.of(2024, 6, 15), DAY.minusDays(1)),
            new Period(DAY, DAY),
            new Period(DAY.plusDays(1), DAY.plusDays(1)),
            new Period(DAY.plusDays(2), DAY.plusDays(2))),
        TimeSeries.spans(Window.LEGAL_QUARTER, period));
    assertEquals(9, TimeSeries.spans(Window.DAYS_7, period).size());
  }

  private static List<Ratio.Value> values(
      Window window, Period period, Map<LocalDate, Ratio.Value> days) {
    List<Ratio.Value> sums =
        TimeSeries.spans(window, period).stream().map(span -> sum(span, days)).toList();
    return TimeSeries.of(window, period, sums).points().stream()
        .map(Overview.Point::value)
        .toList();
  }

  private static Ratio.Value sum(Period span, Map<LocalDate, Ratio.Value> days) {
    return days.entrySet().stream()
        .filter(day -> span.contains(day.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Ratio.Value.NONE, Ratio.Value::plus);
  }
}
