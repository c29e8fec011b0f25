package motcua.benchmarks;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import motcua.standalone.DataFolder;
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
    line.addSubcommand(new Queries());
    line.addSubcommand(new Alerts());
    line.addSubcommand(new Intake());
    line.addSubcommand(new Spool());
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
        spec.commandLine(),
        "name a benchmark: pipeline, queries, alerts, intake, spool (others come with later versions)");
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

    @Option(
        names = "--warm-up",
        defaultValue = "1000000",
        description =
            "Events sent through a pipeline of their own first, so that what is measured is a process that has been running; 0 for none. Default: ${DEFAULT-VALUE}.")
    private long warmUp;

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
      if (warmUp != 0 && warmUp < 1_000) {
        throw new CommandLine.ParameterException(
            command.commandLine(), "--warm-up " + warmUp + ": expected 0 or at least 1000");
      }
      if (warmUp > 0) {
        new PipelineBenchmark(seed + 1, warmUp, 0).run();
      }
      var figures = new PipelineBenchmark(seed, events, warmUp).run();
      System.out.print(figures.text());
      if (json != null) {
        figures.write(json);
      }
      return 0;
    }
  }

  /** {@code bench queries}. */
  @Command(
      name = "queries",
      description = "Reports for one unit and for all, over many dossiers loaded.")
  static final class Queries implements Callable<Integer> {
    @Option(
        names = "--dossiers",
        defaultValue = "2000000",
        description = "Default: ${DEFAULT-VALUE}.")
    private int dossiers;

    @Option(
        names = "--queries",
        defaultValue = "500",
        description = "Reports for one unit in a round. Default: ${DEFAULT-VALUE}.")
    private int queries;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Keeps the loaded database there and uses it again.")
    private Path data;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the figures as JSON.")
    private Path json;

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() throws Exception {
      if (dossiers < 1_000 || queries < 100) {
        throw new CommandLine.ParameterException(
            command.commandLine(), "expected at least 1000 --dossiers and 100 --queries");
      }
      var benchmark = new QueriesBenchmark(seed, dossiers, queries, System.err);
      Figures figures = benchmark.figures();
      try {
        benchmark.run(Optional.ofNullable(data));
      } finally {
        // What was measured before a fault took long to measure.
        System.out.print(figures.text());
      }
      if (json != null) {
        figures.write(json);
      }
      return 0;
    }
  }

  /** {@code bench alerts}. */
  @Command(
      name = "alerts",
      description = "From the event that makes an alert SURE to the e-mail at the SMTP server.")
  static final class Alerts implements Callable<Integer> {
    @Option(
        names = "--events",
        defaultValue = "1000",
        description = "Events a second. Default: ${DEFAULT-VALUE}.")
    private int events;

    @Option(
        names = "--alerts",
        defaultValue = "200",
        description = "Alerts, two a second. Default: ${DEFAULT-VALUE}.")
    private int alerts;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the figures as JSON.")
    private Path json;

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() throws Exception {
      if (events < 10 || alerts < 10 || alerts > 999) {
        throw new CommandLine.ParameterException(
            command.commandLine(), "expected at least 10 --events, and 10 to 999 --alerts");
      }
      Figures figures = new AlertsBenchmark(events, alerts, System.err).run();
      System.out.print(figures.text());
      if (json != null) {
        figures.write(json);
      }
      return 0;
    }
  }

  /** {@code bench intake}. */
  @Command(
      name = "intake",
      description = "Answers of an intake process to a sender in another process.")
  static final class Intake implements Callable<Integer> {
    @Option(
        names = "--rate",
        defaultValue = "2000",
        description = "Records a second. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the figures as JSON.")
    private Path json;

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() throws Exception {
      if (rate < 100 || rate > 100_000 || seconds < 1 || seconds > 3_600) {
        throw new CommandLine.ParameterException(
            command.commandLine(), "expected 100 to 100000 for --rate, 1 to 3600 for --seconds");
      }
      Figures figures = new IntakeBenchmark(rate, seconds, System.err).run();
      System.out.print(figures.text());
      if (json != null) {
        figures.write(json);
      }
      return 0;
    }
  }

  /** {@code bench spool}. */
  @Command(
      name = "spool",
      description =
          "From files through our connector into Kafka, and a plain producer of the same bytes.")
  static final class Spool implements Callable<Integer> {
    @Option(
        names = "--events",
        defaultValue = "1000000",
        description = "Canonical events. Default: ${DEFAULT-VALUE}.")
    private int events;

    @Option(
        names = "--dossiers",
        defaultValue = "150000",
        description =
            "National dossier records, whole districts of about 19.000. Default: ${DEFAULT-VALUE}.")
    private int dossiers;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the figures as JSON.")
    private Path json;

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() throws Exception {
      if (events < 1_000 || dossiers < 1_000) {
        throw new CommandLine.ParameterException(
            command.commandLine(), "expected at least 1000 --events and 1000 --dossiers");
      }
      Figures figures = new Figures();
      try (DataFolder folder = DataFolder.scratch()) {
        System.setProperty("motcua.log", folder.log().toString());
        System.setProperty("motcua.stderr.level", "OFF");
        try (SpoolBenchmark benchmark = new SpoolBenchmark(folder)) {
          // Both kinds once in small first: a worker that runs has been running.
          benchmark.run(SpoolInput.Kind.CANONICAL, seed + 1, events / 4, new Figures());
          benchmark.run(SpoolInput.Kind.NATIONAL, seed + 1_000, dossiers / 4, new Figures());
          benchmark.run(SpoolInput.Kind.CANONICAL, seed, events, figures);
          benchmark.run(SpoolInput.Kind.NATIONAL, seed, dossiers, figures);
        } finally {
          // What was measured stands, whatever failed behind it.
          System.out.print(figures.text());
        }
        folder.discard(false);
      }
      if (json != null) {
        figures.write(json);
      }
      return 0;
    }
  }
}
