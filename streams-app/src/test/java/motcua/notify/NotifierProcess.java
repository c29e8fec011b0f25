package motcua.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import motcua.core.notice.NoticeChannel;
import motcua.readmodel.postgres.TestDatabase;

/**
 * A notifier in a JVM of its own, to be killed with -9. It waits for the word to begin, so that one
 * can stand by; it ends with the JVM that started it.
 */
final class NotifierProcess implements AutoCloseable {
  /** Often enough that alerts held by Alertmanager are told again between two kills. */
  private static final Duration REPEAT = Duration.ofSeconds(5);

  private final Process jvm;

  private NotifierProcess(Process jvm) {
    this.jvm = jvm;
  }

  /**
   * Starts one on the database and the mail server of a world.
   *
   * @param ahead of the world's time
   */
  static NotifierProcess standBy(
      NotifierWorld world, URI webhook, URI alertmanager, Duration ahead, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(NotifierProcess.class.getName());
    command.addAll(
        List.of(
            world.database.name(),
            String.valueOf(TestDatabase.port()),
            String.valueOf(world.gate.port()),
            webhook.toString(),
            alertmanager.toString(),
            Duration.between(Instant.now(), world.now()).plus(ahead).toString()));
    return new NotifierProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  /** Lets it begin. */
  void begin() throws IOException {
    OutputStream word = jvm.getOutputStream();
    word.write("begin\n".getBytes(UTF_8));
    word.flush();
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
            NotifierKillIT.units(),
            database,
            Integer.parseInt(arguments[2]),
            Instant.now().plus(Duration.parse(arguments[5])));
    Line webhook =
        new Line(
            NoticeChannel.WEBHOOK,
            new WebhookComposer(world.facts()),
            new WebhookSender(
                new WebhookSettings(
                    URI.create(arguments[3]), FaultRun.SECRET, Duration.ofSeconds(5)),
                world.clock()));
    Notifier notifier =
        world.notifier(
            UnaryOperator.identity(),
            webhook,
            world.alertmanager(URI.create(arguments[4]), REPEAT));
    boolean hasBegun = false;
    // An end of the input is the end of the JVM that started this one.
    for (int letter = System.in.read(); letter >= 0; letter = System.in.read()) {
      if (!hasBegun) {
        notifier.start();
        hasBegun = true;
      }
    }
    Runtime.getRuntime().halt(0);
  }
}
