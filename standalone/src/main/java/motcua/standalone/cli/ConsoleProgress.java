package motcua.standalone.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import motcua.standalone.Progress;

/**
 * Shows on standard error how far a step has come once it takes longer than two seconds: one moving
 * bar on a terminal, a line every ten seconds elsewhere.
 */
final class ConsoleProgress implements Progress, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int PLAIN_EVERY_SECONDS = 10;
  private static final int BAR_CHARACTERS = 30;

  private final PrintStream out;
  private final boolean terminal;
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("motcua-progress").unstarted(task));
  private String step = "";
  private long startedNanos;
  private long done;
  private long total;
  private long shownSeconds;

  /** Shows on a stream until closed. */
  ConsoleProgress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    long everyMillis = terminal ? 200 : 1000;
    ticker.scheduleAtFixedRate(this::show, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
  }

  /** Shows on standard error. */
  static ConsoleProgress onStandardError() {
    return new ConsoleProgress(System.err, System.console() != null);
  }

  @Override
  public synchronized void step(String what) {
    clear();
    step = what;
    startedNanos = System.nanoTime();
    done = 0;
    total = 0;
    shownSeconds = 0;
  }

  @Override
  public synchronized void count(long nowDone, long ofTotal) {
    done = nowDone;
    total = ofTotal;
  }

  @Override
  public synchronized void close() {
    ticker.shutdownNow();
    clear();
    step = "";
  }

  private synchronized void show() {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - startedNanos);
    if (step.isEmpty() || elapsed.compareTo(PATIENCE) < 0) {
      return;
    }
    if (terminal) {
      out.print("\r\033[K" + line(elapsed));
      out.flush();
    } else if (shownSeconds == 0 || elapsed.toSeconds() >= shownSeconds + PLAIN_EVERY_SECONDS) {
      shownSeconds = elapsed.toSeconds();
      out.println(line(elapsed));
    }
  }

  private String line(Duration elapsed) {
    String counted = "";
    if (total > 0) {
      int full = (int) (BAR_CHARACTERS * Math.min(done, total) / total);
      counted =
          String.format(
              Locale.ROOT,
              " [%s%s] %d/%d",
              "#".repeat(full),
              ".".repeat(BAR_CHARACTERS - full),
              done,
              total);
    }
    return "motcua: " + step + counted + " (" + elapsed.toSeconds() + " s)";
  }

  private void clear() {
    if (terminal && !step.isEmpty()) {
      out.print("\r\033[K");
      out.flush();
    }
  }
}
