package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import motcua.standalone.IntakeLine.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The intake before a real broker: what it acknowledges is there once, whatever dies. */
@Timeout(180)
class IntakeIT {
  private static final int SENDERS = 8;

  @TempDir Path folder;
  private final IntakeLine line = new IntakeLine();

  @Test
  void shouldLoseAndDoubleNothingThroughARestartOfTheBroker() throws Exception {
    int port = FreePorts.next();
    String bootstrap = FreePorts.LOOPBACK + ":" + port;
    InVmBroker broker = InVmBroker.start(folder.resolve("kafka"), port);
    List<Answered> answers;
    try {
      IntakeLine.createTopics(bootstrap);
      try (IntakeRole intake = IntakeRole.start(IntakeLine.settings(folder, bootstrap));
          IntakeLine.Load load = new IntakeLine.Load(line, intake.url(), SENDERS)) {
        await(() -> load.successes() > 50);
        broker.close();
        await(() -> load.answers().stream().anyMatch(answer -> answer.status() == 503));
        assertEquals(503, line.status(intake.url().resolve("/health/ready")));
        assertEquals(200, line.status(intake.url().resolve("/health/live")));
        long before = load.successes();
        broker = InVmBroker.start(folder.resolve("kafka"), port);
        await(() -> load.successes() > before + 50);
        load.close();
        answers = load.answers();
      }
      assertEachAnswerIsTrue(answers, IntakeLine.committed(bootstrap));
    } finally {
      broker.close();
    }
  }

  @Test
  void shouldHaveWrittenWhatItAcknowledgedBeforeItWasKilled() throws Exception {
    try (InVmBroker broker = InVmBroker.start(folder.resolve("kafka"))) {
      String bootstrap = broker.bootstrapServers();
      IntakeLine.createTopics(bootstrap);
      Map<String, String> settings = IntakeLine.settings(folder, bootstrap);
      List<Answered> answers;
      Process killed = IntakeProcesses.start(folder, settings);
      URI url = IntakeProcesses.url(killed);
      try (IntakeLine.Load load = new IntakeLine.Load(line, url, SENDERS)) {
        await(() -> load.successes() > 50);
        killed.destroyForcibly().waitFor();
        load.close();
        answers = load.answers();
      }
      try (IntakeRole next = IntakeRole.start(settings)) {
        // Its start ends the transaction the killed one left open.
        await(() -> line.send(next.url(), Integer.MAX_VALUE).isSuccess());
        Map<String, Integer> found = IntakeLine.committed(bootstrap);
        IntakeLine.dossiers(Integer.MAX_VALUE).forEach(found::remove);
        assertAcknowledgedOnce(answers, found);
        assertTrue(found.values().stream().allMatch(times -> times == 1), "doubled");
      }
    }
  }

  @Test
  void shouldCountAndAnswerOnItsOwnPort() throws Exception {
    try (InVmBroker broker = InVmBroker.start(folder.resolve("kafka"))) {
      IntakeLine.createTopics(broker.bootstrapServers());
      Map<String, String> settings =
          new HashMap<>(IntakeLine.settings(folder, broker.bootstrapServers()));
      settings.put("intake.body.max.bytes", "4096");
      try (IntakeRole intake = IntakeRole.start(settings)) {
        URI url = intake.url();
        await(() -> line.send(url, 1).isSuccess());

        assertEquals(413, line.send(url, 2, "[" + " ".repeat(5_000) + "]").status());
        assertEquals(404, line.status(url.resolve("/nowhere")));
        String scrape = line.get(url.resolve("/metrics"));
        assertTrue(scrape.contains("motcua_intake_records_total 10.0"), scrape);
        assertTrue(scrape.contains("answers_total{answer=\"TOO_LARGE\"} 1.0"), scrape);
        assertEquals(200, line.status(url.resolve("/health/ready")));
      }
    }
  }

  @Test
  void shouldGiveWayToTheProcessThatTookItsTransactionalId() throws Exception {
    try (InVmBroker broker = InVmBroker.start(folder.resolve("kafka"))) {
      IntakeLine.createTopics(broker.bootstrapServers());
      Map<String, String> settings = IntakeLine.settings(folder, broker.bootstrapServers());
      try (IntakeRole first = IntakeRole.start(settings);
          IntakeRole second = IntakeRole.start(settings)) {
        await(
            () -> {
              line.send(first.url(), 1);
              line.send(second.url(), 2);
              return first.failure() != null || second.failure() != null;
            });

        String why = first.failure() == null ? second.failure() : first.failure();
        assertTrue(why.contains("intake.transactional.id"), why);
      }
    }
  }

  private static void assertEachAnswerIsTrue(List<Answered> answers, Map<String, Integer> found) {
    assertAcknowledgedOnce(answers, found);
    for (Answered answer : answers) {
      if (!answer.isSuccess()) {
        assertEquals(503, answer.status(), answer.toString());
        assertTrue(answer.retryAfter().isPresent(), answer.toString());
        for (String id : IntakeLine.dossiers(answer.batch())) {
          assertTrue(!found.containsKey(id), id + " was answered 503 and is in the log");
        }
      }
    }
  }

  private static void assertAcknowledgedOnce(List<Answered> answers, Map<String, Integer> found) {
    assertTrue(answers.stream().anyMatch(Answered::isSuccess));
    for (Answered answer : answers) {
      if (answer.isSuccess()) {
        for (String id : IntakeLine.dossiers(answer.batch())) {
          assertEquals(1, found.getOrDefault(id, 0), id);
        }
      }
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(20);
    }
  }
}
