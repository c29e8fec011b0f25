package motcua.notify;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import motcua.core.notice.NoticeChannel;
import motcua.readmodel.postgres.TestDatabase;

/** A notifier in a JVM of its own, to be killed with -9. */
final class NotifierProcess implements AutoCloseable {
  private final Process jvm;

  private NotifierProcess(Process jvm) {
    this.jvm = jvm;
  }

  /** Starts one on the database and the mail server of a world. */
  static NotifierProcess start(NotifierWorld world, URI webhook, Path log) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(NotifierProcess.class.getName());
    command.addAll(
        List.of(
            world.database.name(),
            String.valueOf(TestDatabase.port()),
            String.valueOf(world.gate.port()),
            webhook.toString(),
            world.now().toString()));
    return new NotifierProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  boolean isAlive() {
    return jvm.isAlive();
  }

  /** Kills it, wherever it stands. */
  @Override
  public void close() throws InterruptedException {
    jvm.destroyForcibly().waitFor();
  }

  /** Entry point of the other JVM. */
  public static void main(String[] arguments) throws Exception {
    TestDatabase database = TestDatabase.at(arguments[0], Integer.parseInt(arguments[1]));
    var world =
        new NotifierWorld(
            NotifierKillIT.UNITS,
            database,
            Integer.parseInt(arguments[2]),
            Instant.parse(arguments[4]));
    Line webhook =
        new Line(
            NoticeChannel.WEBHOOK,
            new WebhookComposer(world.facts()),
            new WebhookSender(
                new WebhookSettings(
                    URI.create(arguments[3]), FaultRun.SECRET, Duration.ofSeconds(5)),
                world.clock()));
    world.notifier(UnaryOperator.identity(), webhook).start();
    Thread.currentThread().join();
  }
}
