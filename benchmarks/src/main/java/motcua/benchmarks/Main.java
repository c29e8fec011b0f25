package motcua.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Entry point of {@code ./motcua bench}. */
@Command(name = "bench", description = "Measures.", mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Main() {}

  /** Runs one benchmark and ends the process with its code. */
  public static void main(String[] arguments) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    var line = new CommandLine(new Main());
    line.addSubcommand(new Pipeline());
    line.setExecutionExceptionHandler(
        (failure, command, result) -> {
          command.getErr().println("motcua: " + failure.getMessage());
          return 1;
        });
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "name a benchmark: pipeline (others come with later versions)");
  }

  /** {@code bench pipeline}. */
  @Command(
      name = "pipeline",
      description = "Raw consumer and whole pipeline over the same events, and their ratio.")
  static final class Pipeline implements Callable<Integer> {
    @Option(
        names = "--events",
        defaultValue = "5000000",
        description = "Default: ${DEFAULT-VALUE}.")
    private long events;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the figures as JSON.")
    private Path json;

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() throws Exception {
      if (events < 1_000) {
        throw new CommandLine.ParameterException(
            command.commandLine(), "--events " + events + ": expected at least 1000");
      }
      var figures = new PipelineBenchmark(seed, events).run();
      System.out.print(figures.text());
      if (json != null) {
        figures.write(json);
      }
      return 0;
    }
  }
}
