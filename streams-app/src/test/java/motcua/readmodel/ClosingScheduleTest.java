package motcua.readmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingScheduleTest {
  private final List<LocalDate> closed = new ArrayList<>();

  @Test
  void shouldCloseADayHalfAnHourAfterItsEndInVietnam() {
    schedule("2024-03-01T17:29:59Z", true);
    schedule("2024-03-01T17:30:00Z", true);

    assertEquals(List.of(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1)), closed);
  }

  @Test
  void shouldLeaveDaysOpenWhileHistoryPoursIn() {
    schedule("2024-03-15T00:00:00Z", false);

    assertEquals(List.of(), closed);
  }

  private void schedule(String now, boolean quiet) {
    Closing closing =
        last -> {
          closed.add(last);
          return 0;
        };
    try (ClosingSchedule schedule =
        new ClosingSchedule(closing, InstantSource.fixed(Instant.parse(now)), () -> quiet)) {
      schedule.run();
    }
  }
}
