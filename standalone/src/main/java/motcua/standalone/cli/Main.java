package motcua.standalone.cli;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import motcua.core.form.FormPreset;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;

/**
 * Entry point of {@code ./motcua}: arguments in, exit code out (0 success, 1 failure, 2 bad usage).
 */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its code. */
  public static void main(String[] arguments) {
    // The registry's client logs by java.util.logging; its words belong into the log too.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(commandLine(new Wiring()).execute(arguments));
  }

  /** The command line, with errors of one line. */
  static CommandLine commandLine(Wiring wiring) {
    CommandLine line = new CommandLine(new RootCommand());
    line.addSubcommand(new DemoCommand(wiring));
    line.addSubcommand(new ReplayCommand(wiring));
    line.addSubcommand(new RunCommand(wiring));
    line.addSubcommand(new AuditCommand(wiring));
    line.addSubcommand(new ReconcileCommand(wiring));
    line.addSubcommand(new RebuildCommand(wiring));
    line.addSubcommand(new SnapshotCommand());
    line.addSubcommand(
        new CommandLine(new AlertsCommand()).addSubcommand(new BacktestCommand(wiring)));
    line.addSubcommand(
        new CommandLine(new DeadLettersCommand())
            .addSubcommand(new DeadLetterListCommand(wiring))
            .addSubcommand(new DeadLetterShowCommand(wiring))
            .addSubcommand(new DeadLetterRetryCommand(wiring)));
    line.addSubcommand(
        new CommandLine(new MappingCommand()).addSubcommand(new MappingCheckCommand()));
    for (String later : LaterCommand.NAMES) {
      line.addSubcommand(later, new LaterCommand(later));
    }
    line.registerConverter(LocalDate.class, new Checks.Days());
    line.registerConverter(OffsetDateTime.class, new Checks.Instants());
    line.registerConverter(FormPreset.class, new Checks.Forms());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Failures::badUsage);
    line.setExecutionExceptionHandler(Failures::failure);
    return line;
  }
}
