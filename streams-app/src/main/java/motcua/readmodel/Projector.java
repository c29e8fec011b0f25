package motcua.readmodel;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the ledger's topics into the read model, exactly once: it reads from the offsets the
 * database holds and writes rows and offsets in one transaction (kafka-streams D1, D2). Runs on a
 * thread of its own; the consumer is its own too and must be {@code read_committed} with {@code
 * auto.offset.reset=earliest}.
 *
 * <p>It stops for good on a record that cannot be decoded, when another sink writes, and when the
 * database stays away longer than {@link ProjectorSettings#retryFor()}; {@link #failure()} then
 * says why and the listener is told once.
 */
public final class Projector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
  private static final Duration POLL = Duration.ofMillis(25);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final long KAFKA_COMMIT_NANOS = Duration.ofSeconds(1).toNanos();

  /** Life of a projector. */
  public enum State {
    CREATED,
    RUNNING,
    STOPPED,
    FAILED
  }

  private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
  private final RecordDecoder decoder;
  private final ProjectionStore store;
  private final ProjectedTopics topics;
  private final ProjectorSettings settings;
  private final Consumer<Throwable> onFailure;
  private final Thread thread;
  private final BatchCollector collector;

  private final Map<TopicPartition, Long> settled = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> lags = new ConcurrentHashMap<>();
  private final AtomicLong recordsWritten = new AtomicLong();
  private final AtomicLong batchesWritten = new AtomicLong();
  private final AtomicLong recordsSkipped = new AtomicLong();
  private final AtomicLong deadLettersSeen = new AtomicLong();
  private final AtomicLong appliedAtMicros = new AtomicLong();
  private volatile State state = State.CREATED;
  private volatile Throwable failure;
  private volatile boolean closing;
  private long batchStartedNanos;
  private long kafkaCommittedNanos;

  /**
   * Makes a projector; nothing happens before {@link #start()}.
   *
   * @param consumer closed by the projector
   * @param store closed by the projector
   * @param onFailure told once, on the projector's thread, when it stops for a fault
   */
  public Projector(
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
      RecordDecoder decoder,
      ProjectionStore store,
      ProjectedTopics topics,
      ProjectorSettings settings,
      Consumer<Throwable> onFailure) {
    this.consumer = Objects.requireNonNull(consumer, "consumer");
    this.decoder = Objects.requireNonNull(decoder, "decoder");
    this.store = Objects.requireNonNull(store, "store");
    this.topics = Objects.requireNonNull(topics, "topics");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.onFailure = Objects.requireNonNull(onFailure, "onFailure");
    this.collector = new BatchCollector(settings.generation());
    this.thread = new Thread(this::run, "motcua-projector-" + settings.generation());
  }

  /** Starts reading. The topics must exist. */
  public void start() {
    thread.start();
  }

  /** Where its life stands. */
  public State state() {
    return state;
  }

  /** Why it stopped; empty while it runs and after a plain close. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Next offset of a partition that is committed in the database; -1 before it is known. */
  public long settledAt(String topic, int partition) {
    return settled.getOrDefault(new TopicPartition(topic, partition), -1L);
  }

  /** Next offsets committed in the database. */
  public Map<TopicPartition, Long> settled() {
    return Map.copyOf(settled);
  }

  /**
   * Waits until the database holds everything before the targets.
   *
   * @return false when the time ran out
   * @throws IllegalStateException when the projector failed meanwhile
   */
  public boolean awaitSettled(Map<TopicPartition, Long> targets, Duration timeout)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    synchronized (settled) {
      while (!targets.entrySet().stream()
          .allMatch(target -> settled.getOrDefault(target.getKey(), -1L) >= target.getValue())) {
        if (state == State.FAILED || state == State.STOPPED) {
          throw new IllegalStateException("the projector is " + state, failure);
        }
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        settled.wait(Math.min(left, 200));
      }
      return true;
    }
  }

  /** Figures for meters and health. */
  public ProjectorStatus status() {
    return new ProjectorStatus(
        state,
        recordsWritten.get(),
        batchesWritten.get(),
        recordsSkipped.get(),
        deadLettersSeen.get(),
        appliedAtMicros.get(),
        Map.copyOf(lags));
  }

  private void run() {
    try {
      open();
      setState(State.RUNNING);
      while (!closing) {
        step();
      }
      flush();
      setState(State.STOPPED);
    } catch (RuntimeException | Error fault) {
      fail(fault);
    } finally {
      consumer.close();
      store.close();
    }
  }

  private void fail(Throwable fault) {
    if (closing) {
      LOG.warn("projector closed while at work; the next start goes on from the database", fault);
      setState(State.STOPPED);
      return;
    }
    failure = fault;
    setState(State.FAILED);
    LOG.error("projector stopped", fault);
    onFailure.accept(fault);
  }

  private void setState(State next) {
    synchronized (settled) {
      state = next;
      settled.notifyAll();
    }
  }

  private void open() {
    List<TopicPartition> partitions =
        topics.all().stream().flatMap(topic -> partitionsOf(topic).stream()).toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> positions =
        retrying(() -> store.positions(settings.generation(), partitions));
    settled.putAll(positions);
    positions.forEach(consumer::seek);
    LOG.info("projector starts at {}", positions);
  }

  private List<TopicPartition> partitionsOf(String topic) {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw new IllegalStateException("topic " + topic + " does not exist");
    }
    return found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private void step() {
    ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
    if (collector.records() == 0) {
      batchStartedNanos = System.nanoTime();
    }
    for (ConsumerRecord<byte[], byte[]> record : polled) {
      take(record);
    }
    if (isDue(polled.isEmpty())) {
      flush();
    }
  }

  private boolean isDue(boolean idle) {
    return idle
        || collector.records() >= settings.maxRecords()
        || System.nanoTime() - batchStartedNanos >= settings.linger().toNanos();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null || isInternal(record.key())) {
      return;
    }
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    if (!collector.add(partition, record.offset(), decode(record))) {
      recordsSkipped.incrementAndGet();
    }
    if (record.topic().equals(topics.deadLetters())) {
      deadLettersSeen.incrementAndGet();
    }
  }

  /**
   * Ticks pass through the journal's topic under keys that start with U+0000; they are no postings.
   */
  private static boolean isInternal(byte[] key) {
    return key != null && key.length > 0 && key[0] == 0;
  }

  private SpecificRecord decode(ConsumerRecord<byte[], byte[]> record) {
    try {
      return decoder.decode(record.topic(), record.value());
    } catch (RuntimeException fault) {
      throw new IllegalStateException(
          "cannot decode %s partition %d offset %d: the ledger's own topics must be readable"
              .formatted(record.topic(), record.partition(), record.offset()),
          fault);
    }
  }

  private void flush() {
    Map<TopicPartition, Long> positions = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      positions.put(partition, consumer.position(partition));
    }
    int records = collector.records();
    ProjectionBatch batch = collector.drain(settled, positions);
    if (!batch.moves().isEmpty()) {
      retrying(
          () -> {
            store.write(batch);
            return batch;
          });
      settle(batch, records);
    }
    watchLag();
  }

  private void settle(ProjectionBatch batch, int records) {
    recordsWritten.addAndGet(records);
    batchesWritten.incrementAndGet();
    for (OffsetMove move : batch.moves()) {
      appliedAtMicros.accumulateAndGet(move.appliedAtMicros(), Math::max);
    }
    synchronized (settled) {
      batch.moves().forEach(move -> settled.put(move.partition(), move.to()));
      settled.notifyAll();
    }
  }

  private void watchLag() {
    for (TopicPartition partition : settled.keySet()) {
      OptionalLong lag = consumer.currentLag(partition);
      lag.ifPresent(records -> lags.put(partition, records));
    }
    if (settings.commitToKafka() && System.nanoTime() - kafkaCommittedNanos > KAFKA_COMMIT_NANOS) {
      Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
      settled.forEach((partition, next) -> offsets.put(partition, new OffsetAndMetadata(next)));
      consumer.commitAsync(offsets, (committed, fault) -> {});
      kafkaCommittedNanos = System.nanoTime();
    }
  }

  /**
   * Repeats a call while the database is away, with growing pauses, for at most {@code retryFor}.
   */
  private <T> T retrying(java.util.function.Supplier<T> call) {
    long deadline = System.nanoTime() + settings.retryFor().toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        return call.get();
      } catch (StoreUnavailableException away) {
        if (closing || System.nanoTime() + pause.toNanos() > deadline) {
          throw away;
        }
        LOG.warn("database away, trying again in {} ms", pause.toMillis(), away);
        pause(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : pause.multipliedBy(2);
      }
    }
  }

  private static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the database", interrupted);
    }
  }

  /** Writes what was read, then stops; waits for the thread. */
  @Override
  public void close() {
    closing = true;
    if (thread.getState() == Thread.State.NEW) {
      consumer.close();
      store.close();
      return;
    }
    try {
      thread.join(Duration.ofSeconds(30));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
