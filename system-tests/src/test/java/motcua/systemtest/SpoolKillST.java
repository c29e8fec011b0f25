package motcua.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A distributed Connect worker with exactly-once source support (KIP-618) is killed with -9 at
 * random moments while files arrive in the spool: every record of every file is in the log, and
 * none is there twice. A short sample here; {@code ./motcua system-test spool} does it with 500.000
 * records and 20 kills. Replay with {@code -Dmotcua.seed}, size by {@code -Dmotcua.events} and
 * {@code -Dmotcua.kills}; the moments are times, so a replay meets the same files, not the same
 * instruction.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class SpoolKillST {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int RECORDS = Integer.getInteger("motcua.events", 40_000);
  private static final int KILLS = Integer.getInteger("motcua.kills", 3);
  private static final Duration AT_MOST = Duration.ofSeconds(240 + RECORDS / 1_000);
  private static final String EVENTS = "motcua.events";
  private static final String DEAD_LETTERS = "motcua.dead-letters";
  private static final int PARTITIONS = 4;

  /** One kill in so many comes while the worker starts. */
  private static final int ONE_WHILE_STARTING = 5;

  private static final double LATEST_SECONDS_OF_START = 6;
  private static final double LATEST_SECONDS_OF_WORK = 1.5;

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private Path spool;
  private ArrivingFiles files;

  @Test
  void shouldLoseNothingAndSendNothingTwice() throws Exception {
    System.out.println("motcua.seed=" + SEED + " records=" + RECORDS + " kills=" + KILLS);
    spool = folder.resolve("spool");
    files = new ArrivingFiles(folder.resolve("staging"), spool, RECORDS, random);
    try (KafkaStack stack = new KafkaStack(folder.resolve("stack"))) {
      stack.startServers(
          Map.of(EVENTS, DossierEvent.getClassSchema(), DEAD_LETTERS, DeadLetter.getClassSchema()));
      createTopics(stack);
      stack.worker().start();
      stack.putConnector("spool", connector(stack));
      long begun = System.nanoTime();
      for (int kill = 1; kill <= KILLS; kill++) {
        files.allow(kill, KILLS + 1);
        killOnce(stack.worker(), kill);
      }
      finish(stack.worker());
      System.out.printf(
          "%d files, %d records, %d kills in %d s%n",
          files.count(), RECORDS, KILLS, (System.nanoTime() - begun) / 1_000_000_000L);
      assertExactlyOnce(stack);
    }
  }

  private void killOnce(ProcessUnderTest worker, int kill) throws IOException {
    boolean whileStarting = kill > 1 && random.nextInt(ONE_WHILE_STARTING) == 0;
    if (!worker.isRunning()) {
      worker.start();
    }
    if (!whileStarting) {
      // Somewhere in the work of this life, so that the kills spread over the whole spool.
      int share = files.count() / (KILLS + 1);
      int goal = Math.min(kill * share - 1, count("done") + 1 + random.nextInt(2 * share));
      await(worker, "work of life " + kill, () -> count("done") >= goal);
    }
    double latest = whileStarting ? LATEST_SECONDS_OF_START : LATEST_SECONDS_OF_WORK;
    long delay = (long) (random.nextDouble() * latest * 1e9);
    long moment = System.nanoTime() + delay;
    await(worker, "kill " + kill, () -> System.nanoTime() - moment >= 0);
    worker.kill(ProcessUnderTest.Reach.TREE);
    System.out.printf(
        "kill %d, %d ms %s: %d files done, %d claimed, %d of %d arrived%n",
        kill,
        delay / 1_000_000,
        whileStarting ? "into its start" : "after a file",
        count("done"),
        count("claimed"),
        files.arrived(),
        files.count());
  }

  private void finish(ProcessUnderTest worker) throws IOException {
    files.allow(1, 1);
    worker.start();
    await(
        worker,
        "the end",
        () -> files.arrived() == files.count() && count("done") == files.count());
    assertEquals(0, count("claimed"), "left in claimed");
    assertEquals(0, count("rejected"), "in rejected");
    assertEquals(0, count(""), "left in the spool");
  }

  private void assertExactlyOnce(KafkaStack stack) throws IOException {
    EventLogReader committed = new EventLogReader(stack.bootstrapServers(), true);
    EventLogReader everything = new EventLogReader(stack.bootstrapServers(), false);
    Map<String, Integer> events =
        committed.count(EVENTS, DossierEvent.getClassSchema(), SpoolKillST::id);
    Map<String, Integer> written =
        everything.count(EVENTS, DossierEvent.getClassSchema(), SpoolKillST::id);
    Map<String, Integer> letters =
        committed.<DeadLetter>count(
            DEAD_LETTERS,
            DeadLetter.getClassSchema(),
            letter -> letter.getInput() + " " + letter.getPosition());
    System.out.printf(
        "%d events and %d dead letters committed, %d events of transactions that a kill aborted%n",
        total(events), total(letters), total(written) - total(events));

    assertEachOnce("events", files.events(), events);
    assertEachOnce("dead letters", files.deadLetters(), letters);
  }

  private static void assertEachOnce(
      String what, Set<String> expected, Map<String, Integer> counts) {
    List<String> lost = expected.stream().filter(id -> !counts.containsKey(id)).sorted().toList();
    List<String> twice =
        counts.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey).toList();
    List<String> strange = counts.keySet().stream().filter(id -> !expected.contains(id)).toList();
    assertEquals(0, lost.size(), what + " lost: " + some(lost));
    assertEquals(0, twice.size(), what + " twice: " + some(twice));
    assertEquals(0, strange.size(), what + " that no file holds: " + some(strange));
    assertEquals(expected.size(), counts.size(), what);
  }

  private static List<String> some(List<String> ids) {
    return ids.subList(0, Math.min(5, ids.size()));
  }

  private static String id(DossierEvent event) {
    return Optional.ofNullable(event.getEventId()).orElse(event.getDossierId());
  }

  private static int total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Waits while files go on arriving. */
  private void await(ProcessUnderTest worker, String what, BooleanSupplier condition)
      throws IOException {
    worker.awaitWhileRunning(
        what,
        AT_MOST,
        () -> {
          files.tick();
          return condition.getAsBoolean();
        });
  }

  private int count(String part) {
    Path place = spool.resolve(part);
    if (!Files.isDirectory(place)) {
      return 0;
    }
    try (Stream<Path> entries = Files.list(place)) {
      return (int) entries.filter(Files::isRegularFile).count();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private Map<String, String> connector(KafkaStack stack) {
    Map<String, String> config = new HashMap<>(stack.serializerSettings());
    config.put("connector.class", "motcua.ingest.SpoolSourceConnector");
    config.put("tasks.max", "1");
    config.put("exactly.once.support", "required");
    config.put("spool.directory", spool.toString());
    config.put("source", "h99");
    config.put("recorded.at", "INPUT");
    config.put("link.hash.key", "0123456789abcdef");
    return config;
  }

  private static void createTopics(KafkaStack stack) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      List<NewTopic> topics =
          Stream.of(EVENTS, DEAD_LETTERS)
              .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()))
              .toList();
      admin.createTopics(topics).all().get(60, TimeUnit.SECONDS);
    }
  }
}
