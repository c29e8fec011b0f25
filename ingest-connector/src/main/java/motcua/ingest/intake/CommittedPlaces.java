package motcua.ingest.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks up whether a record that was appended belongs to a committed transaction: readers of
 * committed records see it at its offset, or pass over the offset.
 */
final class CommittedPlaces {
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Map<String, Object> kafka;

  /** A look-up over the brokers of {@code kafka}, settings of a client. */
  CommittedPlaces(Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /**
   * Whether the record at a place is committed; the transaction must have ended.
   *
   * @return null when it cannot be said yet, ask again
   * @throws org.apache.kafka.common.KafkaException when Kafka does not answer
   */
  Boolean isCommitted(RecordMetadata place) {
    TopicPartition partition = new TopicPartition(place.topic(), place.partition());
    try (var consumer =
        new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, place.offset());
      ConsumerRecords<byte[], byte[]> found = consumer.poll(POLL);
      if (!found.isEmpty()) {
        return found.records(partition).getFirst().offset() == place.offset();
      }
      return consumer.position(partition, POLL) > place.offset() ? Boolean.FALSE : null;
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.keySet().retainAll(ConsumerConfig.configNames());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    return settings;
  }
}
