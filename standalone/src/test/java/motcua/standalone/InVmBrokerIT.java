package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InVmBrokerIT {
  private static final String TOPIC = "kept";
  private static final int WIDTH = 50;

  @TempDir Path folder;

  @Test
  void shouldKeepCommittedRecordsWhenReopenedOnOtherPorts() throws Exception {
    String before;
    try (InVmBroker broker = InVmBroker.start(folder)) {
      before = broker.bootstrapServers();
      createTopic(before, 1);
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

  @Test
  void shouldFinishTheTransactionThatWasBeingCommittedWhenKilled() throws Exception {
    KilledJvm.leaveBehind(KilledWhileCommitting.class, folder);

    try (InVmBroker broker = InVmBroker.start(folder);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      // Fences the killed producer; what it was about is over after that.
      sendInTransaction(broker.bootstrapServers(), "second");

      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (ends(admin, IsolationLevel.READ_COMMITTED)
          < ends(admin, IsolationLevel.READ_UNCOMMITTED)) {
        assertTrue(System.nanoTime() < deadline, "a transaction stays open for ever");
        Thread.sleep(100);
      }
    }
  }

  private static long ends(Admin admin, IsolationLevel isolation) throws Exception {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int part = 0; part < WIDTH; part++) {
      latest.put(new TopicPartition(TOPIC, part), OffsetSpec.latest());
    }
    return admin
        .listOffsets(latest, new ListOffsetsOptions(isolation))
        .all()
        .get()
        .values()
        .stream()
        .mapToLong(ListOffsetsResultInfo::offset)
        .sum();
  }

  /** Commits one wide transaction after the other and dies in the middle of a commit. */
  static final class KilledWhileCommitting implements KilledJvm.Body {
    @Override
    public long start(Path folder) throws Exception {
      InVmBroker broker = InVmBroker.start(folder);
      createTopic(broker.bootstrapServers(), WIDTH);
      Thread.ofPlatform().daemon().start(() -> commitForEver(broker.bootstrapServers()));
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
        while (true) {
          try {
            var transaction = admin.describeTransactions(List.of("test")).description("test").get();
            if (transaction.state() == TransactionState.PREPARE_COMMIT) {
              System.out.println(KilledJvm.READY + ProcessHandle.current().pid());
              Runtime.getRuntime().halt(137);
            }
          } catch (ExecutionException notYet) {
            Thread.sleep(10);
          }
        }
      }
    }
  }

  private static void commitForEver(String servers) {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers, "transactional.id", "test");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      while (true) {
        producer.beginTransaction();
        for (int part = 0; part < WIDTH; part++) {
          producer.send(new ProducerRecord<>(TOPIC, part, null, "again"));
        }
        producer.commitTransaction();
      }
    }
  }

  /** Starts a broker and commits one record. */
  static final class OneRecord implements KilledJvm.Body {
    @Override
    public long start(Path folder) throws Exception {
      InVmBroker broker = InVmBroker.start(folder);
      createTopic(broker.bootstrapServers(), 1);
      sendInTransaction(broker.bootstrapServers(), "first");
      return ProcessHandle.current().pid();
    }
  }

  private static void createTopic(String servers, int partitions) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, Optional.of(partitions), Optional.empty())))
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
