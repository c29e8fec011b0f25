package motcua.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Finds and ends processes that an earlier run of ours left behind. Only ever ends what its caller
 * has recognised.
 */
final class ChildProcesses {
  private ChildProcesses() {}

  /** Processes of this user whose arguments satisfy the test. */
  static List<ProcessHandle> find(Predicate<List<String>> arguments) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> arguments(process).map(arguments::test).orElse(false))
        .toList();
  }

  /** Program and arguments of a process; empty where the system does not tell. */
  static Optional<List<String>> arguments(ProcessHandle process) {
    Path proc = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    try {
      // ProcessHandle cuts long command lines and shows none of a process that gave up rights.
      if (Files.isReadable(proc)) {
        return Optional.of(List.of(Files.readString(proc).split("\0")));
      }
    } catch (IOException gone) {
      return Optional.empty();
    }
    return process.info().commandLine().map(line -> List.of(line.split(" ")));
  }

  /**
   * Ends a process: politely, then after the wait by force.
   *
   * @throws IOException when it is still there after another such wait
   */
  static void end(ProcessHandle process, long waitSeconds) throws IOException {
    process.destroy();
    if (!awaitEnd(process, waitSeconds)) {
      process.destroyForcibly();
      if (!awaitEnd(process, waitSeconds)) {
        throw new IOException("process " + process.pid() + " does not end");
      }
    }
  }

  /** Whether the process ended within the wait. */
  static boolean awaitEnd(ProcessHandle process, long waitSeconds) {
    try {
      process.onExit().get(waitSeconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException stillThere) {
      return !process.isAlive();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
