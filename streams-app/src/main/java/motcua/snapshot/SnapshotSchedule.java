package motcua.snapshot;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import motcua.core.form.FormPreset;
import motcua.core.period.Period;
import motcua.core.period.Window;
import motcua.core.snapshot.DuePeriods;
import motcua.core.snapshot.PublicationRules;
import motcua.readmodel.Breakdown;
import motcua.readmodel.SnapshotSubject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares provisional snapshots of the periods that have ended, each once, so that they are there
 * to be looked at and published. A failure is logged and tried again.
 */
public final class SnapshotSchedule implements AutoCloseable {
  /** Who prepares: no person. */
  static final String AUTHOR = "motcua";

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotSchedule.class);
  private static final Duration INTERVAL = Duration.ofMinutes(10);

  private final Snapshots snapshots;
  private final List<String> scopes;
  private final List<Window> kinds;
  private final InstantSource clock;
  private final BooleanSupplier caughtUp;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("motcua-snapshots").daemon().unstarted(task));

  /**
   * @param scopes to draw for
   * @param kinds of periods
   * @param caughtUp whether the read model holds what was known on the last closed day
   */
  public SnapshotSchedule(
      Snapshots snapshots,
      List<String> scopes,
      List<Window> kinds,
      InstantSource clock,
      BooleanSupplier caughtUp) {
    this.snapshots = Objects.requireNonNull(snapshots, "snapshots");
    this.scopes = List.copyOf(scopes);
    this.kinds = List.copyOf(kinds);
    this.clock = Objects.requireNonNull(clock, "clock");
    this.caughtUp = Objects.requireNonNull(caughtUp, "caughtUp");
  }

  /** Looks for ended periods every few minutes from now on, not at once. */
  public void start() {
    timer.scheduleWithFixedDelay(
        this::runOrLog, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void runOrLog() {
    try {
      run();
    } catch (RuntimeException failed) {
      LOG.warn("due snapshots were not prepared", failed);
    }
  }

  /** Prepares what is due and not there yet; nothing while the read model is behind. */
  void run() {
    if (!caughtUp.getAsBoolean()) {
      return;
    }
    LocalDate closed = PublicationRules.lastClosedDay(clock.instant());
    for (Period period : DuePeriods.endedBy(closed, kinds)) {
      for (String scope : scopes) {
        prepare(new SnapshotSubject(scope, period, Breakdown.NONE));
      }
    }
  }

  private void prepare(SnapshotSubject subject) {
    if (!snapshots.exists(subject)) {
      snapshots.prepare(new Order(subject, null, FormPreset.STRICT, AUTHOR));
      LOG.info("prepared a provisional snapshot of {}", subject);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
