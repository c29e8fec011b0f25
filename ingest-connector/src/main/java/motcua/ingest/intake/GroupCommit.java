package motcua.ingest.intake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches that wait at the same time are written in one transaction by one thread, so that the
 * price of a commit is shared; each is told its outcome when it is known. What waits too long to be
 * begun is taken back, and while a transaction hangs nothing new is let in.
 */
final class GroupCommit implements EventLog, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int GROUP_RECORDS = 10_000;
  private static final int GROUP_BATCHES = 500;
  private static final long LOOK_MILLIS = 100;
  private static final long SWEEP_MILLIS = 50;
  private static final long STOP_SECONDS = 20;
  private static final int MOST_FENCES = 3;
  private static final long FENCES_WINDOW_NANOS = TimeUnit.MINUTES.toNanos(2);

  private record Waiting(
      List<ProducerRecord<byte[], byte[]>> records,
      long sinceNanos,
      CompletableFuture<Outcome> outcome) {}

  private final BlockingQueue<Waiting> queue;
  private final Transactions transactions;
  private final long patienceNanos;
  private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread writer =
      Thread.ofPlatform().name("motcua-intake-writer").unstarted(this::run);
  private final Thread sweeper =
      Thread.ofPlatform().name("motcua-intake-patience").daemon().unstarted(this::sweep);
  private final Deque<Long> fences = new ArrayDeque<>();
  private volatile boolean stopping;
  private volatile boolean ready;
  private volatile long begunNanos;
  private volatile Optional<String> failure = Optional.empty();

  /**
   * A log that is not open yet.
   *
   * @param producers makes a producer that has not begun
   * @param places looks up what became of a record
   * @param maxWaiting batches that may wait
   * @param patience how long a batch waits to be begun
   */
  GroupCommit(
      Supplier<Producer<byte[], byte[]>> producers,
      CommittedPlaces places,
      int maxWaiting,
      Duration patience) {
    this.queue = new LinkedBlockingQueue<>(maxWaiting);
    this.patienceNanos = patience.toNanos();
    this.transactions =
        new Transactions(
            producers, places::isCommitted, () -> stopping, () -> Thread.sleep(LOOK_MILLIS));
  }

  /** Starts the threads; batches are taken from now on. */
  void start() {
    writer.start();
    sweeper.start();
  }

  /** Whether a batch given now would be begun at once. */
  boolean isReady() {
    return ready && !stalled() && failure.isEmpty();
  }

  /** Why it cannot go on; empty while it can. */
  Optional<String> failure() {
    return failure;
  }

  /** Batches that wait to be begun. */
  int waiting() {
    return queue.size();
  }

  @Override
  public CompletableFuture<Outcome> write(List<ProducerRecord<byte[], byte[]>> records) {
    var waiting = new Waiting(List.copyOf(records), System.nanoTime(), new CompletableFuture<>());
    boolean closed = stopping || failure.isPresent();
    if (closed || stalled() || !queue.offer(waiting)) {
      return CompletableFuture.completedFuture(Outcome.NOT_WRITTEN);
    }
    if ((stopping || failure.isPresent()) && queue.remove(waiting)) {
      return CompletableFuture.completedFuture(Outcome.NOT_WRITTEN);
    }
    return waiting.outcome();
  }

  /** Ends the transaction under way; what waits is not written. */
  @Override
  public void close() {
    stopping = true;
    boolean interrupted = Thread.interrupted();
    try {
      if (writer.isAlive() && !writer.join(Duration.ofSeconds(STOP_SECONDS))) {
        writer.interrupt();
        writer.join(Duration.ofSeconds(STOP_SECONDS));
      }
    } catch (InterruptedException again) {
      interrupted = true;
    }
    refuseAll();
    answers.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean stalled() {
    long begun = begunNanos;
    return begun != 0 && System.nanoTime() - begun > patienceNanos;
  }

  private void run() {
    try (transactions) {
      while (!stopping && failure.isEmpty()) {
        ready = transactions.isReady();
        if (!ready) {
          TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
          continue;
        }
        List<Waiting> group = nextGroup();
        if (!group.isEmpty()) {
          writeTogether(group);
        }
      }
    } catch (InterruptedException stop) {
      LOG.info("the intake's writer is stopped");
    } catch (RuntimeException | Error fault) {
      LOG.error("the intake's writer failed", fault);
      failure = Optional.of("the writer failed: " + fault.getClass().getName());
    } finally {
      ready = false;
      refuseAll();
    }
  }

  private List<Waiting> nextGroup() throws InterruptedException {
    List<Waiting> group = new ArrayList<>();
    Waiting next = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    int records = 0;
    while (next != null) {
      group.add(next);
      records += next.records().size();
      boolean full = records >= GROUP_RECORDS || group.size() >= GROUP_BATCHES;
      next = full ? null : queue.poll();
    }
    return group;
  }

  private void writeTogether(List<Waiting> group) {
    begunNanos = Math.max(1, System.nanoTime());
    Outcome outcome;
    try {
      List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
      group.forEach(waiting -> all.addAll(waiting.records()));
      outcome = transactions.write(all);
    } catch (Transactions.UnknownOutcomeException unknown) {
      // As after a kill: the sender sends again, and the ledger takes a record twice as one.
      LOG.warn("{}", unknown.getMessage());
      outcome = Outcome.NOT_WRITTEN;
    } catch (RuntimeException | Error fault) {
      group.forEach(waiting -> tell(waiting, Outcome.NOT_WRITTEN));
      throw fault;
    }
    begunNanos = 0;
    for (Waiting waiting : group) {
      tell(waiting, outcome);
    }
    if (transactions.wasFenced()) {
      countFence();
    }
  }

  /** A transaction that hung too long is fenced once; two processes fence each other for ever. */
  private void countFence() {
    long now = System.nanoTime();
    fences.add(now);
    fences.removeIf(earlier -> now - earlier > FENCES_WINDOW_NANOS);
    if (fences.size() >= MOST_FENCES) {
      failure =
          Optional.of(
              "another process uses the same intake.transactional.id; each intake needs its own");
    }
  }

  private void sweep() {
    try {
      while (!stopping) {
        TimeUnit.MILLISECONDS.sleep(SWEEP_MILLIS);
        long now = System.nanoTime();
        for (Waiting waiting : queue) {
          // Whoever takes it out of the queue answers it.
          if (now - waiting.sinceNanos() > patienceNanos && queue.remove(waiting)) {
            tell(waiting, Outcome.NOT_WRITTEN);
          }
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void refuseAll() {
    List<Waiting> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(waiting -> tell(waiting, Outcome.NOT_WRITTEN));
  }

  private void tell(Waiting waiting, Outcome outcome) {
    waiting.outcome().completeAsync(() -> outcome, answers);
  }
}
