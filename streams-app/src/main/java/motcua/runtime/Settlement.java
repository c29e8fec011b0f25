package motcua.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import motcua.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows when everything that came in has reached the read model. Stage by stage the committed
 * positions are compared with the ends of the topics; the barrier tick between them makes the
 * ledger task send what it still holds back.
 */
public final class Settlement {
  private static final List<Topics> DOSSIER_INPUT = List.of(Topics.EVENTS, Topics.MAIL);
  private static final List<Topics> READ_MODEL =
      List.of(
          Topics.POSTINGS,
          Topics.LEDGER,
          Topics.UNIT_TOTALS,
          Topics.RATIOS,
          Topics.DEAD_LETTERS,
          Topics.ALERTS);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Admin admin;
  private final String group;
  private final int generation;
  private final int partitions;
  private final ToLongFunction<TopicPartition> readModelPosition;
  private final Runnable healthCheck;

  /**
   * @param group consumer group of the topology
   * @param readModelPosition next offset the read model will apply, as committed in its database
   * @param healthCheck throws when a part has died, so that nobody waits for ever
   */
  public Settlement(
      Admin admin,
      String group,
      int generation,
      int partitions,
      ToLongFunction<TopicPartition> readModelPosition,
      Runnable healthCheck) {
    this.admin = admin;
    this.group = group;
    this.generation = generation;
    this.partitions = partitions;
    this.readModelPosition = readModelPosition;
    this.healthCheck = healthCheck;
  }

  /**
   * Returns when all that stands in the event log now has reached the read model.
   *
   * @param barrier writes one clock tick
   */
  public void await(ClockTicker barrier) throws InterruptedException {
    awaitQuiet(DOSSIER_INPUT);
    barrier.tick();
    awaitApplied(List.of(Topics.CLOCK));
    // A tick may move more dossiers than one record carries; the rest goes on by mail.
    awaitQuiet(List.of(Topics.MAIL));
    awaitApplied(List.of(Topics.POSTINGS));
    awaitApplied(List.of(Topics.UNIT_TOTALS));
    awaitReadModel();
  }

  /** Waits until nothing is left of topics that only grow by input and by each other. */
  private void awaitQuiet(List<Topics> topics) throws InterruptedException {
    Map<TopicPartition, Long> before;
    do {
      before = ends(partitionsOf(topics));
      awaitPositions(before);
    } while (!before.equals(ends(partitionsOf(topics))));
  }

  /**
   * Waits until all that stands in the topics now is applied; the clock goes on writing meanwhile.
   */
  private void awaitApplied(List<Topics> topics) throws InterruptedException {
    awaitPositions(ends(partitionsOf(topics)));
  }

  private void awaitPositions(Map<TopicPartition, Long> targets) throws InterruptedException {
    while (!reached(targets, committed())) {
      healthCheck.run();
      Thread.sleep(PAUSE);
    }
  }

  private void awaitReadModel() throws InterruptedException {
    Map<TopicPartition, Long> ends = ends(partitionsOf(READ_MODEL));
    for (var end : ends.entrySet()) {
      while (readModelPosition.applyAsLong(end.getKey()) < end.getValue()) {
        healthCheck.run();
        Thread.sleep(PAUSE);
      }
    }
  }

  private static boolean reached(
      Map<TopicPartition, Long> ends, Map<TopicPartition, Long> committed) {
    return ends.entrySet().stream()
        .allMatch(e -> e.getValue() == 0 || committed.getOrDefault(e.getKey(), 0L) >= e.getValue());
  }

  private Set<TopicPartition> partitionsOf(List<Topics> topics) {
    return topics.stream()
        .flatMap(
            t ->
                IntStream.range(0, t.partitions(partitions))
                    .mapToObj(p -> new TopicPartition(t.topicName(generation), p)))
        .collect(Collectors.toSet());
  }

  private Map<TopicPartition, Long> ends(Set<TopicPartition> parts) throws InterruptedException {
    var latest = parts.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
    // What is still in a transaction counts: its positions may be seen before its records.
    var options = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
    try {
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin
          .listOffsets(latest, options)
          .all()
          .get()
          .forEach((part, info) -> ends.put(part, info.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka does not tell the ends of its topics: " + e.getCause(), e);
    }
  }

  private Map<TopicPartition, Long> committed() throws InterruptedException {
    try {
      Map<TopicPartition, Long> committed = new HashMap<>();
      for (Map.Entry<TopicPartition, OffsetAndMetadata> e :
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet()) {
        if (e.getValue() != null) {
          committed.put(e.getKey(), e.getValue().offset());
        }
      }
      return committed;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka does not tell the positions of " + group, e);
    }
  }
}
