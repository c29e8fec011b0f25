package motcua.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import motcua.core.calendar.VietnamDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a day soon after it, when it can gain no more knowledge (ledger.md 1: a safety offset of a
 * quarter of an hour). A failure costs speed and nothing else, so it is logged and tried again.
 */
public final class ClosingSchedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClosingSchedule.class);
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Duration OPEN_AFTER_ITS_END = Duration.ofMinutes(30);

  private final Closing closing;
  private final InstantSource clock;
  private final BooleanSupplier quiet;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("motcua-closing").daemon().unstarted(task));

  /**
   * @param quiet whether the read model has nearly caught up; while history pours in, days would be
   *     opened again as soon as they are closed
   */
  public ClosingSchedule(Closing closing, InstantSource clock, BooleanSupplier quiet) {
    this.closing = Objects.requireNonNull(closing, "closing");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.quiet = Objects.requireNonNull(quiet, "quiet");
  }

  /** Looks for days to close every few minutes from now on, not at once. */
  public void start() {
    timer.scheduleWithFixedDelay(
        this::runOrLog, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void runOrLog() {
    try {
      run();
    } catch (RuntimeException fault) {
      LOG.warn("days stay open, reports read their cells", fault);
    }
  }

  /** Closes what there is to close; nothing unless it is quiet. */
  void run() {
    if (quiet.getAsBoolean()) {
      closing.closeThrough(lastOver(clock.instant()));
    }
  }

  /** The last day that can be closed at a moment. */
  static LocalDate lastOver(Instant now) {
    return VietnamDay.of(now.minus(OPEN_AFTER_ITS_END)).minusDays(1);
  }

  @Override
  public void close() {
    timer.shutdown();
    try {
      // A month under way is one transaction of seconds; killed, it would only begin again.
      if (!timer.awaitTermination(1, TimeUnit.MINUTES)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
