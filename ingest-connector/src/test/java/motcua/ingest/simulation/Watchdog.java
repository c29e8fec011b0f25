package motcua.ingest.simulation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says so when one input takes longer than any may. */
final class Watchdog implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Supplier<String> current;
  private final Runnable hung;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread watched = Thread.currentThread();
  private final Thread thread = new Thread(this::watch, "watchdog");

  /**
   * Watches the thread that makes it.
   *
   * @param current names the input, another one when it is done
   */
  Watchdog(Supplier<String> current, Runnable hung) {
    this.current = current;
    this.hung = hung;
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws InterruptedException {
    stop.countDown();
    thread.join();
  }

  private void watch() {
    String seen = "";
    long since = System.nanoTime();
    try {
      while (!stop.await(1, TimeUnit.SECONDS)) {
        String now = current.get();
        if (!now.equals(seen)) {
          seen = now;
          since = System.nanoTime();
        } else if (System.nanoTime() - since > LONGEST.toNanos()) {
          for (StackTraceElement frame : watched.getStackTrace()) {
            System.err.println("  at " + frame);
          }
          hung.run();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
