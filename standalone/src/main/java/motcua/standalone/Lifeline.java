package motcua.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Ends the children of a run that dies without ending them itself (kill -9, out of memory), where
 * no later start on the folder would.
 *
 * <p>A shell waits at the other end of a pipe, which the operating system closes with this process,
 * however that ends. Then it ends the registry and PostgreSQL of the folder; a process is known by
 * the folder's name among its arguments, since its number may by then belong to anybody.
 */
final class Lifeline implements AutoCloseable {
  /** A signal from the terminal is for the run, not for the shell that watches it. */
  private static final String SCRIPT =
      """
      trap '' HUP INT TERM
      folder=$1
      end() { # signal, file whose first line is the process id
        read -r pid <"$2" || return
        { cat "/proc/$pid/cmdline" || ps -o args= -p "$pid"; } | grep -qF -- "$folder" && kill -"$1" "$pid"
      }
      while read -r nothing; do :; done
      sleep 1 # a child that was just started has its file by now
      end KILL "$2"
      end INT "$3"
      """;

  private final Process shell;

  private Lifeline(Process shell) {
    this.shell = shell;
  }

  /**
   * Watches from now on.
   *
   * @param folder stands among the arguments of both processes
   * @param registry file with the registry's process id, may not be there yet
   * @param postmaster file with PostgreSQL's process id, may not be there yet
   */
  static Lifeline over(Path folder, Path registry, Path postmaster) throws IOException {
    List<String> command =
        List.of("sh", "-c", SCRIPT, "motcua-lifeline", "" + folder, "" + registry, "" + postmaster);
    return new Lifeline(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Lets go: everything was ended in order. */
  @Override
  public void close() {
    shell.destroyForcibly();
  }
}
