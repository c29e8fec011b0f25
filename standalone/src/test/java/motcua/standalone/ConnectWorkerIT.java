package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ConnectWorkerIT {
  private static final String TOPIC = "counted";
  private static final String NAME = "counting";

  @TempDir Path folder;

  @Test
  void shouldGoOnFromItsOffsetAfterARestart() throws Exception {
    try (InVmBroker broker = InVmBroker.start(folder)) {
      createTopic(broker);
      try (ConnectWorker worker = ConnectWorker.start(broker.bootstrapServers(), Map.of())) {
        worker.put(NAME, config(3));
        worker.awaitRunning(NAME);
        assertEquals(List.of("0", "1", "2"), read(broker, 3));
      }
      try (ConnectWorker worker = ConnectWorker.start(broker.bootstrapServers(), Map.of())) {
        assertEquals("ABSENT", worker.status(NAME).connector(), "a connector of the former run");

        worker.put(NAME, config(5));

        assertEquals(List.of("0", "1", "2", "3", "4"), read(broker, 5));
      }
    }
  }

  @Test
  void shouldReportTheTraceOfATaskThatFailed() throws Exception {
    try (InVmBroker broker = InVmBroker.start(folder);
        ConnectWorker worker = ConnectWorker.start(broker.bootstrapServers(), Map.of())) {
      createTopic(broker);
      worker.put(NAME, config(-1));

      Exception failed = assertThrows(Exception.class, () -> awaitFailure(worker));

      assertTrue(failed.getMessage().contains("told to fail"), failed.getMessage());
      assertFalse(worker.status(NAME).isRunning());
    }
  }

  @Test
  void shouldRefuseABadConfigurationNamingTheKey() throws Exception {
    try (InVmBroker broker = InVmBroker.start(folder);
        ConnectWorker worker = ConnectWorker.start(broker.bootstrapServers(), Map.of())) {
      Map<String, String> bad =
          Map.of("connector.class", CountingConnector.class.getName(), "count", "many");

      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> worker.put(NAME, bad));

      assertTrue(refused.getMessage().contains("count"), refused.getMessage());
    }
  }

  private static void awaitFailure(ConnectWorker worker) throws Exception {
    while (true) {
      worker.awaitRunning(NAME);
    }
  }

  private static Map<String, String> config(int count) {
    return Map.of(
        "connector.class",
        CountingConnector.class.getName(),
        "count",
        Integer.toString(count),
        "topic",
        TOPIC);
  }

  private static void createTopic(InVmBroker broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
  }

  private static List<String> read(InVmBroker broker, int expected) {
    List<String> values = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", (Object) broker.bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
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
