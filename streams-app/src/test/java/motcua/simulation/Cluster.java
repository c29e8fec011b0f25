package motcua.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import motcua.topology.LedgerTopology;
import motcua.topology.PlacedTopology;
import motcua.topology.Topics;

/**
 * The topology on so many partitions, in one thread: a member a partition, each with a test driver
 * of its own, and topics between them that show what was committed. What it cannot show:
 * rebalances, stores on disk, the broker's own faults.
 */
final class Cluster implements AutoCloseable {
  /** A record of a topic. */
  record Message(byte[] key, byte[] value) {}

  /** More than any run writes. */
  private static final int ENDLESS = 50_000;

  private final int partitions;
  private final Map<Topics, List<List<Message>>> topics = new EnumMap<>(Topics.class);
  private final List<Member> members = new ArrayList<>();

  Cluster(int partitions, LedgerTopology topology) {
    this.partitions = partitions;
    for (Topics topic : Topics.values()) {
      List<List<Message>> logs = new ArrayList<>();
      for (int i = topic.partitions(partitions); i > 0; i--) {
        logs.add(new ArrayList<>());
      }
      topics.put(topic, logs);
    }
    for (int i = 0; i < partitions; i++) {
      members.add(new Member(this, topology, i));
    }
  }

  /** Puts a record into the partition its key hashes to. */
  void append(Topics topic, byte[] key, byte[] value) {
    List<List<Message>> logs = topics.get(topic);
    logs.get(PlacedTopology.partition(key, logs.size())).add(new Message(key, value));
  }

  /** Puts a record into every partition. */
  void appendToAll(Topics topic, byte[] key, byte[] value) {
    topics.get(topic).forEach(log -> log.add(new Message(key, value)));
  }

  /** Puts a record into a partition. */
  void append(Topics topic, int partition, Message message) {
    topics.get(topic).get(partition).add(message);
  }

  int partitions(Topics topic) {
    return topics.get(topic).size();
  }

  List<Message> log(Topics topic, int partition) {
    return topics.get(topic).get(partition);
  }

  /** All records of a topic, partition by partition. */
  List<Message> all(Topics topic) {
    List<Message> all = new ArrayList<>();
    topics.get(topic).forEach(all::addAll);
    return all;
  }

  /** Any of the members. */
  Member someMember(RandomGenerator random) {
    return members.get(random.nextInt(partitions));
  }

  /**
   * Lets everybody read everything.
   *
   * @throws AssertionError when there is no end of it
   */
  void drain() {
    int records = 0;
    boolean idle;
    do {
      idle = true;
      for (Member member : members) {
        while (member.readOne(0)) {
          idle = false;
          assertTrue(records++ < ENDLESS, "tasks write each other for ever");
        }
        member.commit();
      }
    } while (!idle);
  }

  /** Lets the wall clock run, for everything that is held back. */
  void passTime() {
    for (Member member : members) {
      member.passTime();
      member.commit();
    }
  }

  @Override
  public void close() {
    members.forEach(Member::close);
  }
}
