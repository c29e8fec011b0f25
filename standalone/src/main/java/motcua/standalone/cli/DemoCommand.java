package motcua.standalone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import motcua.standalone.DataFolder;
import motcua.standalone.Intake;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: everything on this machine, the sample districts booked and printed, the page served. */
@Command(name = "demo", description = "Starts everything, books the sample districts, prints them, serves the page.")
final class DemoCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;

  private final Wiring wiring;
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port of the page; 0 takes a free one; default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(names = "--exit", description = "Stops after printing.")
  private boolean exit;

  DemoCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(spec.commandLine(), "--port " + port + " is no port, expected 0 to " + MAX_PORT);
    }
    Workspace.run(Optional.empty(), common.verbose, this::run);
    return 0;
  }

  private void run(DataFolder folder, StopSignal stop) throws IOException {
    DemoSample sample = wiring.sample();
    try (ConsoleProgress progress = ConsoleProgress.onStandardError()) {
      progress.step("writing the sample districts");
      DemoSample.Written written = sample.write(folder.root().resolve("sample"));
      // With --exit nobody needs the page where it was looked for last time.
      int pagePort = exit && !spec.commandLine().getParseResult().hasMatchedOption("--port") ? 0 : port;
      StandaloneSettings settings =
          new StandaloneSettings(
              Optional.of(sample.now()), pagePort, StandaloneSettings.DEFAULT_PARTITIONS, written.files(), Map.of());
      try (StandaloneMotcua motcua = StandaloneMotcua.start(folder, settings, wiring.product(), progress)) {
        for (DemoSample.Source source : written.sources()) {
          Intake intake = new Intake(source.name(), Intake.RecordedAt.BACKFILL, Optional.of(sample.now()));
          motcua.ingest(source.inputs(), intake, progress);
        }
        progress.close();
        print(sample, motcua);
        if (!exit) {
          stop.await();
        }
      }
    }
  }

  private void print(DemoSample sample, StandaloneMotcua motcua) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    sample.print(motcua.product(), out);
    if (!exit) {
      out.println();
      out.println("Trang: " + motcua.product().url() + "  (Ctrl+C để dừng)");
    }
  }
}
