package motcua.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import motcua.core.ledger.ReportRow;
import motcua.readmodel.Breakdown;
import motcua.report.ReportRequest;
import motcua.schemas.sample.BenchmarkEvents;
import motcua.standalone.DataFolder;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Product;
import motcua.standalone.Progress;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;

/**
 * The whole pipeline from the event log to an exact report in PostgreSQL, against a plain consumer
 * of the same bytes. The log is filled before the application starts; the pipeline's time runs from
 * its start, so it includes rebalancing and ends when the report has been drawn and every figure
 * compared with what was sent.
 */
final class PipelineBenchmark {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-01T00:00:00+07:00");

  /**
   * Few large transactions: nobody waits for a single figure while a log is read from its start.
   */
  private static final Map<String, String> CATCHING_UP =
      Map.ofEntries(
          Map.entry("streams.commit.interval.ms", "3000"),
          // One thread keeps one core busy; the database and the broker have the other.
          Map.entry("streams.num.stream.threads", "1"),
          Map.entry("ledger.flush.interval.ms", "10000"),
          Map.entry("clock.tick.interval.ms", "10000"),
          Map.entry("streams.statestore.cache.max.bytes", String.valueOf(64L << 20)),
          Map.entry("streams.producer.transaction.timeout.ms", "60000"),
          Map.entry("streams.producer.linger.ms", "100"),
          Map.entry("streams.producer.batch.size", String.valueOf(512 << 10)),
          Map.entry("streams.producer.buffer.memory", String.valueOf(128L << 20)),
          Map.entry("streams.consumer.max.poll.records", "2000"),
          Map.entry("readmodel.batch.records", "50000"),
          Map.entry("readmodel.batch.linger.ms", "500"));

  private final long events;
  private final Map<String, Object> params;
  private final BenchmarkEvents sent;
  private final Figures figures = new Figures();
  private long startedNanos;

  /**
   * @param warmUp events this process has handled before, to be printed
   */
  PipelineBenchmark(long seed, long events, long warmUp) {
    this.events = events;
    this.params = Map.of("events", events, "warmUp", warmUp);
    this.sent = new BenchmarkEvents(seed, events);
  }

  Figures run() throws IOException {
    try (DataFolder folder = DataFolder.scratch()) {
      System.setProperty("motcua.log", folder.log().toString());
      System.setProperty("motcua.stderr.level", "OFF");
      Path units = folder.root().resolve("units.csv");
      Files.writeString(units, BenchmarkEvents.unitsCsv());
      boolean done = false;
      try (StandaloneMotcua motcua =
          StandaloneMotcua.start(folder, settings(units), this::start, Progress.SILENT)) {
        motcua.product().awaitSettled(Progress.SILENT);
        check(motcua.product());
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        figures.add("pipeline", "events/s", events / seconds, params);
        done = true;
      } finally {
        folder.discard(!done);
      }
    }
    return figures.withRatio("pipeline", "raw-consumer");
  }

  private static StandaloneSettings settings(Path units) {
    return new StandaloneSettings(
        Optional.of(NOW),
        0,
        StandaloneSettings.DEFAULT_PARTITIONS,
        new ReferenceFiles(
            Optional.of(units),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        CATCHING_UP);
  }

  /** Fills and reads the log between the broker's start and the application's. */
  private Product start(Map<String, String> config) throws IOException {
    var log = new EventLog(config);
    try {
      log.fill(sent);
    } catch (ExecutionException e) {
      throw new IOException("the event log cannot be filled: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while filling the event log", e);
    }
    figures.add("raw-consumer", "events/s", log.readRaw(events), params);
    startedNanos = System.nanoTime();
    return EmbeddedProduct.start(config);
  }

  private void check(Product product) throws IOException {
    ReportRow total =
        product
            .report(
                new ReportRequest(
                    "ALL",
                    LocalDate.of(2023, 12, 1),
                    LocalDate.of(2025, 12, 31),
                    null,
                    Breakdown.NONE))
            .total();
    require("received", total.received(), sent.received());
    require("finished", total.finished(), sent.completed());
  }

  private static void require(String figure, long is, long expected) throws IOException {
    if (is != expected) {
      throw new IOException(
          "the report is wrong: %s is %d, sent were %d".formatted(figure, is, expected));
    }
  }
}
