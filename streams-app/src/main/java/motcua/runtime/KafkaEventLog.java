package motcua.runtime;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import motcua.audit.EventLog;
import motcua.audit.NotSettledException;
import motcua.audit.recount.LogRecord;
import motcua.codec.Micros;
import motcua.core.calendar.VietnamDay;
import motcua.schemas.events.ClockTick;
import motcua.schemas.events.DossierEvent;
import motcua.topology.Keys;
import motcua.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The event log for the audit. It follows the path of a record from stage to stage by what stands
 * in Kafka and in the database, and so works beside a running application, in another process, and
 * when none runs at all. It writes nothing.
 *
 * <p>The ledger's clock is taken from the ticks that the dossier tasks passed on behind their
 * postings: a due day before it has run out in every dossier, and a ledger task that has met a tick
 * of each of them has sent every cell it held back.
 */
public final class KafkaEventLog implements EventLog {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration POLL = Duration.ofMillis(100);

  /** From a dossier to the home of an event id, and from there to the other dossiers. */
  private static final int MAIL_HOPS = 2;

  private final Admin admin;
  private final Map<String, Object> kafka;
  private final Readers readers;
  private final String group;
  private final int generation;
  private final int partitions;
  private final Supplier<Map<TopicPartition, Long>> readModel;
  private final Duration patience;

  /**
   * What turns values into records; empty when the bytes are none.
   *
   * @param events asked by the thread of an audit
   * @param ticks likewise
   */
  public record Readers(
      Function<byte[], Optional<DossierEvent>> events,
      Function<byte[], Optional<ClockTick>> ticks) {}

  /**
   * @param kafka what every Kafka client gets
   * @param group consumer group of the topology
   * @param readModel next offsets the read model will apply, as committed in its database
   * @param patience how long {@link #settle} waits
   */
  public KafkaEventLog(
      Admin admin,
      Map<String, Object> kafka,
      Readers readers,
      String group,
      int generation,
      int partitions,
      Supplier<Map<TopicPartition, Long>> readModel,
      Duration patience) {
    this.admin = admin;
    this.kafka = Map.copyOf(kafka);
    this.readers = readers;
    this.group = group;
    this.generation = generation;
    this.partitions = partitions;
    this.readModel = readModel;
    this.patience = patience;
  }

