package motcua.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import motcua.ingest.retry.RetryOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole product on this machine, in one folder: PostgreSQL, broker, registry with its schemas,
 * Connect, streams and page.
 *
 * <p>What is lost against an installation on servers: replicas, and with them any tolerance of a
 * lost disk. What depends on nothing else starts side by side; everything stops in reverse.
 */
public final class StandaloneMotcua implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StandaloneMotcua.class);
  private static final String CONNECTOR_NAME = "motcua-intake";

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final DataFolder folder;
  private final RegistrySerdes serdes;
  private Spool spool;
  private EmbeddedPostgres postgres;
  private InVmBroker broker;
  private RegistryProcess registry;
  private ConnectWorker connect;
  private Product product;

  private StandaloneMotcua(DataFolder folder, RegistrySerdes serdes) {
    this.folder = folder;
    this.serdes = serdes;
  }

  /**
   * Starts everything and waits until it is ready.
   *
   * @param folder where it lives; stays open when this is closed
   * @param launcher starts the application
   * @throws IOException when a part does not start; those that did are stopped again
   */
  public static StandaloneMotcua start(
      DataFolder folder, StandaloneSettings settings, Product.Launcher launcher, Progress progress)
      throws IOException {
    FolderLedger ledger = FolderLedger.of(folder).at(settings.now());
    StandaloneMotcua motcua =
        start(folder, settings.withGeneration(ledger.generation()), true, launcher, progress);
    try {
      // Not before: a ledger that refuses these files must still be read with its own.
      settings.files().keepIn(referenceFolder(folder));
      ledger.write(folder);
      return motcua;
    } catch (IOException | RuntimeException failed) {
      motcua.close();
      throw failed;
    }
  }

  /**
   * Starts everything but the way in, on a folder that has been started before: nothing is read
   * from the spool. The generation, its clock and the reference files are those of the start
   * before.
   *
   * @throws IOException when nothing was ever started there, or a part does not start
   */
  public static StandaloneMotcua startWithoutIntake(
      DataFolder folder, Product.Launcher launcher, Progress progress) throws IOException {
    requireStarted(folder);
    FolderLedger ledger = FolderLedger.of(folder);
    StandaloneSettings settings =
        new StandaloneSettings(
                ledger.now(),
                0,
                StandaloneSettings.DEFAULT_PARTITIONS,
                ReferenceFiles.keptIn(referenceFolder(folder)),
                Map.of("audit.patience.ms", "10000"))
            .withGeneration(ledger.generation());
    return startWithoutIntake(folder, settings, launcher, progress);
  }

  /**
   * Starts everything on a folder that has been started before, with its generation, its clock and
   * its reference files.
   *
   * @throws IOException when nothing was ever started there, or a part does not start
   */
  public static StandaloneMotcua startAgain(
      DataFolder folder, Product.Launcher launcher, Progress progress) throws IOException {
    requireStarted(folder);
    FolderLedger ledger = FolderLedger.of(folder);
    StandaloneSettings settings =
        new StandaloneSettings(
            ledger.now(),
            0,
            StandaloneSettings.DEFAULT_PARTITIONS,
            ReferenceFiles.keptIn(referenceFolder(folder)),
            Map.of());
    return start(folder, settings.withGeneration(ledger.generation()), true, launcher, progress);
  }

  /** Where the clock of a folder stood in its last run; empty: the real clock. */
  public static Optional<OffsetDateTime> clockOf(DataFolder folder) throws IOException {
    return FolderLedger.of(folder).now();
  }

  /** The same with other settings. */
  static StandaloneMotcua startWithoutIntake(
      DataFolder folder, StandaloneSettings settings, Product.Launcher launcher, Progress progress)
      throws IOException {
    return start(folder, settings, false, launcher, progress);
  }

  /**
   * @throws IOException when nothing was ever started in a folder
   */
  static void requireStarted(DataFolder folder) throws IOException {
    if (!Files.isDirectory(referenceFolder(folder))
        && !Files.isDirectory(folder.root().resolve("kafka"))) {
      throw new IOException(folder.root() + " holds no ledger: nothing was ever started there");
    }
  }

  static Path referenceFolder(DataFolder folder) {
    return folder.root().resolve("reference").toAbsolutePath();
  }

  private static StandaloneMotcua start(
      DataFolder folder,
      StandaloneSettings settings,
      boolean intake,
      Product.Launcher launcher,
      Progress progress)
      throws IOException {
    StandaloneMotcua motcua =
        new StandaloneMotcua(folder, RegistrySerdes.namedIn(settings.overrides()));
    try {
      motcua.watchOverChildren();
      progress.step("starting PostgreSQL, Kafka, Connect and the schema registry");
      motcua.startBackEnds(intake, settings.generation());
      progress.step("starting streams and the page");
      motcua.product =
          motcua.opened(timed("the application", () -> launcher.start(motcua.config(settings))));
      return motcua;
    } catch (IOException | RuntimeException failed) {
      motcua.close();
      throw failed;
    }
  }

  /** The broker. */
  public InVmBroker broker() {
    return broker;
  }

  /** The database server. */
  public EmbeddedPostgres postgres() {
    return postgres;
  }

  /** The schema registry. */
  public RegistryProcess registry() {
    return registry;
  }

  /** The Connect worker. */
  public ConnectWorker connect() {
    return connect;
  }

  /** The application. */
  public Product product() {
    return product;
  }

  /**
   * Reads files through the connector and waits until all of it is in PostgreSQL. Content that was
   * read before in this folder, and stamped the same way, is not read again.
   *
   * @throws IOException when the connector or the application fails
   */
  public void ingest(List<Path> inputs, Intake intake, Progress progress) throws IOException {
    progress.step("handing in the input");
    startIntake(intake);
    for (Path input : inputs) {
      spool.submit(input);
    }
    awaitIntake(progress);
  }

  /**
   * Reads records again through the connector and waits until all of it is in PostgreSQL.
   *
   * @return why orders were refused, as far as they were
   * @throws IOException when the connector or the application fails
   */
  public List<String> retry(List<RetryOrder> orders, Intake intake, Progress progress)
      throws IOException {
    progress.step("handing in what is to be read again");
    startIntake(intake);
    RetryOrders placed = new RetryOrders(spool.root());
    for (RetryOrder order : orders) {
      placed.place(order);
    }
    awaitIntake(progress);
    return placed.refusals();
  }

  /**
   * Starts the connector on the spool folder, or gives it another way to stamp what it reads.
   *
   * @throws IOException when the connector is refused or fails
   */
  public void startIntake(Intake intake) throws IOException {
    spool = Spool.of(folder.root().resolve("spool"), intake);
    // The connector refuses a folder that is not there.
    Files.createDirectories(spool.root());
    String linkHashKey = Secrets.at(folder.root().resolve("intake.properties")).of("link_hash");
    Map<String, String> config =
        IntakeConnector.config(spool.root(), spool.originals(), intake, linkHashKey);
    config.putAll(serdes.ofConnector(registry));
    connect.put(CONNECTOR_NAME, config);
    connect.awaitRunning(CONNECTOR_NAME);
  }

  /**
   * Hands one file to the connector that was started last, as it is, and does not wait.
   *
   * @param name ends in what says how it is read; not yet used in this spool
   */
  public void hand(String name, byte[] content) throws IOException {
    AtomicFile.write(spool.root().resolve(name), content);
  }

  /**
   * Waits until every file of the spool is in the log or refused, and all of it is in PostgreSQL.
   *
   * @throws IOException when the connector or the application fails
   */
  public void awaitIntake(Progress progress) throws IOException {
    progress.step("reading the input");
    for (Spool.Counts counts = spool.counts(); counts.waiting() > 0; counts = spool.counts()) {
      progress.count(counts.settled(), counts.settled() + counts.waiting());
      requireAlive();
      Pause.millis(100);
    }
    progress.step("booking");
    product.awaitSettled(progress);
  }

  @Override
  public void close() {
    // A signal interrupts the work; stopping must still be able to wait.
    boolean interrupted = Thread.interrupted();
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception failed) {
        // The parts below still have to stop; what cannot is found by the next start on the folder.
        LOG.error("cannot stop {}", part.getClass().getSimpleName(), failed);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nobody starts again on a temporary folder and ends what a killed run left there. */
  private void watchOverChildren() throws IOException {
    if (folder.durability() == Durability.SCRATCH) {
      opened(
          Lifeline.over(
              folder.root(),
              RegistryProcess.pidFile(registryFolder()),
              EmbeddedPostgres.pidFile(postgresFolder())));
    }
  }

  private Path registryFolder() {
    return folder.root().resolve("registry");
  }

  private Path postgresFolder() {
    return folder.root().resolve("postgresql");
  }

  /** Two ways side by side: PostgreSQL, then the registry in it; Kafka, then Connect on it. */
  private void startBackEnds(boolean intake, int generation) throws IOException {
    CompletableFuture<InVmBroker> brokerStart = later(() -> timed("Kafka", this::startBroker));
    CompletableFuture<ConnectWorker> connectStart =
        intake
            ? brokerStart.thenApplyAsync(
                started -> unchecked(() -> timed("Connect", () -> startConnect(started))))
            : CompletableFuture.completedFuture(null);
    try {
      RegistryProcess.endLeftOver(registryFolder());
      postgres = opened(timed("PostgreSQL", this::startPostgres));
      registry = opened(timed("the schema registry", this::startRegistry));
    } finally {
      // Whatever became of the others, these must be known before anything is stopped.
      broker = opened(result(brokerStart));
      connect = result(connectStart);
      if (connect != null) {
        opened(connect);
      }
    }
    registry.client().register(Contracts.valueSchemas(generation));
  }

  private InVmBroker startBroker() throws IOException {
    return InVmBroker.start(folder.root().resolve("kafka"));
  }

  private static ConnectWorker startConnect(InVmBroker broker) throws IOException {
    return ConnectWorker.start(broker.bootstrapServers(), Map.of());
  }

  private EmbeddedPostgres startPostgres() throws IOException {
    return EmbeddedPostgres.start(postgresFolder(), folder.durability());
  }

  private RegistryProcess startRegistry() throws IOException {
    return RegistryProcess.start(registryFolder(), postgres.registry());
  }

  private Map<String, String> config(StandaloneSettings settings) {
    Map<String, String> config = new HashMap<>();
    config.put("kafka.bootstrap.servers", broker.bootstrapServers());
    config.put("topics.partitions", Integer.toString(settings.partitions()));
    config.put("streams.state.dir", folder.root().resolve("streams").toString());
    settings.now().ifPresent(now -> config.put("clock.fixed", now.toString()));
    config.putAll(serdes.ofApplication(registry));
    config.put("postgresql.url", postgres.owner().url());
    config.put("postgresql.owner.user", postgres.owner().user());
    config.put("postgresql.owner.password", postgres.owner().password());
    config.put("postgresql.application.user", postgres.application().user());
    config.put("postgresql.application.password", postgres.application().password());
    // An audit here is asked for; one by the time of day would disturb a replay at night.
    config.put("audit.at", "");
    config.put("http.host", FreePorts.LOOPBACK);
    config.put("http.port", Integer.toString(settings.httpPort()));
    config.putAll(settings.files().config());
    config.putAll(settings.overrides());
    return config;
  }

  /**
   * Looks whether the application and the connector still work.
   *
   * @throws IOException saying which of them stopped, and why
   */
  public void requireAlive() throws IOException {
    if (product.failure() != null) {
      throw new IOException("the application stopped: " + product.failure());
    }
    ConnectWorker.Status status = connect.status(CONNECTOR_NAME);
    if (!status.failures().isEmpty()) {
      throw new IOException("the connector stopped: " + status.failures().get(0));
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  private interface Start<T> {
    T run() throws IOException;
  }

  private static <T> T timed(String what, Start<T> start) throws IOException {
    long begun = System.nanoTime();
    T started = start.run();
    LOG.info("started {} in {} ms", what, (System.nanoTime() - begun) / 1_000_000);
    return started;
  }

  private static <T> CompletableFuture<T> later(Start<T> start) {
    Executor ownThread = task -> Thread.ofPlatform().name("motcua-start").start(task);
    return CompletableFuture.supplyAsync(() -> unchecked(start), ownThread);
  }

  private static <T> T unchecked(Start<T> start) {
    try {
      return start.run();
    } catch (IOException failed) {
      throw new CompletionException(failed);
    }
  }

  private static <T> T result(CompletableFuture<T> future) throws IOException {
    try {
      return future.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case null, default -> throw failed;
      }
    }
  }
}
