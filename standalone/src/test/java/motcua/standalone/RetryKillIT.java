package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import motcua.ingest.retry.RetryOrder;
import motcua.readmodel.Breakdown;
import motcua.readmodel.DeadLetterEntry;
import motcua.readmodel.DeadLetterQuery;
import motcua.report.Report;
import motcua.report.ReportJson;
import motcua.report.ReportRequest;
import motcua.schemas.sample.HistoryParameters;
import motcua.schemas.sample.RandomHistories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything is killed with -9 while records are read again. */
@Timeout(400)
class RetryKillIT {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-09-15T12:00:00+07:00");
  private static final Intake FAILING = new Intake("", Intake.RecordedAt.INPUT, Optional.of(NOW));
  private static final Intake MENDED = new Intake("h99", Intake.RecordedAt.INPUT, Optional.of(NOW));

  @TempDir Path folder;

  @Test
  void shouldGiveTheFiguresOfARunThatNeverFailedAfterAKill() throws Exception {
    Path events = events();
    Report never;
    try (DataFolder data = DataFolder.kept(folder.resolve("never"));
        StandaloneMotcua motcua = started(data)) {
      motcua.ingest(List.of(events), MENDED, Progress.SILENT);
      never = report(motcua);
    }
    Path kept = folder.resolve("data");
    try (DataFolder data = DataFolder.kept(kept);
        StandaloneMotcua motcua = started(data)) {
      motcua.ingest(List.of(events), FAILING, Progress.SILENT);
      assertTrue(report(motcua).deadLetters().size() > 1_000);
    }

    KilledJvm.leaveBehind(InTheMiddle.class, kept);
    assertEquals(0, settled(kept), "the retry was over before the kill");

    try (DataFolder data = DataFolder.kept(kept);
        StandaloneMotcua motcua =
            StandaloneMotcua.startAgain(data, EmbeddedProduct::start, Progress.SILENT)) {
      motcua.startIntake(MENDED);
      motcua.awaitIntake(Progress.SILENT);
      assertArrayEquals(
          ReportJson.canonicalBytes(never), ReportJson.canonicalBytes(report(motcua)));
      assertEquals(List.of(), report(motcua).deadLetters());
      assertEquals(0, motcua.product().audit().drift());
    }
    assertEquals(1, settled(kept));
  }

  /** Hands an order in and is killed as soon as the connector has taken it. */
  static final class InTheMiddle implements KilledJvm.Body {
    @Override
    public long start(Path root) throws Exception {
      DataFolder data = DataFolder.kept(root);
      StandaloneMotcua motcua =
          StandaloneMotcua.startAgain(data, EmbeddedProduct::start, Progress.SILENT);
      motcua.startIntake(MENDED);
      Path spool = Spool.of(root.resolve("spool"), MENDED).root();
      RetryOrders orders = new RetryOrders(spool);
      for (RetryOrder order : orders(motcua)) {
        orders.place(order);
      }
      while (!isTaken(spool)) {
        Pause.millis(5);
      }
      return 0;
    }

    private static boolean isTaken(Path spool) throws IOException {
      try (Stream<Path> claimed = Files.list(spool.resolve("claimed"))) {
        return claimed.anyMatch(file -> file.toString().endsWith(RetryOrder.ENDING));
      }
    }

    private static List<RetryOrder> orders(StandaloneMotcua motcua) {
      Map<String, List<RetryOrder.Letter>> byInput = new LinkedHashMap<>();
      for (DeadLetterEntry letter :
          motcua.product().deadLetters().letters(DeadLetterQuery.OPEN, 0, Integer.MAX_VALUE)) {
        byInput
            .computeIfAbsent(letter.input(), input -> new ArrayList<>())
            .add(new RetryOrder.Letter(letter.fingerprint(), letter.reason()));
      }
      return byInput.entrySet().stream()
          .map(input -> new RetryOrder(input.getKey(), input.getValue()))
          .toList();
    }
  }

  private static long settled(Path data) throws IOException {
    Path done = Spool.of(data.resolve("spool"), MENDED).root().resolve("done");
    try (Stream<Path> files = Files.list(done)) {
      return files.filter(file -> file.toString().endsWith(RetryOrder.ENDING)).count();
    }
  }

  /** Half of the lines name no source. */
  private Path events() throws Exception {
    List<String> lines = new ArrayList<>();
    for (String line : RandomHistories.lines(HistoryParameters.clean(5, 4_000, 12))) {
      String source = lines.size() % 2 == 0 ? "\"source\":\"h99\"," : "";
      lines.add(line.replaceAll("\"source\":\"[^\"]*\",?", source));
    }
    return Files.write(folder.resolve("events.ndjson"), lines);
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
        EmbeddedProduct::start,
        Progress.SILENT);
  }

  private static Report report(StandaloneMotcua motcua) throws IOException {
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
}
