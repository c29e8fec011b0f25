package motcua.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import motcua.readmodel.Breakdown;
import motcua.report.Report;
import motcua.report.ReportRequest;
import motcua.schemas.sample.HistoryParameters;
import motcua.schemas.sample.RandomHistories;
import motcua.standalone.DataFolder;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Intake;
import motcua.standalone.Progress;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.RegistrySerdes;
import motcua.standalone.ReplayRun;
import motcua.standalone.StandaloneSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connector and application with either family of serdes, from files to a report. */
@Timeout(600)
class ConfluentPipelineIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-09-15T12:00:00+07:00");
  private static final Path EXAMPLE =
      Path.of("../ingest-connector/src/test/resources/payload-example.json");

  @TempDir Path folder;

  @Test
  void shouldGiveTheSameReportByteForByte() throws Exception {
    System.out.println("motcua.seed=" + SEED);
    HistoryParameters parameters = HistoryParameters.messy(SEED, 300, 12);
    Path units =
        Files.writeString(
            folder.resolve("units.csv"),
            RandomHistories.unitsCsv(parameters.units()) + "H99.31.07,Xã Mẫu Sơn,,commune,,,,,\n");
    Path events = Files.write(folder.resolve("events.ndjson"), RandomHistories.lines(parameters));
    List<Path> inputs = List.of(events, EXAMPLE);

    byte[] ours = replay(inputs, units, RegistrySerdes.APICURIO);
    byte[] theirs = replay(inputs, units, RegistrySerdes.CONFLUENT);

    assertArrayEquals(ours, theirs);
  }

  private byte[] replay(List<Path> inputs, Path units, RegistrySerdes serdes) throws Exception {
    StandaloneSettings settings =
        new StandaloneSettings(
            Optional.of(NOW),
            0,
            StandaloneSettings.DEFAULT_PARTITIONS,
            new ReferenceFiles(
                Optional.of(units),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Map.of(
                "value.serializer", serdes.serializer(),
                "value.deserializer", serdes.deserializer()));
    ReportRequest request =
        new ReportRequest(
            "ALL", LocalDate.of(2024, 1, 1), LocalDate.of(2026, 9, 14), null, Breakdown.FIELD);
    Path report = folder.resolve(serdes + ".json");
    ReplayRun run =
        new ReplayRun(
            inputs,
            new Intake("replay", Intake.RecordedAt.INPUT, Optional.of(NOW)),
            settings,
            new ReplayRun.Requests.One(request),
            report);
    try (DataFolder data = DataFolder.kept(folder.resolve(serdes.name()))) {
      Report drawn = run.run(data, EmbeddedProduct::start, Progress.SILENT).getFirst();
      assertTrue(drawn.total().received() > 200, drawn.total().toString());
      assertFalse(drawn.marks().isEmpty());
      assertFalse(drawn.deadLetters().isEmpty());
    }
    return Files.readAllBytes(report);
  }
}
