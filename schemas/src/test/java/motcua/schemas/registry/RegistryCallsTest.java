package motcua.schemas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RegistryCallsTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(20);

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void shouldGiveTheAnswerOfOneCall() {
    assertEquals(1, RegistryCalls.answered(asked::incrementAndGet, LONG));
    assertEquals(1, asked.get());
  }

  @Test
  void shouldAskAgainWhenAnAnswerIsLost() throws Exception {
    CountDownLatch givenUp = new CountDownLatch(1);

    String answer =
        RegistryCalls.answered(
            () -> {
              if (asked.incrementAndGet() == 1) {
                hang(givenUp);
              }
              return "answer";
            },
            SHORT);

    assertEquals("answer", answer);
    assertEquals(2, asked.get());
    assertTrue(givenUp.await(10, TimeUnit.SECONDS), "the thread that hangs is let go");
  }

  @Test
  void shouldSayThatTheRegistryIsSilent() {
    var silent =
        assertThrows(
            RegistrySilentException.class,
            () ->
                RegistryCalls.answered(
                    () -> {
                      asked.incrementAndGet();
                      return hang(new CountDownLatch(1));
                    },
                    SHORT));

    assertEquals(3, asked.get());
    assertTrue(silent.getMessage().contains("asked 3 times"), silent.getMessage());
  }

  @Test
  void shouldThrowWhatTheCallThrowsAndNotAskAgain() {
    var refused = new IllegalArgumentException("no such schema");

    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                RegistryCalls.answered(
                    () -> {
                      asked.incrementAndGet();
                      throw refused;
                    },
                    LONG));

    assertSame(refused, thrown);
    assertEquals(1, asked.get());
  }

  @Test
  void shouldStopWaitingWhenInterrupted() {
    Thread.currentThread().interrupt();

    assertThrows(
        RegistrySilentException.class,
        () -> RegistryCalls.answered(() -> hang(new CountDownLatch(1)), LONG));
    assertTrue(Thread.interrupted(), "whoever stops the thread sees it");
    assertFalse(Thread.currentThread().isInterrupted());
  }

  /** As the registry's client waits: until it is interrupted, which it wraps. */
  private static String hang(CountDownLatch givenUp) {
    try {
      return new CompletableFuture<String>().get();
    } catch (Exception interrupted) {
      givenUp.countDown();
      throw new IllegalStateException(interrupted);
    }
  }
}
