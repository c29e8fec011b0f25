package motcua.ingest.intake;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import motcua.ingest.config.IntakeConfig;
import motcua.ingest.output.Framing;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running intake: the port, the reading behind it, and the writer to Kafka. */
public final class IntakeProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeProcess.class);
  private static final int MAX_BLOCK_MILLIS = 5_000;
  private static final int REQUEST_TIMEOUT_MILLIS = 10_000;
  private static final int DELIVERY_TIMEOUT_MILLIS = 30_000;
  private static final Duration DELETE_EVERY = Duration.ofHours(1);

  private final IntakeConfig config;
  private final Framing framing;
  private final GroupCommit log;
  private final Admission admission;
  private final IntakeCounts counts = new IntakeCounts();
  private final ScheduledExecutorService upkeep =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("motcua-intake-upkeep").daemon().unstarted(task));
  private IntakeServer server;

  private IntakeProcess(IntakeConfig config) {
    this.config = config;
    this.framing = BatchReading.framing(config);
    this.admission = new Admission(config.limits());
    this.log =
        new GroupCommit(
            () -> producer(config),
            new CommittedPlaces(config.kafka()),
            config.limits().waitingMaxRequests(),
            config.limits().patience());
  }

  /**
   * Reads the settings and the files they name; starts nothing.
   *
   * @throws org.apache.kafka.common.config.ConfigException naming the key, or the file, and what
   *     was expected
   */
  public static void check(Map<String, String> settings) {
    IntakeConfig config = IntakeConfig.from(settings);
    Clients.read(config.clients(), config.limits().recordsPerSecond());
  }

  /**
   * Starts serving; until Kafka answers, requests are answered 503.
   *
   * @param metrics text of a scrape of this process, over its counts
   * @throws IOException when the folder of kept batches cannot be made or the port is taken
   */
  public static IntakeProcess start(
      Map<String, String> settings, Function<IntakeProcess, Supplier<String>> metrics)
      throws IOException {
    IntakeProcess process = new IntakeProcess(IntakeConfig.from(settings));
    try {
      process.open(metrics.apply(process));
      return process;
    } catch (IOException | RuntimeException failed) {
      process.close();
      throw failed;
    }
  }

  private void open(Supplier<String> metrics) throws IOException {
    InstantSource clock =
        config.fixedClock().map(InstantSource::fixed).orElse(InstantSource.system());
    Clients clients = Clients.read(config.clients(), config.limits().recordsPerSecond());
    KeptBatches kept = KeptBatches.open(config.kept());
    Gateway gateway =
        new Gateway(
            new Gateway.Parts(
                clients,
                new Sessions(clients, config.linkHashKey(), config.sessionLife()),
                new BatchReading(config, framing, clock),
                kept,
                log,
                counts,
                clock,
                System::nanoTime));
    log.start();
    upkeep.scheduleWithFixedDelay(
        () -> kept.deleteOld(Instant.now()), 0, DELETE_EVERY.toMinutes(), TimeUnit.MINUTES);
    try {
      server =
          IntakeServer.start(
              config,
              gateway,
              admission,
              counts,
              new IntakeServer.Operations(this::failure, this::notReady, metrics));
    } catch (RuntimeException taken) {
      throw new IOException(
          "the intake cannot listen on "
              + config.host()
              + ":"
              + config.port()
              + ": "
              + taken.getMessage(),
          taken);
    }
    if (!config.isLoopback()) {
      LOG.warn(
          "the intake listens on {} without TLS: secrets and personal data pass in the clear unless a proxy with TLS stands before it",
          config.host());
    }
  }

  /** Where it listens. */
  public URI url() {
    String host = config.host();
    return URI.create(
        "http://%s:%d/intake"
            .formatted(host.contains(":") ? "[" + host + "]" : host, server.port()));
  }

  /** What it has counted. */
  public IntakeCounts counts() {
    return counts;
  }

  /** Requests that wait for their answer. */
  public int waiting() {
    return admission.requests();
  }

  /** Why it cannot go on; empty while it can. */
  public Optional<String> failure() {
    return log.failure();
  }

  /** Stops taking, ends the transaction under way, and answers what waits. */
  @Override
  public void close() {
    upkeep.shutdownNow();
    log.close();
    if (server != null) {
      server.close();
    }
    framing.close();
  }

  private Optional<String> notReady() {
    return failure()
        .or(
            () ->
                log.isReady() ? Optional.empty() : Optional.of("Kafka does not take records now"));
  }

  private static Producer<byte[], byte[]> producer(IntakeConfig config) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    settings.putAll(config.kafka());
    // Durability is no matter of taste.
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.transactionalId());
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
