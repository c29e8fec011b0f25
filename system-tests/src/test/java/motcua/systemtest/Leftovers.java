package motcua.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Processes that a killed run left behind: those whose command line names the test's folder. */
final class Leftovers {
  private Leftovers() {}

  static List<ProcessHandle> of(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> names(process, folder))
        .toList();
  }

  private static boolean names(ProcessHandle process, Path folder) {
    try {
      Path arguments = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      return Files.isReadable(arguments) && Files.readString(arguments).contains(folder.toString());
    } catch (IOException gone) {
      return false;
    }
  }
}
