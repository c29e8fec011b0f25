package motcua.systemtest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * The real product as a real process: started, watched, killed with -9 and started again. Every
 * wait is bounded.
 *
 * <p>A tree is found by parentage and, for children that outlived their parent in an earlier kill,
 * by the marker that the command passes on. Only processes of this object are ever killed.
 */
public final class ProcessUnderTest implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);

  private final List<String> command;
  private final Map<String, String> environment;
  private final Path output;
  private Process process;
  private int starts;

  /**
   * A process that is not started yet.
   *
   * @param command program and arguments
   * @param environment added to this process's own
   * @param output file that gets standard output and standard error of every start, one after the
   *     other
   */
  public ProcessUnderTest(List<String> command, Map<String, String> environment, Path output) {
    this.command = List.copyOf(command);
    this.environment = new HashMap<>(environment);
    this.output = output;
  }

  /** {@code ./motcua} with arguments; it does not build, because a build is what runs us. */
  public static ProcessUnderTest motcua(Path output, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Repository.root().resolve("motcua").toString());
    command.addAll(List.of(arguments));
    return new ProcessUnderTest(command, Map.of("MOTCUA_BUILD", "skip"), output);
  }

  /** How far a kill reaches. */
  public enum Reach {
    /** The Java process of the command only; PostgreSQL and registry are left behind. */
    JVM_ONLY,
    /** All of it. */
    TREE
  }

  /** What became of a process. */
  public record Result(int exitCode, String output) {}

  /** Starts it, or starts it again after it ended. */
  public ProcessUnderTest start() throws IOException {
    if (process != null && process.isAlive()) {
      throw new IllegalStateException("it still runs");
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().putAll(environment);
    process = builder.start();
    starts++;
    return this;
  }

  /** How often it was started. */
  public int starts() {
    return starts;
  }

  /** Whether the process itself runs. */
  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** Everything it printed so far, over all starts. */
  public String output() throws IOException {
    return Files.exists(output) ? Files.readString(output, StandardCharsets.UTF_8) : "";
  }

  /**
   * Waits until a condition holds while the process runs.
   *
   * @throws AssertionError when the process ends first or the time is over
   */
  public void awaitWhileRunning(String what, Duration atMost, BooleanSupplier condition)
      throws IOException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (!isRunning()) {
        throw new AssertionError("ended before " + what + ":\n" + output());
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + atMost + ": " + what + ":\n" + output());
      }
      pause();
    }
  }

  /**
   * Kills it with -9 and waits until it is gone.
   *
   * @throws AssertionError when it had already ended: then the test killed nothing
   */
  public void kill(Reach reach) throws IOException {
    List<ProcessHandle> children = process.descendants().toList();
    if (!process.isAlive()) {
      throw new AssertionError(
          "it had ended before the kill, with code " + process.exitValue() + ":\n" + output());
    }
    process.destroyForcibly();
    awaitEnd(process.toHandle());
    switch (reach) {
      case JVM_ONLY -> {}
      case TREE -> {
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(ProcessUnderTest::awaitEnd);
      }
    }
  }

  /** Asks it to end, as Ctrl+C and a supervisor do. */
  public void terminate() {
    process.destroy();
  }

  /** Waits for its end. */
  public Result awaitExit(Duration atMost) throws IOException, InterruptedException {
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still runs after " + atMost + ":\n" + output());
    }
    return new Result(process.exitValue(), output());
  }

  /** Processes it started that run now, itself not among them. */
  public List<ProcessHandle> children() {
    return process.descendants().filter(ProcessHandle::isAlive).toList();
  }

  /** Ends whatever still runs. */
  @Override
  public void close() throws IOException {
    if (isRunning()) {
      kill(Reach.TREE);
    }
  }

  private static void awaitEnd(ProcessHandle gone) {
    try {
      gone.onExit().get(10, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException stillThere) {
      throw new AssertionError("process " + gone.pid() + " survives a kill -9", stillThere);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stop);
    }
  }
}
