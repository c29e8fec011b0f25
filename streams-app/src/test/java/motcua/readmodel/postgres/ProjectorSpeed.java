package motcua.readmodel.postgres;

import java.time.Duration;
import motcua.core.ledger.Bucket;
import motcua.readmodel.Projector;
import motcua.readmodel.ProjectorSettings;
import motcua.schemas.internal.JournalEntry;

/**
 * Prints how many posting rows a second the projector writes, Avro decoding and PostgreSQL
 * included; broker and network are left out. Argument: number of rows. Each round uses a new
 * database.
 */
public final class ProjectorSpeed {
  private ProjectorSpeed() {}

  /** Runs three rounds. */
  public static void main(String[] arguments) throws Exception {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
    for (int round = 0; round < 3; round++) {
      TestDatabase database = TestDatabase.create();
      FakeLog log = new FakeLog(4);
      fill(log, rows);
      measure(database, log, rows);
    }
    System.exit(0);
  }

  private static void fill(FakeLog log, int rows) {
    for (int row = 0; row < rows; row++) {
      JournalEntry entry =
          TestRecords.received(
              "H23.07." + row % 150,
              "000.00.07.H23-24%07d-0001".formatted(row / 3),
              "2024-0%d-%02d".formatted(1 + row % 9, 1 + row % 28));
      entry.getPostings().getFirst().setSequence(row % 3L);
      entry.getPostings().getFirst().setToBucket(Bucket.CLOSED_EARLY.name());
      log.append(AvroBytes.TOPICS.postings(), entry.getUnit(), entry);
    }
  }

  private static void measure(TestDatabase database, FakeLog log, int rows) throws Exception {
    try (Projector projector =
        new Projector(
            log.consumer(5_000),
            AvroBytes.cachingDecoder(),
            new PostgresProjectionStore(database.application()),
            AvroBytes.TOPICS,
            new ProjectorSettings(1, 10_000, Duration.ofMillis(100), Duration.ofSeconds(5), false),
            Throwable::printStackTrace)) {
      long start = System.nanoTime();
      double own = processCpuSeconds();
      projector.start();
      projector.awaitSettled(log.ends(), Duration.ofMinutes(5));
      double seconds = (System.nanoTime() - start) / 1e9;
      double postgres = serverCpuSeconds(database);
      double java = processCpuSeconds() - own;
      System.out.printf(
          "%d posting rows in %.2f s: %.0f rows/s; CPU %.2f s Java, %.2f s PostgreSQL: %.0f rows/s on one core%n",
          rows, seconds, rows / seconds, java, postgres, rows / (java + postgres));
    }
  }

  private static double processCpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  private static double serverCpuSeconds(TestDatabase database) {
    long backend =
        database.number(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY backend_start LIMIT 1");
    return ProcessHandle.of(backend)
            .flatMap(process -> process.info().totalCpuDuration())
            .orElse(Duration.ZERO)
            .toMillis()
        / 1e3;
  }
}
