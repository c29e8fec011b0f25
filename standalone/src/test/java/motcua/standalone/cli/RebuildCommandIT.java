package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import motcua.schemas.sample.HistoryParameters;
import motcua.schemas.sample.RandomHistories;
import motcua.standalone.DataFolder;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Intake;
import motcua.standalone.Progress;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code rebuild --config} beside an installation that runs. */
class RebuildCommandIT {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2025-03-01T00:00:00+07:00");

  @TempDir Path folder;
  private final Map<String, String> config = new HashMap<>();

  @Test
  void shouldBuildBesideARunningInstallationAndDropWhatNobodyUses() throws Exception {
    Path events =
        Files.write(
            folder.resolve("events.ndjson"),
            RandomHistories.lines(HistoryParameters.messy(1, 60, 12)));
    try (DataFolder data = DataFolder.kept(folder.resolve("data"));
        StandaloneMotcua motcua = started(data)) {
      Intake intake = new Intake("replay", Intake.RecordedAt.INPUT, Optional.of(NOW));
      motcua.ingest(List.of(events), intake, Progress.SILENT);

      assertRuns(0, "generation 2 is ready: set ledger.generation=2", "rebuild");
      assertEquals(Set.of(1, 2), motcua.product().generations());

      assertRuns(1, "generation 1 is in use", "rebuild", "--drop", "1");
      assertRuns(2, "there is no generation 9", "rebuild", "--drop", "9");
      config.put("ledger.generation", "2");
      assertRuns(1, "generation 1 is still built by a process", "rebuild", "--drop", "1");
      config.put("ledger.generation", "1");
      assertRuns(0, "generation 2 is deleted", "rebuild", "--drop", "2");
      assertEquals(Set.of(1), motcua.product().generations());
    }
  }

  private StandaloneMotcua started(DataFolder data) throws Exception {
    Path units = Files.writeString(folder.resolve("units.csv"), RandomHistories.unitsCsv(12));
    ReferenceFiles files =
        new ReferenceFiles(
            Optional.of(units),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    StandaloneSettings settings =
        new StandaloneSettings(
            Optional.of(NOW), 0, StandaloneSettings.DEFAULT_PARTITIONS, files, Map.of());
    return StandaloneMotcua.start(
        data,
        settings,
        own -> {
          config.putAll(own);
          // Nobody put the contracts of the next generation into the registry before.
          config.put("serde.apicurio.registry.auto-register", "true");
          return EmbeddedProduct.start(own);
        },
        Progress.SILENT);
  }

  private void assertRuns(int exitCode, String says, String command, String... options)
      throws Exception {
    Properties values = new Properties();
    values.putAll(config);
    Path file = folder.resolve("motcua.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.store(writer, null);
    }
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine(new Wiring());
    line.setOut(new PrintWriter(said));
    line.setErr(new PrintWriter(said));
    String[] arguments = new String[options.length + 3];
    arguments[0] = command;
    arguments[1] = "--config";
    arguments[2] = file.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    int exit = line.execute(arguments);
    assertEquals(exitCode, exit, said.toString());
    assertTrue(said.toString().contains(says), said.toString());
  }
}
