package motcua.readmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingScheduleTest {
  private final List<YearMonth> closed = new ArrayList<>();

  @Test
  void shouldCloseAMonthOnTheSecondDayOfTheNext() {
    assertEquals(YearMonth.of(2024, 1), ClosingSchedule.lastOver(LocalDate.of(2024, 3, 1)));
    assertEquals(YearMonth.of(2024, 2), ClosingSchedule.lastOver(LocalDate.of(2024, 3, 2)));
    assertEquals(YearMonth.of(2024, 2), ClosingSchedule.lastOver(LocalDate.of(2024, 3, 31)));
  }

  @Test
  void shouldReckonTheDayInVietnam() {
    schedule("2024-03-01T17:00:00Z", true);

    assertEquals(List.of(YearMonth.of(2024, 2)), closed);
  }

  @Test
  void shouldLeaveMonthsOpenWhileHistoryPoursIn() {
    schedule("2024-03-15T00:00:00Z", false);

    assertEquals(List.of(), closed);
  }

  private void schedule(String now, boolean quiet) {
    try (ClosingSchedule schedule =
        new ClosingSchedule(
            last -> {
              closed.add(last);
              return 1;
            },
            InstantSource.fixed(Instant.parse(now)),
            () -> quiet)) {
      schedule.run();
    }
  }
}
