package motcua.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the generations of the ledger have in Kafka: topics, changelogs and a consumer group. */
public final class LedgerGenerations {
  private static final Pattern TOPIC = Pattern.compile("motcua[.-]g(\\d{1,9})[.-].*");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * A static member that stopped is missed only when its session is over: {@link LedgerStreams}.
   */
  private static final Duration MEMBERS_LEAVE = Duration.ofSeconds(15);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private LedgerGenerations() {}

  /** Application id of the topology that builds a generation; consumer group and local folder. */
  public static String applicationId(int generation) {
    return "motcua-g" + generation;
  }

  /** Generations with topics. */
  public static SortedSet<Integer> present(Admin admin) throws InterruptedException {
    SortedSet<Integer> found = new TreeSet<>();
    for (String topic : topics(admin)) {
      Matcher matcher = TOPIC.matcher(topic);
      if (matcher.matches()) {
        found.add(Integer.valueOf(matcher.group(1)));
      }
    }
    return found;
  }

  /**
   * Deletes a generation's group and topics and returns when they are gone; shared topics stay.
   *
   * @throws IllegalStateException when a process still builds it; nothing is deleted then
   */
  public static void delete(Admin admin, int generation) throws InterruptedException {
    deleteGroup(admin, generation);
    List<String> own = topicsOf(admin, generation);
    try {
      admin.deleteTopics(own).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw new IllegalStateException(
            "the topics of generation " + generation + " cannot be deleted: " + e.getCause(), e);
      }
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!topicsOf(admin, generation).isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the topics of generation " + generation + " are still there after " + PATIENCE);
      }
      Thread.sleep(PAUSE);
    }
  }

  private static void deleteGroup(Admin admin, int generation) throws InterruptedException {
    long deadline = System.nanoTime() + MEMBERS_LEAVE.toNanos();
    while (true) {
      try {
        admin.deleteConsumerGroups(List.of(applicationId(generation))).all().get();
        return;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof GroupIdNotFoundException) {
          return;
        }
        if (!(e.getCause() instanceof GroupNotEmptyException)) {
          throw new IllegalStateException(
              "the group of generation " + generation + " cannot be deleted: " + e.getCause(), e);
        }
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(
              "generation " + generation + " is still built by a process: stop it first", e);
        }
      }
      Thread.sleep(PAUSE);
    }
  }

  private static List<String> topicsOf(Admin admin, int generation) throws InterruptedException {
    return topics(admin).stream()
        .filter(
            topic -> {
              Matcher matcher = TOPIC.matcher(topic);
              return matcher.matches() && Integer.parseInt(matcher.group(1)) == generation;
            })
        .toList();
  }

  private static Set<String> topics(Admin admin) throws InterruptedException {
    try {
      return admin.listTopics().names().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka does not list its topics: " + e.getCause(), e);
    }
  }
}
