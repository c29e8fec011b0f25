package motcua.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Stops the PostgreSQL server that a killed run left on a data directory.
 *
 * <p>A process is stopped only when it is a postgres whose {@code -D} is that directory: the number
 * in {@code postmaster.pid} may since belong to anybody. Where it does, the file is removed, since
 * PostgreSQL would refuse to start because of it.
 */
final class StalePostmaster {
  private static final long WAIT_SECONDS = 15;

  private StalePostmaster() {}

  /**
   * Leaves the directory without a server.
   *
   * @throws IOException when a server runs there and does not stop
   */
  static void stop(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    Optional<ProcessHandle> named = process(pidFile);
    if (named.isPresent() && isPostgresOn(named.get(), data)) {
      stop(named.get());
    } else {
      Files.deleteIfExists(pidFile);
    }
  }

  private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    try {
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    } catch (NumberFormatException torn) {
      return Optional.empty();
    }
  }

  private static boolean isPostgresOn(ProcessHandle process, Path data) {
    List<String> arguments = ChildProcesses.arguments(process).orElse(List.of());
    if (arguments.isEmpty() || !Path.of(arguments.get(0)).endsWith("postgres")) {
      return false;
    }
    int at = arguments.indexOf("-D");
    return at > 0
        && at + 1 < arguments.size()
        && Path.of(arguments.get(at + 1)).toAbsolutePath().equals(data.toAbsolutePath());
  }

  private static void stop(ProcessHandle postmaster) throws IOException {
    // INT = fast shutdown: clients are disconnected. TERM would wait for them, and a registry left
    // behind never leaves.
    signal("INT", postmaster);
    if (!ChildProcesses.awaitEnd(postmaster, WAIT_SECONDS)) {
      signal("QUIT", postmaster);
      if (!ChildProcesses.awaitEnd(postmaster, WAIT_SECONDS)) {
        throw new IOException("PostgreSQL " + postmaster.pid() + " of a former run does not stop");
      }
    }
  }

  private static void signal(String name, ProcessHandle process) throws IOException {
    Process kill =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!kill.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
        kill.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
