package motcua.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import motcua.coverage.Coverage;
import motcua.readmodel.AlertReadModel;
import motcua.readmodel.LiveReadModel;
import motcua.readmodel.StoreUnavailableException;
import motcua.report.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who listen what changes in their scopes. One thread asks the database for all of
 * them, and asks nothing while nobody listens. Thread-safe.
 */
public final class Feed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

  /** Pages of an office and its wall screens; a bound for the threads that send. */
  private static final int MOST_LISTENERS = 200;

  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(200);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(2);

  private final FeedRounds rounds;
  private final int mostListeners;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<Subscription> listeners = new LinkedHashSet<>();
  private Thread thread;
  private boolean newcomers;
  private boolean closed;

  /**
   * @param clock decides what today is
   */
  public Feed(
      LiveReadModel readModel,
      AlertReadModel alerts,
      Coverage coverage,
      Reference reference,
      InstantSource clock) {
    this(new FeedRounds(readModel, alerts, coverage, reference, clock), MOST_LISTENERS);
  }

  Feed(FeedRounds rounds, int mostListeners) {
    this.rounds = rounds;
    this.mostListeners = mostListeners;
  }

  /**
   * Begins to listen; the first event is the figures of the scope, whole, after the steps of alerts
   * it has missed.
   *
   * @param scope a code that {@code UnitTree#isScope} knows
   * @param toldUpTo position of the last step of an alert that the listener knows
   * @return empty when too many listen already, or it is closed
   */
  public Optional<Subscription> subscribe(String scope, OptionalLong toldUpTo) {
    lock.lock();
    try {
      if (closed || listeners.size() >= mostListeners) {
        return Optional.empty();
      }
      Subscription subscription = new Subscription(scope, toldUpTo, this::ended);
      listeners.add(subscription);
      newcomers = true;
      if (thread == null) {
        thread = Thread.ofPlatform().daemon().name("motcua-live").start(this::run);
      }
      changed.signalAll();
      return Optional.of(subscription);
    } finally {
      lock.unlock();
    }
  }

  /** How many listen. */
  public int listeners() {
    lock.lock();
    try {
      return listeners.size();
    } finally {
      lock.unlock();
    }
  }

  private void ended(Subscription subscription) {
    lock.lock();
    try {
      listeners.remove(subscription);
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      Duration pause = Duration.ZERO;
      for (List<Subscription> all = await(pause); !all.isEmpty(); all = await(pause)) {
        pause = turn(all);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Those who listen; empty when it is closed. */
  private List<Subscription> await(Duration pause) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = pause.toNanos();
      while (!closed && (listeners.isEmpty() || (left > 0 && !newcomers))) {
        if (listeners.isEmpty()) {
          changed.await();
        } else {
          left = changed.awaitNanos(left);
        }
      }
      newcomers = false;
      return closed ? List.of() : List.copyOf(listeners);
    } finally {
      lock.unlock();
    }
  }

  /** Gives how long to wait before the next. */
  private Duration turn(List<Subscription> all) {
    try {
      rounds.turn(all);
      return BETWEEN_ROUNDS;
    } catch (StoreUnavailableException away) {
      LOG.warn("no live figures: {}", away.getMessage());
    } catch (RuntimeException fault) {
      LOG.error("no live figures", fault);
    }
    return AFTER_FAULT;
  }

  /** Ends every subscription. */
  @Override
  public void close() {
    Thread running;
    List<Subscription> all;
    lock.lock();
    try {
      closed = true;
      running = thread;
      all = List.copyOf(listeners);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    all.forEach(Subscription::close);
    if (running != null) {
      running.interrupt();
    }
  }
}
