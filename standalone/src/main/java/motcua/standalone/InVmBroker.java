package motcua.standalone;

import com.yammer.metrics.core.MetricsRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.IntSupplier;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;

/**
 * One Kafka broker and controller in this JVM, on loopback, with its log in a folder that can be
 * opened again.
 *
 * <p>What is lost against a real cluster: replicas and fault tolerance. Acknowledged records
 * survive the death of the process, not the loss of power. The cluster id stands beside the log,
 * because a formatted log refuses any other; ports change from run to run. Every use of Kafka's
 * server classes, which are no public API, is in this class.
 */
public final class InVmBroker implements AutoCloseable {
  private static final int NODE_ID = 1;
  private static final int START_TRIES = 3;
  private static final String CONTROLLER = "CONTROLLER";
  private static final String ADDRESS = "port";
  private static final Duration LEADERS_WAIT = Duration.ofSeconds(60);

  private final KafkaRaftServer server;
  private final Path folder;
  private final String bootstrapServers;

  private InVmBroker(KafkaRaftServer server, Path folder, String bootstrapServers) {
    this.server = server;
    this.folder = folder;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts the broker, formatting its folder at the first start.
   *
   * @param folder where cluster id and log live; made when missing
   * @return the running broker, ready for clients
   * @throws IOException when the folder cannot be written or belongs to another cluster
   */
  public static InVmBroker start(Path folder) throws IOException {
    return start(folder, FreePorts::next);
  }

  /**
   * Starts the broker on a port, as a restarted one has to for clients that go on.
   *
   * @throws IOException when the folder cannot be written or belongs to another cluster
   */
  public static InVmBroker start(Path folder, int port) throws IOException {
    return start(folder, () -> port);
  }

  private static InVmBroker start(Path folder, IntSupplier ports) throws IOException {
    Path log = Files.createDirectories(folder.resolve("log"));
    format(clusterId(folder), log);
    RuntimeException last = null;
    for (int i = 0; i < START_TRIES; i++) {
      try {
        return startOnce(folder, log, ports.getAsInt());
      } catch (RuntimeException taken) {
        // Somebody may have taken a port between the search and the bind; other failures repeat and
        // are thrown.
        last = taken;
      }
    }
    throw last;
  }

  /** Address for clients, {@code host:port}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() {
    stop();
    DeadAddress.forget(folder.resolve(ADDRESS));
  }

  private void stop() {
    server.shutdown();
    server.awaitShutdown();
    forgetMeters();
  }

  /**
   * A stopped broker leaves some of its meters in the registry of the process, and through them
   * itself: some 15 MB each. Another broker that runs beside it goes on, its meters unlisted.
   */
  private static void forgetMeters() {
    MetricsRegistry registry = KafkaYammerMetrics.defaultRegistry();
    registry.allMetrics().keySet().forEach(registry::removeMetric);
  }

  private static InVmBroker startOnce(Path folder, Path log, int port) throws IOException {
    try (DeadAddress dead = DeadAddress.keepUp(folder.resolve(ADDRESS))) {
      InVmBroker broker = startOn(folder, log, port);
      try {
        if (dead.isKeptUp()) {
          broker.awaitLeaders();
        }
        return broker;
      } catch (IOException | RuntimeException failed) {
        broker.stop();
        throw failed;
      }
    }
  }

  private static InVmBroker startOn(Path folder, Path log, int port) throws IOException {
    int controllerPort = FreePorts.next();
    KafkaRaftServer server =
        new KafkaRaftServer(
            new KafkaConfig(settings(log, port, controllerPort), false), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException failed) {
      server.shutdown();
      throw failed;
    }
    DeadAddress.remember(folder.resolve(ADDRESS), port);
    return new InVmBroker(server, folder, FreePorts.LOOPBACK + ":" + port);
  }

  /** Until every partition has a leader again. */
  private void awaitLeaders() throws IOException {
    long deadline = System.nanoTime() + LEADERS_WAIT.toNanos();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      while (!haveLeaders(admin)) {
        if (System.nanoTime() > deadline) {
          throw new IOException("Kafka's partitions have no leader after " + LEADERS_WAIT);
        }
        Pause.millis(50);
      }
    } catch (ExecutionException failed) {
      throw new IOException("Kafka does not describe its topics: " + failed.getCause(), failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while Kafka was starting", stop);
    }
  }

  private static boolean haveLeaders(Admin admin) throws ExecutionException, InterruptedException {
    Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(topic -> topic.partitions().stream())
        .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
  }

  private static String clusterId(Path folder) throws IOException {
    Path file = folder.resolve("cluster-id");
    if (!Files.exists(file)) {
      AtomicFile.write(file, Uuid.randomUuid().toString().getBytes(StandardCharsets.UTF_8));
    }
    return Files.readString(file).strip();
  }

  private static void format(String clusterId, Path log) throws IOException {
    Formatter formatter =
        new Formatter()
            .setClusterId(clusterId)
            .setNodeId(NODE_ID)
            .setDirectories(List.of(log.toString()))
            .setMetadataLogDirectory(log.toString())
            .setControllerListenerName(CONTROLLER)
            .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
            .setIgnoreFormatted(true)
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      formatter.run();
    } catch (IOException | RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IOException("cannot format the Kafka folder " + log, failed);
    }
  }

  private static Map<String, String> settings(Path log, int port, int controllerPort) {
    Map<String, String> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE_ID));
    settings.put(
        "controller.quorum.voters", NODE_ID + "@" + FreePorts.LOOPBACK + ":" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put(
        "listeners",
        "PLAINTEXT://%1$s:%2$d,%3$s://%1$s:%4$d"
            .formatted(FreePorts.LOOPBACK, port, CONTROLLER, controllerPort));
    settings.put("advertised.listeners", "PLAINTEXT://" + FreePorts.LOOPBACK + ":" + port);
    settings.put("log.dirs", log.toString());
    settings.put("auto.create.topics.enable", "false");
    // The event log lives for ever; a topic that may forget says so itself.
    settings.put("log.retention.ms", "-1");
    settings.put("log.segment.bytes", Integer.toString(64 << 20));
    // One broker: every internal topic has one replica and needs one.
    for (String topic : List.of("transaction.state.log", "share.coordinator.state.topic")) {
      settings.put(topic + ".replication.factor", "1");
      settings.put(topic + ".min.isr", "1");
      settings.put(topic + ".num.partitions", "1");
    }
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // Defaults are for servers: 128 MB of cleaner buffer, ten threads a pool.
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    // Compaction saves disk, which can wait; it takes a tenth of the processor from who is reading
    // a log.
    settings.put("log.cleaner.backoff.ms", "120000");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("background.threads", "2");
    settings.put("num.recovery.threads.per.data.dir", "2");
    // After a kill -9 the controller holds the place of the dead broker for one session: 4 s
    // instead of 9.
    settings.put("broker.session.timeout.ms", "4000");
    settings.put("broker.heartbeat.interval.ms", "500");
    return settings;
  }
}
