package motcua.standalone.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PlayClockTest {
  private static final Instant MORNING = Instant.parse("2024-10-28T00:00:00Z");
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong nanos = new AtomicLong(-5 * SECOND);
  private final PlayClock clock = new PlayClock(MORNING, nanos::get);

  @Test
  void shouldStandUntilItRuns() {
    nanos.addAndGet(100 * SECOND);
    assertEquals(MORNING, clock.instant());

    clock.run(MORNING.plusSeconds(1_000), 70);
    nanos.addAndGet(2 * SECOND);
    assertEquals(MORNING.plusSeconds(140), clock.instant());
  }

  @Test
  void shouldStopWhereItIsToldTo() {
    clock.run(MORNING.plusSeconds(100), 70);
    nanos.addAndGet(3_600 * SECOND);

    assertEquals(MORNING.plusSeconds(100), clock.instant());
  }

  @Test
  void shouldStandWhereItIsStopped() {
    clock.run(MORNING.plusSeconds(1_000), 70);
    nanos.addAndGet(SECOND);
    clock.stop();
    nanos.addAndGet(SECOND);

    assertEquals(MORNING.plusSeconds(70), clock.instant());
  }

  @Test
  void shouldChangeItsPaceWhereItIs() {
    clock.run(MORNING.plusSeconds(1_000), 10);
    nanos.addAndGet(2 * SECOND);
    clock.run(MORNING.plusSeconds(100_000), 1_000);
    nanos.addAndGet(SECOND);

    assertEquals(MORNING.plusSeconds(1_020), clock.instant());
  }

  @Test
  void shouldNeverGoBack() {
    clock.run(MORNING.plusSeconds(1_000), 10);
    nanos.addAndGet(2 * SECOND);

    assertThrows(IllegalArgumentException.class, () -> clock.stand(MORNING));
    assertThrows(IllegalArgumentException.class, () -> clock.run(MORNING.plusSeconds(19), 1));
    clock.stand(MORNING.plusSeconds(20));
    nanos.addAndGet(2 * SECOND);
    assertEquals(MORNING.plusSeconds(20), clock.instant());
  }
}
