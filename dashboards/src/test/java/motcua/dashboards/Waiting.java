package motcua.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits for what comes by itself, and not for ever. */
final class Waiting {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Waiting() {}

  /** Something that may not be there yet. */
  @FunctionalInterface
  interface Look<T> {
    Optional<T> now() throws Exception;
  }

  /**
   * Returns what is seen as soon as it is there.
   *
   * @throws AssertionError when it does not come
   */
  static <T> T until(String what, Look<T> look) throws Exception {
    Instant end = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(end)) {
      Optional<T> seen = look.now();
      if (seen.isPresent()) {
        return seen.get();
      }
      Thread.sleep(100);
    }
    throw new AssertionError("did not come within " + LIMIT.toSeconds() + " s: " + what);
  }
}
