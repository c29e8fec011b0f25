package motcua.readmodel;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import motcua.core.calendar.VietnamDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a month on the second day of the next one, when the safety offset of its last day is long
 * over (ledger.md 1). A failure costs speed and nothing else, so it is logged and tried again.
 */
public final class ClosingSchedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClosingSchedule.class);
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final int DAYS_OPEN = 1;

  private final MonthClosing closing;
  private final InstantSource clock;
  private final BooleanSupplier quiet;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("motcua-closing").daemon().unstarted(task));

  /**
   * @param quiet whether the read model has nearly caught up; while history pours in, months would
   *     be opened again as soon as they are closed
   */
  public ClosingSchedule(MonthClosing closing, InstantSource clock, BooleanSupplier quiet) {
    this.closing = Objects.requireNonNull(closing, "closing");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.quiet = Objects.requireNonNull(quiet, "quiet");
  }

  /** Looks for a month to close every few minutes from now on, not at once. */
  public void start() {
    timer.scheduleWithFixedDelay(
        this::runOrLog, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void runOrLog() {
    try {
      run();
    } catch (RuntimeException fault) {
      LOG.warn("months stay open, reports read their days", fault);
    }
  }

  /** Closes what there is to close; nothing unless it is quiet. */
  int run() {
    return quiet.getAsBoolean()
        ? closing.closeThrough(lastOver(VietnamDay.of(clock.instant())))
        : 0;
  }

  /** The last month that can be closed on a day. */
  static YearMonth lastOver(LocalDate today) {
    return YearMonth.from(today.minusDays(DAYS_OPEN)).minusMonths(1);
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
