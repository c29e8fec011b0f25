package motcua.standalone.database;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import motcua.standalone.ConnectWorker;
import motcua.standalone.KilledJvm;
import motcua.standalone.Pause;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * A Connect worker as an installation has it, in this JVM or in one that is killed: it keeps its
 * group, so that what a killed one left open is fenced off.
 */
public final class OutboxWorker implements KilledJvm.Body {
  static final String CONNECTOR = "outbox";
  private static final String SECRETS = "/etc/motcua/outbox.properties";

  /** Writes what a worker needs to know into its folder. */
  static void prepare(Path folder, Map<String, String> given) throws IOException {
    Properties secrets = new Properties();
    secrets.putAll(given);
    secrets.putIfAbsent("link.hash.key", "0123456789abcdef");
    secrets.putIfAbsent("registry.url", "http://127.0.0.1:1");
    try (Writer out = Files.newBufferedWriter(folder.resolve("outbox.properties"))) {
      secrets.store(out, null);
    }
  }

  /** Starts the worker with the connector of the example. */
  static ConnectWorker start(Path folder, String bootstrapServers) throws IOException {
    ConnectWorker worker = ConnectWorker.start(bootstrapServers, settings());
    worker.put(CONNECTOR, config(folder));
    return worker;
  }

  /** In the other JVM: works until as many events as asked for are in the log, then is killed. */
  @Override
  public long start(Path folder) throws Exception {
    Properties asked = new Properties();
    try (var in = Files.newBufferedReader(folder.resolve("worker.properties"))) {
      asked.load(in);
    }
    String servers = asked.getProperty("bootstrap.servers");
    start(folder, servers);
    long wanted = Long.parseLong(asked.getProperty("events"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      while (end(admin) < wanted) {
        Pause.millis(20);
      }
    }
    return ProcessHandle.current().pid();
  }

  /** Runs another JVM's worker until {@code events} are in the log, and kills it with -9. */
  static void killedAfter(Path folder, String bootstrapServers, long events) throws Exception {
    Files.writeString(
        folder.resolve("worker.properties"),
        "bootstrap.servers=%s\nevents=%d\n".formatted(bootstrapServers, events));
    KilledJvm.leaveBehind(OutboxWorker.class, folder);
  }

  static long end(Admin admin) throws ExecutionException, InterruptedException {
    TopicPartition partition = new TopicPartition(Topics.EVENTS, 0);
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }

  /** The example as it stands, but for where secrets lie, the serializer and how long is waited. */
  private static Map<String, String> config(Path folder) throws IOException {
    String example =
        Files.readString(Path.of("..", "docs", "examples", "outbox-debezium.json"))
            .replace(SECRETS, folder.resolve("outbox.properties").toString());
    Map<String, String> config =
        new HashMap<>(new ObjectMapper().readValue(example, new TypeReference<>() {}));
    config.put("transforms.events.value.serializer", PlainAvro.class.getName());
    config.put("heartbeat.interval.ms", "300");
    config.put("slot.retry.delay.ms", "500");
    config.put("slot.max.retries", "60");
    return config;
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("group.id", "outbox-workers");
    settings.put("config.storage.topic", "outbox-workers.config");
    settings.put("status.storage.topic", "outbox-workers.status");
    settings.put("exactly.once.source.support", "enabled");
    settings.put("config.providers", "file");
    settings.put(
        "config.providers.file.class",
        "org.apache.kafka.common.config.provider.FileConfigProvider");
    settings.put("session.timeout.ms", "6000");
    settings.put("heartbeat.interval.ms", "1000");
    return settings;
  }
}
