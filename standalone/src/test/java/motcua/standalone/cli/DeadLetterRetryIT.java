package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import motcua.readmodel.Breakdown;
import motcua.report.Report;
import motcua.report.ReportJson;
import motcua.report.ReportRequest;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Records refused for want of a setting, read again by the command, beside a run that had it. */
@Timeout(400)
class DeadLetterRetryIT {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-09-15T12:00:00+07:00");
  private static final Path EXAMPLE =
      Path.of("../ingest-connector/src/test/resources/payload-example.json");
  private static final Intake FAILING = new Intake("", Intake.RecordedAt.INPUT, Optional.of(NOW));
  private static final Intake MENDED = new Intake("h99", Intake.RecordedAt.INPUT, Optional.of(NOW));

  @TempDir Path folder;
  private final Map<String, String> config = new HashMap<>();
  private String said;

  @Test
  void shouldGiveTheFiguresOfARunThatNeverFailed() throws Exception {
    List<Path> inputs = List.of(events(), EXAMPLE);
    Report never;
    try (DataFolder data = DataFolder.kept(folder.resolve("never"));
        StandaloneMotcua motcua = started(data)) {
      motcua.ingest(inputs, MENDED, Progress.SILENT);
      never = report(motcua);
    }

    Path kept = folder.resolve("data");
    try (DataFolder data = DataFolder.kept(kept);
        StandaloneMotcua motcua = started(data)) {
      motcua.ingest(inputs, FAILING, Progress.SILENT);
      Report failed = report(motcua);
      assertFalse(Arrays.equals(canonical(never), canonical(failed)), "nothing failed");
      assertTrue(failed.deadLetters().size() > never.deadLetters().size());

      assertEquals(0, run("list", "--config", configFile()));
      assertEquals(
          0,
          run(
              "show",
              failed.deadLetters().getFirst().fingerprint().substring(0, 16),
              "--config",
              configFile()));
      // An operator mends the setting and reads one reason of the running installation again.
      motcua.startIntake(MENDED);
      assertEquals(
          0,
          run(
              "retry",
              "--input",
              spooled(kept, EXAMPLE),
              "--config",
              configFile(),
              "--spool",
              newest(kept).toString()),
          said);
      assertTrue(said.contains("still failing: 0"), said);
    }

    String[] all = {"retry", "--all", "--data", kept.toString(), "--read-as", "h99"};
    assertEquals(1, run(all), said);
    assertTrue(said.contains("resolved: 20 (20 MISSING)"), said);
    assertTrue(said.contains("still failing: 2 (2 TYPE_UNKNOWN)"), said);
    assertEquals(1, run(all), said);
    assertTrue(said.contains("resolved: 0"), said);

    try (DataFolder data = DataFolder.kept(kept);
        StandaloneMotcua motcua = started(data)) {
      Report mended = report(motcua);
      assertArrayEquals(canonical(never), canonical(mended));
      assertEquals(letters(never), letters(mended));
    }
  }

  /** Forty good lines, twenty that name no source, two that nothing mends. */
  private Path events() throws Exception {
    List<String> lines = new ArrayList<>();
    for (String line : RandomHistories.lines(HistoryParameters.clean(3, 60, 12))) {
      if (lines.size() < 60) {
        String named = line.replaceAll("\"source\":\"[^\"]*\"", "\"source\":\"h99\"");
        lines.add(lines.size() % 3 == 1 ? named.replace("\"source\":\"h99\",", "") : named);
      }
    }
    for (String id : List.of("bad1", "bad2")) {
      lines.add(
          "{\"source\":\"h99\",\"eventId\":\"%s\",\"dossierId\":\"D\",\"type\":\"BORN\",\"occurredAt\":\"2024-07-01T08:00:00+07:00\",\"recordedAt\":\"2024-07-01T08:00:00+07:00\"}"
              .formatted(id));
    }
    return Files.write(folder.resolve("events.ndjson"), lines);
  }

  private static Report report(StandaloneMotcua motcua) throws Exception {
    return motcua
        .product()
        .report(
            new ReportRequest(
                "ALL",
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2026, 9, 14),
                null,
                Breakdown.NONE,
                null));
  }

  private static byte[] canonical(Report report) {
    return ReportJson.canonicalBytes(report);
  }

  /** The folder a file is handed in by stands in its name; the rest is the same. */
  private static List<String> letters(Report report) {
    return report.deadLetters().stream()
        .map(
            letter ->
                letter.fingerprint()
                    + letter.reason()
                    + letter.position()
                    + letter.input().substring(letter.input().indexOf('~')))
        .toList();
  }

  private static String spooled(Path data, Path input) throws Exception {
    return settled(data)
        .map(file -> file.getFileName().toString())
        .filter(name -> name.endsWith("~" + input.getFileName()))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Path> settled(Path data) throws Exception {
    return Files.walk(data.resolve("spool"))
        .filter(file -> file.getParent().endsWith("done") && Files.isRegularFile(file));
  }

  /** The spool that the connector was given last: nothing lies in it yet. */
  private static Path newest(Path data) throws Exception {
    try (Stream<Path> spools = Files.list(data.resolve("spool"))) {
      return spools
          .filter(Files::isDirectory)
          .filter(spool -> !hasSettled(spool))
          .findFirst()
          .orElseThrow();
    }
  }

  private static boolean hasSettled(Path spool) {
    String[] done = spool.resolve("done").toFile().list();
    return done != null && done.length > 0;
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
    return StandaloneMotcua.start(
        data,
        new StandaloneSettings(
            Optional.of(NOW), 0, StandaloneSettings.DEFAULT_PARTITIONS, files, Map.of()),
        own -> {
          config.clear();
          config.putAll(own);
          return EmbeddedProduct.start(own);
        },
        Progress.SILENT);
  }

  private String configFile() throws Exception {
    Properties values = new Properties();
    values.putAll(config);
    Path file = folder.resolve("motcua.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.store(writer, null);
    }
    return file.toString();
  }

  private int run(String... arguments) {
    StringWriter words = new StringWriter();
    CommandLine line = Main.commandLine(new Wiring());
    line.setOut(new PrintWriter(words));
    line.setErr(new PrintWriter(words));
    List<String> all = new ArrayList<>(List.of("dead-letters"));
    all.addAll(List.of(arguments));
    int exit = line.execute(all.toArray(String[]::new));
    said = words.toString();
    return exit;
  }
}
