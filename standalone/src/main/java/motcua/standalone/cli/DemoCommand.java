package motcua.standalone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import motcua.standalone.DataFolder;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code demo}: everything on this machine, the sample districts booked and printed, the page
 * served.
 */
@Command(
    name = "demo",
    description = "Starts everything, books the sample districts, prints them, serves the page.")
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
      throw new ParameterException(
          spec.commandLine(), "--port " + port + " is no port, expected 0 to " + MAX_PORT);
    }
    Workspace.run(Optional.empty(), common.verbose, this::run);
    return 0;
  }

  private void run(DataFolder folder, StopSignal stop) throws IOException {
    try (ConsoleProgress progress = ConsoleProgress.onStandardError()) {
      progress.step("writing the sample districts");
      DemoDistricts districts = DemoDistricts.write(folder.root().resolve("sample"));
      StandaloneSettings settings =
          new StandaloneSettings(
              Optional.of(DemoDistricts.now()),
              pagePort(),
              StandaloneSettings.DEFAULT_PARTITIONS,
              districts.files(),
              Map.of());
      try (StandaloneMotcua motcua =
          StandaloneMotcua.start(folder, settings, wiring.product(), progress)) {
        districts.ingest(motcua, progress);
        progress.close();
        print(districts, motcua);
        if (!exit) {
          stop.await();
        }
      }
    }
  }

  /**
   * With --exit nobody looks for the page where it stood last time: any free port does, unless one
   * is asked for.
   */
  private int pagePort() {
    return exit && !spec.commandLine().getParseResult().hasMatchedOption("--port") ? 0 : port;
  }

  private void print(DemoDistricts districts, StandaloneMotcua motcua) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        "Hồ sơ mẫu (dữ liệu tổng hợp, sinh ngẫu nhiên có hạt giống); số liệu công bố của các huyện bên cạnh sổ cái.");
    out.println();
    out.print(districts.compare(motcua.product()));
    if (!exit) {
      out.println();
      out.println("Trang: " + motcua.product().url() + "  (Ctrl+C để dừng)");
    }
  }
}
