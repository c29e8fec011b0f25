package motcua.standalone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import motcua.standalone.DataFolder;

/**
 * Runs a command in its data folder: the log is there, failures are written to it, and a folder of
 * our own is removed at the end (all but the log where the command failed).
 */
final class Workspace {
  private Workspace() {}

  /** What a command does in its folder. */
  interface Work {
    void run(DataFolder folder, StopSignal stop) throws IOException;
  }

  /**
   * Does the work.
   *
   * @param data folder that is kept; absent: a temporary one
   * @param verbose whether warnings are shown too
   * @throws Failures.FailedException when it fails; names the log
   */
  static void run(Optional<Path> data, boolean verbose, Work work) throws Exception {
    try (DataFolder folder =
        data.isPresent() ? DataFolder.kept(data.get()) : DataFolder.scratch()) {
      // Logging is set up when the first logger is asked for, which is after this.
      System.setProperty("motcua.log", folder.log().toString());
      System.setProperty("motcua.stderr.level", verbose ? "WARN" : "OFF");
      StopSignal stop = StopSignal.listen();
      boolean done = false;
      try {
        work.run(folder, stop);
        done = true;
      } catch (IOException | RuntimeException failed) {
        Failures.log(failed);
        throw new Failures.FailedException(
            Failures.firstLine(failed) + " (log: " + folder.log() + ")", failed);
      } finally {
        folder.discard(!done);
        stop.served();
      }
    }
  }
}
