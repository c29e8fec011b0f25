package motcua.systemtest;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics and counts how often each record is in them. */
final class EventLogReader {
  private static final int HEADER_BYTES = 5;
  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrapServers;
  private final String isolation;

  /**
   * A reader.
   *
   * @param committed whether it sees committed records only, as every consumer of ours
   */
  EventLogReader(String bootstrapServers, boolean committed) {
    this.bootstrapServers = bootstrapServers;
    this.isolation = committed ? "read_committed" : "read_uncommitted";
  }

  /** How often each id is in a topic, over all its partitions. */
  <T extends SpecificRecord> Map<String, Integer> count(
      String topic, Schema schema, Function<T, String> id) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    SpecificDatumReader<T> reader = new SpecificDatumReader<>(schema);
    BinaryDecoder decoder = null;
    T record = null;
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> read : consumer.poll(POLL)) {
          byte[] value = read.value();
          decoder =
              DecoderFactory.get()
                  .binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, decoder);
          record = reader.read(record, decoder);
          counts.merge(id.apply(record), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", isolation),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
