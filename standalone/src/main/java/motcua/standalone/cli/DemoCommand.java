package motcua.standalone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import motcua.schemas.sample.SampleDistricts;
import motcua.standalone.DataFolder;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;
import motcua.standalone.play.DayPlay;
import motcua.standalone.play.PlayClock;
import motcua.standalone.play.PlaySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code demo}: everything on this machine, the sample districts booked and printed, the page
 * served while working days are played.
 */
@Command(
    name = "demo",
    description =
        "Starts everything, books the sample districts, prints them, serves the page and plays working days.")
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

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "" + PlaySettings.DEFAULT_SPEED,
      description =
          "Simulated seconds a second of the working days that are played after printing; 0: the clock stands; default: ${DEFAULT-VALUE}.")
  private int speed;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + SampleDistricts.DEFAULT_SEED,
      description = "What is played: the same number, the same days; default: ${DEFAULT-VALUE}.")
  private long seed;

  DemoCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > MAX_PORT) {
      throw wrong("--port " + port + " is no port, expected 0 to " + MAX_PORT);
    }
    if (speed < 0 || speed > PlaySettings.MOST_SPEED) {
      throw wrong("--speed " + speed + " is no speed, expected 0 to " + PlaySettings.MOST_SPEED);
    }
    Workspace.run(Optional.empty(), common.verbose, this::run);
    return 0;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private boolean plays() {
    return !exit && speed > 0;
  }

  private void run(DataFolder folder, StopSignal stop) throws IOException {
    try (ConsoleProgress progress = ConsoleProgress.onStandardError()) {
      progress.step("writing the sample districts");
      DemoDistricts districts = DemoDistricts.write(folder.root().resolve("sample"));
      PlayClock clock = new PlayClock(DemoDistricts.now().toInstant());
      try (StandaloneMotcua motcua =
          StandaloneMotcua.start(
              folder,
              settings(districts),
              plays() ? wiring.played(clock) : wiring.product(),
              progress)) {
        districts.ingest(motcua, progress);
        progress.close();
        print(districts, motcua);
        if (plays()) {
          play(motcua, clock, stop);
        } else if (!exit) {
          stop.await();
        }
      }
    }
  }

  private StandaloneSettings settings(DemoDistricts districts) throws IOException {
    return new StandaloneSettings(
        Optional.of(DemoDistricts.now()),
        pagePort(),
        StandaloneSettings.DEFAULT_PARTITIONS,
        districts.files(),
        plays() ? DemoPlay.overrides(districts.folder()) : Map.of());
  }

  private void play(StandaloneMotcua motcua, PlayClock clock, StopSignal stop) throws IOException {
    PlaySettings settings = new PlaySettings(seed, speed, PlaySettings.NIGHT);
    DemoPlay shown = new DemoPlay(console(), System.console() != null);
    shown.announce(settings);
    try (DayPlay play = DayPlay.start(motcua, clock, settings, shown)) {
      stop.awaitOrFail(play::failure);
    } finally {
      shown.end();
    }
  }

  private static PrintStream console() {
    return new PrintStream(System.out, true, StandardCharsets.UTF_8);
  }

  /**
   * With --exit nobody looks for the page where it stood last time: any free port does, unless one
   * is asked for.
   */
  private int pagePort() {
    return exit && !spec.commandLine().getParseResult().hasMatchedOption("--port") ? 0 : port;
  }

  private void print(DemoDistricts districts, StandaloneMotcua motcua) throws IOException {
    PrintStream out = console();
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
