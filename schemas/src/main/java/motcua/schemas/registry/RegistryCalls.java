package motcua.schemas.registry;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Calls of serializers that may ask the registry. The registry's clients wait for an answer without
 * end: one that is lost on the way would hold a thread of the pipeline for good, and nothing would
 * say so. A call that is not answered in time is given up and made again.
 */
public final class RegistryCalls {
  /** Time for one attempt; a registry that is merely slow answers within. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int ATTEMPTS = 3;

  private RegistryCalls() {}

  /**
   * What a call gives.
   *
   * @param call may run again in another thread while an attempt before it still hangs
   * @throws RegistrySilentException after a minute without an answer
   * @throws RuntimeException as the call throws it, at once
   */
  public static <T> T answered(Supplier<T> call) {
    return answered(call, PATIENCE);
  }

  static <T> T answered(Supplier<T> call, Duration patience) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      FutureTask<T> answer = new FutureTask<>(call::get);
      Thread asking = Thread.ofVirtual().name("motcua-registry").start(answer);
      try {
        return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException hangs) {
        asking.interrupt();
      } catch (InterruptedException stopped) {
        asking.interrupt();
        Thread.currentThread().interrupt();
        throw new RegistrySilentException("stopped while the schema registry was asked", stopped);
      } catch (ExecutionException failed) {
        throw rethrown(failed.getCause());
      }
    }
    throw new RegistrySilentException(
        "the schema registry was asked %d times and did not answer within %d s"
            .formatted(ATTEMPTS, patience.toSeconds()),
        null);
  }

  private static RuntimeException rethrown(Throwable cause) {
    return switch (cause) {
      case RuntimeException fault -> fault;
      case Error fault -> throw fault;
      default -> new IllegalStateException(cause);
    };
  }
}
