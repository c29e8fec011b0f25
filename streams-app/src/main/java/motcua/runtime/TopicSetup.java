package motcua.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import motcua.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the product's topics and refuses to run on topics of another shape: partitions are fixed
 * for ever.
 */
public final class TopicSetup {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private TopicSetup() {}

  /**
   * Makes what is missing and checks the rest.
   *
   * @param generation ledger generation that is to be built
   * @throws IllegalStateException when a topic exists with another number of partitions
   */
  public static void ensure(Admin admin, int generation, int partitions, short replication)
      throws InterruptedException {
    Set<String> present = names(admin);
    List<NewTopic> missing = new ArrayList<>();
    for (Topics topic : Topics.values()) {
      if (!present.contains(topic.topicName(generation))) {
        missing.add(
            new NewTopic(topic.topicName(generation), topic.partitions(partitions), replication)
                .configs(topic.configs()));
      }
    }
    create(admin, missing);
    check(admin, generation, partitions);
  }

  private static Set<String> names(Admin admin) throws InterruptedException {
    try {
      return admin.listTopics().names().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka does not list its topics: " + e.getCause(), e);
    }
  }

  private static void create(Admin admin, List<NewTopic> topics) throws InterruptedException {
    for (var creation : admin.createTopics(topics).values().entrySet()) {
      try {
        creation.getValue().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw new IllegalStateException("Topic " + creation.getKey() + ": " + e.getCause(), e);
        }
      }
    }
  }

  private static void check(Admin admin, int generation, int partitions)
      throws InterruptedException {
    List<String> wanted = new ArrayList<>();
    for (Topics topic : Topics.values()) {
      wanted.add(topic.topicName(generation));
    }
    Map<String, TopicDescription> found = describe(admin, wanted);
    for (Topics topic : Topics.values()) {
      int has = found.get(topic.topicName(generation)).partitions().size();
      int needs = topic.partitions(partitions);
      if (has != needs) {
        throw new IllegalStateException(
            "Topic %s has %d partitions, the configuration says %d; keys are spread by that number, so it never changes: set topics.partitions=%d"
                .formatted(topic.topicName(generation), has, needs, has));
      }
    }
  }

  /**
   * A broker may not know yet what the controller has just made: such an answer is asked for again.
   */
  private static Map<String, TopicDescription> describe(Admin admin, List<String> topics)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return admin.describeTopics(topics).allTopicNames().get();
      } catch (ExecutionException e) {
        boolean tooSoon = e.getCause() instanceof UnknownTopicOrPartitionException;
        if (!tooSoon || System.nanoTime() > deadline) {
          throw new IllegalStateException("Kafka does not describe its topics: " + e.getCause(), e);
        }
        Thread.sleep(PAUSE);
      }
    }
  }
}
