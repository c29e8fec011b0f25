package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InVmBrokerIT {
  private static final String TOPIC = "kept";

  @TempDir Path folder;

  @Test
  void shouldKeepCommittedRecordsWhenReopenedOnOtherPorts() throws Exception {
    String before;
    try (InVmBroker broker = InVmBroker.start(folder)) {
      before = broker.bootstrapServers();
      createTopic(before);
      sendInTransaction(before, "first");
    }
    try (InVmBroker broker = InVmBroker.start(folder)) {
      sendInTransaction(broker.bootstrapServers(), "second");

      assertEquals(List.of("first", "second"), readAll(broker.bootstrapServers(), 2));
      assertTrue(broker.bootstrapServers().startsWith("127.0.0.1:"), broker.bootstrapServers());
    }
  }

  @Test
  void shouldKeepCommittedRecordsWhenKilled() throws Exception {
    KilledJvm.leaveBehind(OneRecord.class, folder);

    try (InVmBroker broker = InVmBroker.start(folder)) {
      sendInTransaction(broker.bootstrapServers(), "second");

      assertEquals(List.of("first", "second"), readAll(broker.bootstrapServers(), 2));
    }
  }

  /** Starts a broker and commits one record. */
  static final class OneRecord implements KilledJvm.Body {
    @Override
    public long start(Path folder) throws Exception {
      InVmBroker broker = InVmBroker.start(folder);
      createTopic(broker.bootstrapServers());
      sendInTransaction(broker.bootstrapServers(), "first");
      return ProcessHandle.current().pid();
    }
  }

  private static void createTopic(String servers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
  }

  private static void sendInTransaction(String servers, String value) {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers, "transactional.id", "test");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(TOPIC, value));
      producer.commitTransaction();
    }
  }

  private static List<String> readAll(String servers, int expected) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
    List<String> values = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions = List.of(new TopicPartition(TOPIC, 0));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (values.size() < expected) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }
}
