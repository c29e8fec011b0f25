package motcua.standalone.cli;

import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Turns what went wrong into one line on standard error and an exit code; the whole trace goes to
 * the log.
 */
final class Failures {
  private static final int MAX_LINE = 500;

  private Failures() {}

  /** Work that failed, with a message a person can act on and the place of the log. */
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1L;

    FailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Bad usage: exit 2. */
  static int badUsage(ParameterException wrong, String[] arguments) {
    CommandLine line = wrong.getCommandLine();
    String what =
        wrong instanceof CommandLine.UnmatchedArgumentException unmatched
            ? "unknown: " + String.join(" ", unmatched.getUnmatched()) + known(unmatched)
            : firstLine(wrong);
    line.getErr()
        .println(
            "motcua: " + what + " (see ./" + line.getCommandSpec().qualifiedName() + " --help)");
    return CommandLine.ExitCode.USAGE;
  }

  private static String known(CommandLine.UnmatchedArgumentException unmatched) {
    CommandSpec command = unmatched.getCommandLine().getCommandSpec();
    String known =
        command.subcommands().isEmpty()
            ? command.options().stream()
                .map(CommandLine.Model.OptionSpec::longestName)
                .sorted()
                .collect(Collectors.joining(", "))
            : command.subcommands().entrySet().stream()
                .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
    return ", expected one of " + known;
  }

  /** Failure of the work itself: exit 1. */
  static int failure(Exception failed, CommandLine line, CommandLine.ParseResult parsed) {
    line.getErr().println("motcua: " + firstLine(failed));
    if (parsed.originalArgs().contains("--verbose")) {
      failed.printStackTrace(line.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Writes the trace of a failure to the log. */
  static void log(Exception failed) {
    LoggerFactory.getLogger(Failures.class).error("the command failed", failed);
  }

  /** The first line of a failure's message, or its kind where it has none. */
  static String firstLine(Throwable failed) {
    String message = failed.getMessage();
    String line =
        message == null || message.isBlank()
            ? failed.getClass().getSimpleName()
            : message.strip().lines().findFirst().orElse("");
    return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "...";
  }
}
