package motcua.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Somebody who listens to a scope: a mailbox between the one who looks for changes and the one who
 * sends them on, so that a slow receiver holds up nobody. Figures not yet taken are replaced by
 * newer ones; only steps of alerts queue up. Thread-safe.
 */
public final class Subscription implements AutoCloseable {
  /** Whoever has not taken so many is gone, or will do better to begin anew. */
  private static final int MOST_WAITING = 1_000;

  private final String scope;
  private final Consumer<Subscription> ended;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<FeedEvent.Told> told = new ArrayDeque<>();
  private FeedEvent.Silence silence;
  private FeedEvent.Figures figures;
  private boolean closed;

  /** Of the thread that looks for changes: where it is with this one. */
  private OptionalLong toldUpTo;

  private boolean greeted;

  /**
   * @param toldUpTo position of the last transition it knows; empty: what comes from now on
   */
  Subscription(String scope, OptionalLong toldUpTo, Consumer<Subscription> ended) {
    this.scope = scope;
    this.toldUpTo = toldUpTo;
    this.ended = ended;
  }

  /** What it listens to. */
  public String scope() {
    return scope;
  }

  OptionalLong toldUpTo() {
    return toldUpTo;
  }

  void toldUpTo(long position) {
    toldUpTo = OptionalLong.of(position);
  }

  /** Whether it was given figures yet. */
  boolean isGreeted() {
    return greeted;
  }

  void offer(FeedEvent event) {
    boolean full = false;
    lock.lock();
    try {
      switch (event) {
        case FeedEvent.Told step -> {
          told.add(step);
          full = told.size() > MOST_WAITING;
        }
        case FeedEvent.Silence news -> silence = news;
        case FeedEvent.Figures news -> {
          figures = news;
          greeted = true;
        }
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (full) {
      close();
    }
  }

  /**
   * Waits for the next event.
   *
   * @return empty when the time is over or it was closed
   */
  public Optional<FeedEvent> take(Duration timeout) throws InterruptedException {
    long left = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (!closed) {
        FeedEvent next = next();
        if (next != null || left <= 0) {
          return Optional.ofNullable(next);
        }
        left = changed.awaitNanos(left);
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Steps of alerts first: figures say up to which they were told. */
  private FeedEvent next() {
    if (!told.isEmpty()) {
      return told.remove();
    }
    if (silence != null) {
      FeedEvent next = silence;
      silence = null;
      return next;
    }
    FeedEvent next = figures;
    figures = null;
    return next;
  }

  /** Whether nothing will come any more. */
  public boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Listens no more. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    ended.accept(this);
  }
}
