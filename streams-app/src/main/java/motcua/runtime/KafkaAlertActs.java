package motcua.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import motcua.alert.ActNotSentException;
import motcua.alert.AlertActs;
import motcua.codec.FramedWriter;
import motcua.codec.Micros;
import motcua.readmodel.AlertAct;
import motcua.topology.Keys;
import motcua.topology.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * {@link AlertActs} into the topic {@code motcua.alert-acts}. Names and notes stay behind: the
 * record holds the act's id alone.
 */
public final class KafkaAlertActs implements AlertActs, AutoCloseable {
  private static final int LIMIT_MS = 10_000;

  private final Producer<byte[], byte[]> producer;
  private final FramedWriter<motcua.schemas.internal.AlertAct> writer;
  private final Duration limit;

  /** Connects. */
  public static KafkaAlertActs connect(
      Map<String, Object> kafka, FramedWriter<motcua.schemas.internal.AlertAct> writer) {
    var config = new HashMap<>(kafka);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "motcua-alert-acts");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LIMIT_MS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MS / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LIMIT_MS);
    return new KafkaAlertActs(
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()),
        writer,
        Duration.ofMillis(LIMIT_MS));
  }

  /**
   * @param producer idempotent, with acknowledgement of all replicas; closed with this
   * @param limit how long an answer is waited for
   */
  KafkaAlertActs(
      Producer<byte[], byte[]> producer,
      FramedWriter<motcua.schemas.internal.AlertAct> writer,
      Duration limit) {
    this.producer = Objects.requireNonNull(producer, "producer");
    this.writer = Objects.requireNonNull(writer, "writer");
    this.limit = Objects.requireNonNull(limit, "limit");
  }

  @Override
  public void send(AlertAct act) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      var record =
          new ProducerRecord<>(Topics.ALERT_ACTS.topicName(), Keys.unit(act.scope()), written(act));
      producer.send(record).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptException stopped) {
      throw interrupted(stopped);
    } catch (ExecutionException | TimeoutException | RuntimeException fault) {
      throw new ActNotSentException("Kafka did not take act " + act.id(), fault);
    }
  }

  private static InterruptedException interrupted(InterruptException stopped) {
    // The client has set the thread's flag again; the exception stands for it from here on.
    Thread.interrupted();
    var cause = new InterruptedException(stopped.getMessage());
    cause.initCause(stopped);
    return cause;
  }

  /** The writer is not made for several threads. */
  private synchronized byte[] written(AlertAct act) {
    return writer.write(
        motcua.schemas.internal.AlertAct.newBuilder()
            .setActId(act.id())
            .setScope(act.scope())
            .setAct(act.kind().name())
            .setUntilMicros(Micros.ofNullable(act.until()))
            .setAtMicros(Micros.of(act.at()))
            .build());
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
