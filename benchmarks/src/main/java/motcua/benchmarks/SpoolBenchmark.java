package motcua.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import motcua.standalone.ConnectWorker;
import motcua.standalone.DataFolder;
import motcua.standalone.Durability;
import motcua.standalone.EmbeddedPostgres;
import motcua.standalone.InVmBroker;
import motcua.standalone.Intake;
import motcua.standalone.IntakeConnector;
import motcua.standalone.Pause;
import motcua.standalone.RegistryProcess;
import motcua.standalone.RegistrySerdes;
import motcua.topology.Topics;

/**
 * The way in: from files that lie ready, through our connector in a distributed Connect worker with
 * exactly-once support, into Kafka, until the last offset is committed and the last file lies in
 * {@code done}; against a plain producer of the same bytes. Broker, worker and registry are real.
 */
final class SpoolBenchmark implements AutoCloseable {
  private static final int PARTITIONS = 4;
  private static final String SECRET = "no secret in here";

  private final Path root;
  private final EmbeddedPostgres postgres;
  private final RegistryProcess registry;
  private final InVmBroker broker;
  private final ConnectWorker worker;
  private int runs;

  /** Starts the parts that all runs share. */
  SpoolBenchmark(DataFolder folder) throws IOException {
    root = folder.root();
    postgres = EmbeddedPostgres.start(root.resolve("postgresql"), Durability.SCRATCH);
    registry = RegistryProcess.start(root.resolve("registry"), postgres.registry());
    broker = InVmBroker.start(root.resolve("kafka"));
    worker =
        ConnectWorker.start(
            broker.bootstrapServers(), Map.of("exactly.once.source.support", "enabled"));
  }

  /**
   * Measures one kind of file, in topics of its own.
   *
   * @param figures gets the figures and their ratio; those of a warm-up are for nobody
   * @throws IOException when a part fails or a record did not arrive
   */
  void run(SpoolInput.Kind kind, long seed, int records, Figures figures)
      throws IOException, InterruptedException {
    String run = "run" + runs++;
    Path folder = root.resolve(run);
    Path spool = Files.createDirectories(folder.resolve("spool"));
    SpoolInput input = SpoolInput.write(kind, folder.resolve("files"), seed, records);
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("records", input.records());
    params.put("fileMB", input.bytes() / 1_000_000);
    try (RawLog log = new RawLog(broker.bootstrapServers(), PARTITIONS)) {
      start(kind, run, spool, log);
      long cpu = cpuNanos();
      double seconds = seconds(spool, input.files());
      params.put("cpuSeconds", (cpuNanos() - cpu) / 1_000_000_000.0);
      worker.delete(run);
      List<RawLog.Entry> sent = log.read(run + ".events");
      requireAll(input.records(), sent.size());
      params.put("logMB", sent.stream().mapToLong(RawLog.Entry::bytes).sum() / 1_000_000);
      String plain = "plain-" + kind.figure();
      figures.add(kind.figure(), "records/s", sent.size() / seconds, params);
      log.create(run + ".plain");
      double plainSeconds = log.sendPlain(run + ".plain", sent);
      figures.add(plain, "records/s", sent.size() / plainSeconds, Map.of("records", sent.size()));
      figures.withRatio(kind.figure(), plain);
    }
  }

  @Override
  public void close() {
    worker.close();
    broker.close();
    registry.close();
    postgres.close();
  }

  private void start(SpoolInput.Kind kind, String run, Path spool, RawLog log)
      throws IOException, InterruptedException {
    String events = run + ".events";
    String deadLetters = run + ".dead-letters";
    registry
        .client()
        .register(
            Map.of(events, Topics.EVENTS.schema(), deadLetters, Topics.DEAD_LETTERS.schema()));
    log.create(events, deadLetters);
    Intake intake = new Intake("bench", kind.recordedAt(), Optional.empty());
    Map<String, String> config =
        new HashMap<>(IntakeConnector.config(spool, List.of(), intake, SECRET));
    config.put("topic.events", events);
    config.put("topic.dead.letters", deadLetters);
    config.put("exactly.once.support", "required");
    config.putAll(RegistrySerdes.APICURIO.ofConnector(registry));
    worker.put(run, config);
    worker.awaitRunning(run);
  }

  /** From the arrival of the first file until the offset of the last record is committed. */
  private static double seconds(Path spool, List<Path> files) throws IOException {
    long begin = System.nanoTime();
    for (Path file : files) {
      Files.move(file, spool.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
    while (settled(spool) < files.size()) {
      Pause.millis(10);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static long settled(Path spool) throws IOException {
    try (Stream<Path> done = Files.list(spool.resolve("done"))) {
      return done.count();
    }
  }

  private static void requireAll(int records, int sent) throws IOException {
    if (sent != records) {
      throw new IOException("of %d records %d are in the log".formatted(records, sent));
    }
  }

  /** Processor time of this process: worker and broker, compiler and collector with them. */
  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
