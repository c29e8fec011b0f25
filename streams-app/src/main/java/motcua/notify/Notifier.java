package motcua.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import motcua.core.notice.Addressee;
import motcua.core.notice.Directory;
import motcua.core.notice.Manner;
import motcua.core.notice.NoticePlanner;
import motcua.core.notice.Timetable;
import motcua.readmodel.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of transitions: makes them into messages, and sends those that are due, each channel on a
 * thread of its own, so that a server that hangs holds up its own channel only. Several may work on
 * one outbox.
 */
public final class Notifier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final int TRANSITIONS_AT_ONCE = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Outbox outbox;
  private final List<Line> lines;
  private final Directory directory;
  private final Timetable timetable;
  private final NoticePlanner planner;
  private final NotifierSettings settings;
  private final InstantSource clock;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final ScheduledExecutorService threads;
  private LocalDate digestsOpened = LocalDate.MIN;

  /**
   * @param lines channels that are on
   * @param directory of the same channels
   * @param clock the real one: whoever replays the past must not tell it as news
   */
  public Notifier(
      Outbox outbox,
      List<Line> lines,
      Directory directory,
      Timetable timetable,
      NotifierSettings settings,
      InstantSource clock) {
    this.outbox = Objects.requireNonNull(outbox, "outbox");
    this.lines = List.copyOf(lines);
    this.directory = Objects.requireNonNull(directory, "directory");
    this.timetable = Objects.requireNonNull(timetable, "timetable");
    this.planner = new NoticePlanner(directory, timetable);
    this.settings = Objects.requireNonNull(settings, "settings");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.threads =
        Executors.newScheduledThreadPool(
            2 * lines.size() + 1,
            task -> Thread.ofPlatform().name("motcua-notifier").daemon().unstarted(task));
  }

  /** Begins; without a channel that is on there is nothing to do. */
  public void start() {
    if (lines.isEmpty()) {
      LOG.info("no channel of notify.* is configured: nobody is told of alerts");
      return;
    }
    repeat(this::expand, settings.poll());
    for (Line line : lines) {
      repeat(new DeliveryRound(outbox, line, settings, clock)::run, settings.poll());
      line.upkeep().ifPresent(upkeep -> repeat(upkeep.step(), upkeep.interval()));
    }
  }

  private void repeat(Runnable step, Duration interval) {
    threads.scheduleWithFixedDelay(
        () -> runOrLog(step), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void runOrLog(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException passing) {
      if (!threads.isShutdown()) {
        LOG.warn("the notifier could not work, it tries again", passing);
      }
    } catch (Error fatal) {
      failure.compareAndSet(null, fatal);
      throw fatal;
    }
  }

  private void expand() {
    while (outbox.expand(planner, TRANSITIONS_AT_ONCE, clock.instant()) == TRANSITIONS_AT_ONCE) {
      if (threads.isShutdown()) {
        return;
      }
    }
    openDigests();
  }

  /** Heads are told of dossiers that are nearly due also when no alert concerns them. */
  private void openDigests() {
    Instant now = clock.instant();
    Optional<LocalDate> day = timetable.digestDue(now).filter(digestsOpened::isBefore);
    if (day.isPresent()) {
      if (outbox.digestsOpenedUntil().isBefore(day.get())) {
        List<Addressee> heads = List.copyOf(directory.heads(day.get()).keySet());
        outbox.openDigests(
            new Manner.InDigest(day.get(), timetable.digestAt(day.get())), heads, now);
      }
      digestsOpened = day.get();
    }
  }

  /** Why it cannot go on; empty while it can. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure.get()).map(Throwable::toString);
  }

  /** Lets attempts that run come to their end for a while, then stops. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException stop) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
    lines.forEach(line -> line.sender().close());
  }
}
