package motcua.standalone.database;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topics a way in writes, one partition each, read as the product reads them. */
final class Topics implements AutoCloseable {
  static final String EVENTS = "motcua.events";
  static final String DEAD_LETTERS = "motcua.dead-letters";
  static final String HEARTBEATS = "motcua.outbox-heartbeat";

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>();

  private Topics(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  static void create(String bootstrapServers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      List<NewTopic> topics =
          List.of(EVENTS, DEAD_LETTERS, HEARTBEATS).stream()
              .map(name -> new NewTopic(name, Optional.of(1), Optional.empty()))
              .toList();
      admin.createTopics(topics).all().get();
    }
  }

  /** Reads from the beginning what is committed. */
  static Topics read(String bootstrapServers) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        List.of(
            new TopicPartition(EVENTS, 0),
            new TopicPartition(DEAD_LETTERS, 0),
            new TopicPartition(HEARTBEATS, 0));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new Topics(consumer);
  }

  /** Reads on until {@code enough}; the test's own limit ends it. */
  Topics until(Predicate<Topics> enough) {
    while (!enough.test(this)) {
      consumer.poll(Duration.ofMillis(100)).forEach(taken::add);
    }
    return this;
  }

  /**
   * Reads on until all that is committed now is there: topics do not come in the order of writing.
   */
  Topics toEnd() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    return until(
        read ->
            ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue()));
  }

  /** Event ids in the order of the log. */
  List<String> eventIds() {
    return events().stream().map(DossierEvent::getEventId).toList();
  }

  List<DossierEvent> events() {
    return of(EVENTS).map(record -> PlainAvro.read(record.value(), DossierEvent.class)).toList();
  }

  List<DeadLetter> deadLetters() {
    return of(DEAD_LETTERS).map(value -> PlainAvro.read(value.value(), DeadLetter.class)).toList();
  }

  long heartbeats() {
    return of(HEARTBEATS).count();
  }

  /** All bytes of all records with their headers, to look for what must not be there. */
  String everything() {
    StringBuilder all = new StringBuilder();
    for (ConsumerRecord<byte[], byte[]> record : taken) {
      all.append(new String(record.key(), StandardCharsets.UTF_8)).append('\n');
      all.append(new String(record.value(), StandardCharsets.UTF_8)).append('\n');
      record.headers().forEach(header -> all.append(header).append('\n'));
    }
    return all.toString();
  }

  private java.util.stream.Stream<ConsumerRecord<byte[], byte[]>> of(String topic) {
    return taken.stream().filter(record -> record.topic().equals(topic));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
