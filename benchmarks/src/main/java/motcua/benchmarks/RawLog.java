package motcua.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Topics of a benchmark as bytes: made, read, and written by a plain producer. */
final class RawLog implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);

  private final String bootstrapServers;
  private final int partitions;
  private final Admin admin;

  RawLog(String bootstrapServers, int partitions) {
    this.bootstrapServers = bootstrapServers;
    this.partitions = partitions;
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  /** One record. */
  record Entry(byte[] key, byte[] value) {
    int bytes() {
      return key.length + value.length;
    }
  }

  void create(String... topics) throws IOException, InterruptedException {
    List<NewTopic> made =
        Arrays.stream(topics)
            .map(name -> new NewTopic(name, Optional.of(partitions), Optional.empty()))
            .toList();
    try {
      admin.createTopics(made).all().get();
    } catch (ExecutionException failed) {
      throw new IOException("cannot make topics: " + failed.getCause(), failed);
    }
  }

  /** All committed records of a topic. */
  List<Entry> read(String topic) {
    List<Entry> records = new ArrayList<>();
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> parts =
          IntStream.range(0, partitions).mapToObj(p -> new TopicPartition(topic, p)).toList();
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> read : consumer.poll(POLL)) {
          records.add(new Entry(read.key(), read.value()));
        }
      }
    }
    return records;
  }

  /**
   * Sends records with a producer as Kafka sets it up and nothing around it.
   *
   * @return seconds until all of them are acknowledged
   */
  double sendPlain(String topic, List<Entry> records) throws IOException, InterruptedException {
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", (Object) bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      begin(producer, topic);
      long begin = System.nanoTime();
      for (Entry record : records) {
        producer.send(
            new ProducerRecord<>(topic, record.key(), record.value()),
            (place, fault) -> failure.compareAndSet(null, fault));
      }
      producer.flush();
      if (failure.get() != null) {
        throw new IOException("the plain producer failed: " + failure.get(), failure.get());
      }
      return (System.nanoTime() - begin) / 1e9;
    }
  }

  /**
   * One record alone to each partition. A new topic's partitions are not all led yet when its
   * making is acknowledged: of several first batches under way the first can be refused and the
   * second taken, and the first is then out of order for ever.
   */
  private void begin(KafkaProducer<byte[], byte[]> producer, String topic)
      throws IOException, InterruptedException {
    try {
      for (int partition = 0; partition < partitions; partition++) {
        producer.send(new ProducerRecord<>(topic, partition, null, new byte[0])).get();
      }
    } catch (ExecutionException failed) {
      throw new IOException("the plain producer failed: " + failed.getCause(), failed);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
