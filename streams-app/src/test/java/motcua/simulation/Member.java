package motcua.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import motcua.simulation.Cluster.Message;
import motcua.topology.LedgerTopology;
import motcua.topology.PlacedTopology;
import motcua.topology.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/**
 * The tasks of one partition, exactly once: what it sends, what it stores and how far it has read
 * become visible together, at a commit, or not at all. After a crash it starts anew from its
 * changelogs and its committed offsets.
 */
final class Member implements AutoCloseable {
  /** Longer than the flush interval. */
  private static final Duration A_WHILE = Duration.ofMillis(101);

  private static final List<Topics> INPUTS =
      List.of(Topics.EVENTS, Topics.CLOCK, Topics.MAIL, Topics.POSTINGS, Topics.UNIT_TOTALS);
  private static final String APPLICATION = "simulated";
  private static final Properties CONFIG = config();

  private record Sent(Topics topic, Message message) {}

  private record Stored(String store, Message message) {}

  private final Cluster cluster;
  private final LedgerTopology topology;
  private final int partition;
  private final Map<Topics, Integer> committed = new EnumMap<>(Topics.class);
  private final Map<Topics, Integer> read = new EnumMap<>(Topics.class);
  private final Map<String, Map<Bytes, byte[]>> changelogs = new HashMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private final List<Stored> stored = new ArrayList<>();

  private PlacedTopology placed;
  private TopologyTestDriver driver;
  private Map<Topics, TestInputTopic<byte[], byte[]>> inputs;
  private Map<String, TestOutputTopic<byte[], byte[]>> outputs;

  Member(Cluster cluster, LedgerTopology topology, int partition) {
    this.cluster = cluster;
    this.topology = topology;
    this.partition = partition;
    start();
  }

  private static Properties config() {
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:0");
    config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
    return config;
  }

  private void start() {
    placed = new PlacedTopology(topology, partition, changelogs);
    driver = new TopologyTestDriver(placed, CONFIG, Instant.EPOCH);
    inputs = new EnumMap<>(Topics.class);
    outputs = new HashMap<>();
  }

  /** Whether there is a record it has not read. */
  boolean hasUnread() {
    return INPUTS.stream().anyMatch(this::hasUnread);
  }

  private boolean hasUnread(Topics topic) {
    return partition < cluster.partitions(topic)
        && read.getOrDefault(topic, 0) < cluster.log(topic, partition).size();
  }

  /**
   * Reads one record, if there is any.
   *
   * @param chosen which of the topics that have one
   */
  boolean readOne(int chosen) {
    List<Topics> unread = INPUTS.stream().filter(this::hasUnread).toList();
    if (unread.isEmpty()) {
      return false;
    }
    Topics topic = unread.get(chosen % unread.size());
    int offset = read.merge(topic, 1, Integer::sum) - 1;
    Message message = cluster.log(topic, partition).get(offset);
    inputs
        .computeIfAbsent(topic, this::input)
        .pipeInput(message.key(), message.value(), Instant.EPOCH);
    collect();
    return true;
  }

  private TestInputTopic<byte[], byte[]> input(Topics topic) {
    return driver.createInputTopic(
        topic.topicName(1), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Lets its wall clock run on. */
  void passTime() {
    driver.advanceWallClockTime(A_WHILE);
    collect();
  }

  private void collect() {
    for (String name : driver.producedTopicNames()) {
      var output = outputs.computeIfAbsent(name, this::output);
      while (!output.isEmpty()) {
        var record = output.readRecord();
        var message = new Message(record.key(), record.value());
        if (PlacedTopology.isSent(name)) {
          sent.add(new Sent(PlacedTopology.topic(name), message));
        } else {
          stored.add(new Stored(store(name), message));
        }
      }
    }
  }

  private TestOutputTopic<byte[], byte[]> output(String name) {
    return driver.createOutputTopic(name, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static String store(String changelog) {
    return changelog.substring(
        APPLICATION.length() + 1, changelog.length() - "-changelog".length());
  }

  /** Ends the transaction: everything since the last commit becomes visible. */
  void commit() {
    for (Sent record : sent) {
      byte[] key = record.message.key();
      byte[] value = record.message.value();
      for (int to : placed.partitions(record.topic, key, value, cluster.partitions(record.topic))) {
        cluster.append(record.topic, to, record.message);
      }
    }
    for (Stored record : stored) {
      Map<Bytes, byte[]> changelog = changelogs.computeIfAbsent(record.store, s -> new HashMap<>());
      Bytes key = Bytes.wrap(record.message.key());
      if (record.message.value() == null) {
        changelog.remove(key);
      } else {
        changelog.put(key, record.message.value());
      }
    }
    sent.clear();
    stored.clear();
    committed.putAll(read);
  }

  /** Dies and starts anew; what was not committed never was. */
  void crash() {
    sent.clear();
    stored.clear();
    read.clear();
    read.putAll(committed);
    driver.close();
    start();
  }

  @Override
  public void close() {
    driver.close();
  }
}
