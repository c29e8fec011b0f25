package motcua.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditScheduleTest {
  @ParameterizedTest
  @CsvSource({
    "2024-09-15T01:00:00+07:00, PT1H30M",
    "2024-09-15T02:30:00+07:00, PT24H",
    "2024-09-15T02:30:01+07:00, PT23H59M59S",
    "2024-12-31T23:30:00+07:00, PT3H"
  })
  void shouldWaitForTheNextTimeOfDay(String now, String wait) {
    assertEquals(
        Duration.parse(wait),
        AuditSchedule.untilNext(ZonedDateTime.parse(now), LocalTime.of(2, 30)));
  }
}
