package motcua.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import motcua.codec.FramedWriter;
import motcua.config.AppConfig;
import motcua.runtime.TopicSetup;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.sample.BenchmarkEvents;
import motcua.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * The event log of a benchmark: filled as the connector would fill it, and read raw for comparison.
 */
final class EventLog {
  private final AppConfig config;

  EventLog(Map<String, String> config) {
    this.config = new AppConfig(config);
  }

  /** Writes all events; returns when they are durable. */
  @SuppressWarnings("unchecked")
  void fill(BenchmarkEvents events) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(config.kafkaConfig())) {
      TopicSetup.ensure(
          admin,
          config.getInt(AppConfig.GENERATION),
          config.getInt(AppConfig.PARTITIONS),
          (short) 1);
    }
    var serializer = (Serializer<Object>) Utils.newInstance(config.serializer());
    serializer.configure(config.serdeConfig(), false);
    var writer = new FramedWriter<DossierEvent>(Topics.EVENTS.topicName(), serializer);
    var producerConfig = new HashMap<>(config.kafkaConfig());
    producerConfig.put("linger.ms", 20);
    producerConfig.put("batch.size", 256 << 10);
    producerConfig.put("compression.type", "lz4");
    try (var producer =
        new KafkaProducer<>(producerConfig, new ByteArraySerializer(), new ByteArraySerializer())) {
      var failure = new AtomicReference<Exception>();
      while (events.hasNext() && failure.get() == null) {
        DossierEvent event = events.next();
        byte[] key =
            (event.getSource() + "\u001f" + event.getDossierId()).getBytes(StandardCharsets.UTF_8);
        producer.send(
            new ProducerRecord<>(Topics.EVENTS.topicName(), key, writer.write(event)),
            (place, fault) -> failure.compareAndSet(null, fault));
      }
      producer.flush();
      if (failure.get() != null) {
        throw new ExecutionException(failure.get());
      }
    }
  }

  /** Reads all events as bytes and does nothing with them; events a second. */
  double readRaw(long events) {
    var consumerConfig = new HashMap<>(config.kafkaConfig());
    consumerConfig.put("max.poll.records", 10_000);
    consumerConfig.put("fetch.min.bytes", 64 << 10);
    try (var consumer =
        new KafkaConsumer<>(
            consumerConfig, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> parts =
          IntStream.range(0, config.getInt(AppConfig.PARTITIONS))
              .mapToObj(p -> new TopicPartition(Topics.EVENTS.topicName(), p))
              .toList();
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      long read = 0;
      long begin = System.nanoTime();
      while (read < events) {
        read += consumer.poll(Duration.ofSeconds(1)).count();
      }
      return read / ((System.nanoTime() - begin) / 1e9);
    }
  }
}