  @Override
  public Point settle() throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      LogTail tail = new LogTail(consumer, readers.ticks());
      Map<TopicPartition, Long> events = ends(Topics.EVENTS);
      awaitRead("the dossiers", events, this::committed, any -> true, tail, deadline);
      for (int hop = 0; hop < MAIL_HOPS; hop++) {
        awaitRead("the dossiers", ends(Topics.MAIL), this::committed, any -> true, tail, deadline);
      }
      Map<TopicPartition, LogTail.Ticks> ticks = awaitTicks(tail, deadline);
      Map<TopicPartition, Long> postings = new HashMap<>();
      ticks.forEach((part, behind) -> postings.put(part, behind.end()));
      awaitRead("the ledger", postings, this::committed, any -> true, tail, deadline);
      awaitRead("the journal", postings, readModel, this::isPosting, tail, deadline);
      awaitRead("PostgreSQL", ends(Topics.LEDGER), readModel, any -> true, tail, deadline);
      awaitRead("PostgreSQL", ends(Topics.DEAD_LETTERS), readModel, any -> true, tail, deadline);
      long clock =
          ticks.values().stream().mapToLong(LogTail.Ticks::clockMicros).min().orElseThrow();
      Map<Integer, Long> byPartition = new HashMap<>();
      events.forEach((part, end) -> byPartition.put(part.partition(), end));
      return new Point(byPartition, day(clock));
    }
  }

  private boolean isPosting(ConsumerRecord<byte[], byte[]> record) {
    return !Keys.isTick(record.key());
  }

  private static LocalDate day(long micros) {
    return VietnamDay.of(Micros.toInstant(micros));
  }

  /** Waits until a reader has passed the ends, save for records that do not matter to it. */
  private void awaitRead(
      String reader,
      Map<TopicPartition, Long> ends,
      Supplier<Map<TopicPartition, Long>> positions,
      Predicate<ConsumerRecord<byte[], byte[]>> matters,
      LogTail tail,
      long deadline)
      throws InterruptedException {
    Set<TopicPartition> behind = new HashSet<>(ends.keySet());
    await(
        () -> {
          Map<TopicPartition, Long> at = positions.get();
          behind.removeIf(
              part -> tail.holdsNone(part, at.getOrDefault(part, 0L), ends.get(part), matters));
          return behind.isEmpty();
        },
        () -> {
          TopicPartition part = behind.iterator().next();
          return "%s stand at %d of %d in %s"
              .formatted(reader, positions.get().getOrDefault(part, 0L), ends.get(part), part);
        },
        deadline);
  }

  private Map<TopicPartition, LogTail.Ticks> awaitTicks(LogTail tail, long deadline)
      throws InterruptedException {
    Map<TopicPartition, Long> ends = ends(Topics.POSTINGS);
    Map<TopicPartition, LogTail.Ticks> ticks = new HashMap<>();
    await(
        () -> {
          for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            if (!ticks.containsKey(end.getKey())) {
              LogTail.Ticks behind = tail.ticksBehind(end.getKey(), end.getValue(), partitions);
              if (behind.firstByOrigin().size() == partitions) {
                ticks.put(end.getKey(), behind);
              }
            }
          }
          return ticks.size() == ends.size();
        },
        () -> "the clock has not passed every dossier task since the last posting",
        deadline);
    return ticks;
  }

  private static void await(BooleanSupplier done, Supplier<String> what, long deadline)
      throws InterruptedException {
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new NotSettledException(
            "the read model has not caught up with the event log, nothing was compared: "
                + what.get());
      }
      Thread.sleep(PAUSE);
    }
  }

  @Override
  public void read(Point point, Consumer<byte[]> each) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      Map<TopicPartition, Long> left = new HashMap<>();
      point
          .ends()
          .forEach(
              (part, end) -> left.put(new TopicPartition(Topics.EVENTS.topicName(), part), end));
      left.values().removeIf(end -> end == 0);
      consumer.assign(left.keySet());
      consumer.seekToBeginning(left.keySet());
      for (TopicPartition part : left.keySet()) {
        if (consumer.position(part) != 0) {
          throw new IllegalStateException(
              "the event log of %s begins at %d: what is gone cannot be recounted"
                  .formatted(part, consumer.position(part)));
        }
      }
      drain(consumer, left, each);
    }
  }

  private void drain(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> left,
      Consumer<byte[]> each) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!left.isEmpty()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        TopicPartition part = new TopicPartition(record.topic(), record.partition());
        Long end = left.get(part);
        if (end != null && record.offset() < end) {
          each.accept(record.value());
          deadline = System.nanoTime() + patience.toNanos();
        }
      }
      Set<TopicPartition> done =
          left.keySet().stream()
              .filter(part -> consumer.position(part) >= left.get(part))
              .collect(Collectors.toSet());
      consumer.pause(done);
      left.keySet().removeAll(done);
      if (System.nanoTime() > deadline) {
        throw new NotSettledException("the event log does not end where it should: " + left);
      }
    }
  }

  @Override
  public Optional<LocalDate> firstDayLearnedSince(Point point) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      LogTail tail = new LogTail(consumer, readers.ticks());
      Set<LocalDate> days = new HashSet<>();
      ends(Topics.EVENTS)
          .forEach(
              (part, end) -> {
                boolean all =
                    tail.forEach(
                        part,
                        point.ends().getOrDefault(part.partition(), 0L),
                        end,
                        record -> {
                          decode(record.value())
                              .flatMap(LogRecord::of)
                              .ifPresent(known -> days.add(known.knownOn()));
                          return true;
                        });
                if (!all) {
                  throw new NotSettledException(
                      "records of %s are not committed yet, nothing was compared".formatted(part));
                }
              });
      ends(Topics.POSTINGS)
          .forEach(
              (part, end) -> {
                long latest = tail.ticksBehind(part, end, partitions).latestMicros();
                if (latest != Long.MIN_VALUE && day(latest).isAfter(point.clockDay())) {
                  days.add(point.clockDay().plusDays(1));
                }
              });
      return days.stream().min(LocalDate::compareTo);
    }
  }

  @Override
  public Optional<DossierEvent> decode(byte[] value) {
    return readers.events().apply(value);
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "motcua-audit");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private Map<TopicPartition, Long> ends(Topics topic) {
    Map<TopicPartition, OffsetSpec> parts =
        IntStream.range(0, topic.partitions(partitions))
            .mapToObj(part -> new TopicPartition(topic.topicName(generation), part))
            .collect(Collectors.toMap(part -> part, part -> OffsetSpec.latest()));
    // What is still in a transaction counts: it must be waited for.
    var options = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
    Map<TopicPartition, Long> ends = new HashMap<>();
    asked(() -> admin.listOffsets(parts, options).all().get())
        .forEach((part, info) -> ends.put(part, info.offset()));
    return ends;
  }

  private Map<TopicPartition, Long> committed() {
    Map<TopicPartition, Long> committed = new HashMap<>();
    asked(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get())
        .forEach(
            (part, at) -> {
              if (at != null) {
                committed.put(part, at.offset());
              }
            });
    return committed;
  }

  private interface Question<T> {
    T ask() throws ExecutionException, InterruptedException;
  }

  private static <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka does not answer the audit: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while asking Kafka", e);
    }
  }
}
