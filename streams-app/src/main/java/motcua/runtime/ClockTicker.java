package motcua.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import motcua.codec.FramedWriter;
import motcua.codec.Micros;
import motcua.schemas.events.ClockTick;
import motcua.topology.Keys;
import motcua.topology.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the clock into the log: one tick to every partition, so that time enters the tasks only as
 * a record.
 */
public final class ClockTicker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClockTicker.class);

  private final KafkaProducer<byte[], byte[]> producer;
  private final FramedWriter<ClockTick> writer;
  private final InstantSource clock;
  private final int partitions;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("motcua-clock").daemon().unstarted(task));

  /** Goes on growing from one process to the next. */
  private long sequence = System.currentTimeMillis() * 1_000;

  public ClockTicker(
      Map<String, Object> kafka,
      FramedWriter<ClockTick> writer,
      InstantSource clock,
      int partitions) {
    var config = new HashMap<>(kafka);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "motcua-clock");
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    this.writer = writer;
    this.clock = clock;
    this.partitions = partitions;
  }

  /** Ticks from now on. */
  public void start(Duration interval) {
    timer.scheduleAtFixedRate(this::tickOrLog, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Writes one tick to every partition and returns when all are durable. */
  public synchronized void tick() throws InterruptedException {
    byte[] value =
        writer.write(
            ClockTick.newBuilder()
                .setAtMicros(Micros.of(clock.instant()))
                .setSequence(sequence++)
                .build());
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      sent.add(
          producer.send(
              new ProducerRecord<>(Topics.CLOCK.topicName(), partition, Keys.tick(), value)));
    }
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("the clock cannot write to Kafka: " + e.getCause(), e);
      }
    }
  }

  private void tickOrLog() {
    try {
      tick();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("A clock tick was not written; the next one makes up for it", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    producer.close(Duration.ofSeconds(5));
  }
}
