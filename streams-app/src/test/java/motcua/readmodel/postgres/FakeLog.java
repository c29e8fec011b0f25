package motcua.readmodel.postgres;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics as lists, read by as many consumers as a test wants, each from wherever it seeks to.
 */
final class FakeLog {
  private final int partitions;
  private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();

  FakeLog(int partitions) {
    this.partitions = partitions;
    for (String topic : AvroBytes.TOPICS.all()) {
      for (int partition = 0; partition < partitions; partition++) {
        records.put(new TopicPartition(topic, partition), new ArrayList<>());
      }
    }
  }

  /** Appends to the partition of the key. */
  void append(String topic, String key, SpecificRecord value) {
    appendRaw(topic, key, value == null ? null : AvroBytes.encode(value));
  }

  void appendRaw(String topic, String key, byte[] value) {
    TopicPartition partition = new TopicPartition(topic, Math.floorMod(key.hashCode(), partitions));
    List<ConsumerRecord<byte[], byte[]>> log = records.get(partition);
    log.add(
        new ConsumerRecord<>(
            topic, partition.partition(), log.size(), key.getBytes(StandardCharsets.UTF_8), value));
  }

  /** End offsets. */
  Map<TopicPartition, Long> ends() {
    Map<TopicPartition, Long> ends = new HashMap<>();
    records.forEach((partition, log) -> ends.put(partition, (long) log.size()));
    return ends;
  }

  /** A consumer that finds everything appended so far from the offsets it seeks to. */
  MockConsumer<byte[], byte[]> consumer(long maxPollRecords) {
    MockConsumer<byte[], byte[]> consumer =
        new MockConsumer<>("earliest") {
          @Override
          public synchronized void seek(TopicPartition partition, long offset) {
            super.seek(partition, offset);
            List<ConsumerRecord<byte[], byte[]>> log = records.get(partition);
            log.subList((int) offset, log.size()).forEach(this::addRecord);
          }
        };
    consumer.setMaxPollRecords(maxPollRecords);
    for (String topic : AvroBytes.TOPICS.all()) {
      List<PartitionInfo> infos = new ArrayList<>();
      for (int partition = 0; partition < partitions; partition++) {
        infos.add(new PartitionInfo(topic, partition, Node.noNode(), new Node[0], new Node[0]));
      }
      consumer.updatePartitions(topic, infos);
    }
    Map<TopicPartition, Long> beginnings = new HashMap<>();
    records.keySet().forEach(partition -> beginnings.put(partition, 0L));
    consumer.updateBeginningOffsets(beginnings);
    consumer.updateEndOffsets(ends());
    return consumer;
  }
}
