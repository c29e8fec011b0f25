package motcua.standalone.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a signal (Ctrl+C, SIGTERM) end the work in order: the process stays until {@link #served}
 * says that everything is stopped.
 *
 * <p>The thread that works is interrupted, so that no wait outlives the signal.
 */
final class StopSignal {
  private static final long LOOK_MILLIS = 1_000;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch served = new CountDownLatch(1);

  private StopSignal() {}

  /** Listens from now on, for the thread that calls. */
  static StopSignal listen() {
    StopSignal signal = new StopSignal();
    Thread worker = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("motcua-stop")
                .unstarted(
                    () -> {
                      signal.asked.countDown();
                      if (signal.served.getCount() > 0) {
                        worker.interrupt();
                      }
                      signal.awaitServed();
                    }));
    return signal;
  }

  /** Waits for the signal. */
  void await() {
    try {
      asked.await();
    } catch (InterruptedException stop) {
      // It is the signal; what follows must be able to wait for what it stops.
    }
    Thread.interrupted();
  }

  /**
   * Waits for the signal, or until the work cannot go on: a process that stays without working is
   * never started again by its supervisor.
   *
   * @param failure why it cannot go on; null while it can
   * @throws IOException with what {@code failure} said
   */
  void awaitOrFail(Supplier<String> failure) throws IOException {
    try {
      while (!asked.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        String why = failure.get();
        if (why != null) {
          throw new IOException(why);
        }
      }
    } catch (InterruptedException stop) {
      // It is the signal; what follows must be able to wait for what it stops.
    }
    Thread.interrupted();
  }

  /** Everything is stopped: the process may end. */
  void served() {
    served.countDown();
  }

  private void awaitServed() {
    try {
      served.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
