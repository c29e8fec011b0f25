package motcua.systemtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.Uuid;

/**
 * Kafka, the schema registry and a distributed Connect worker as on servers: each a process of its
 * own, started by its own main class, on loopback.
 */
final class KafkaStack implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Duration READY = Duration.ofSeconds(240);

  private final Path folder;
  private final Path module = Repository.root().resolve("standalone").resolve("target");
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final int brokerPort = freePort();
  private final URI registry = URI.create("http://" + HOST + ":" + freePort());
  private final URI connect = URI.create("http://" + HOST + ":" + freePort());
  private final List<ProcessUnderTest> started = new ArrayList<>();
  private ProcessUnderTest worker;

  KafkaStack(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  String bootstrapServers() {
    return HOST + ":" + brokerPort;
  }

  /** Starts broker and registry; they outlive every kill of the worker. */
  void startServers(Map<String, Schema> valueSchemas) throws Exception {
    Path logging =
        Files.writeString(
            folder.resolve("logback.xml"),
            """
            <configuration><appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%d{HH:mm:ss.SSS} %-5level %logger{30} %msg%n</pattern></encoder></appender>
            <logger name="motcua" level="INFO"/><root level="WARN"><appender-ref ref="OUT"/></root></configuration>
            """);
    ProcessUnderTest apicurio = registryProcess();
    String config = properties("broker", brokerSettings());
    ProcessUnderTest format =
        java(
            "format",
            logging,
            "kafka.tools.StorageTool",
            "format",
            "-t",
            Uuid.randomUuid().toString(),
            "-c",
            config);
    assertExit(format.start().awaitExit(READY));
    ProcessUnderTest broker = keep(java("broker", logging, "kafka.Kafka", config).start());
    apicurio.awaitWhileRunning(
        "the registry", READY, () -> answers(registry, "/apis/ccompat/v7/subjects"));
    for (Map.Entry<String, Schema> schema : valueSchemas.entrySet()) {
      String body = json.writeValueAsString(Map.of("schema", schema.getValue().toString()));
      String path = "/apis/ccompat/v7/subjects/" + schema.getKey() + "-value/versions";
      requireOk(send(registry, "POST", path, body));
    }
    broker.awaitWhileRunning("the broker", READY, this::brokerListens);
    String connectConfig = properties("connect", workerSettings());
    worker =
        keep(
            java(
                "connect",
                logging,
                "org.apache.kafka.connect.cli.ConnectDistributed",
                connectConfig));
  }

  /** The Connect worker; started and killed by the test, its identity and port stay. */
  ProcessUnderTest worker() {
    return worker;
  }

  /** Hands a connector to the worker that runs; it is kept in Kafka from then on. */
  void putConnector(String name, Map<String, String> config) throws Exception {
    String body = json.writeValueAsString(config);
    worker.awaitWhileRunning(
        "connector " + name, READY, () -> isTaken("/connectors/" + name + "/config", body));
  }

  /** Settings of the connector's serializer. */
  Map<String, String> serializerSettings() {
    return Map.of(
        "value.serializer.apicurio.registry.url", registry + "/apis/registry/v3",
        "value.serializer.apicurio.registry.auto-register", "false",
        "value.serializer.apicurio.registry.find-latest", "false",
        "value.serializer.apicurio.registry.dereference-schema", "true");
  }

  @Override
  public void close() throws IOException {
    for (ProcessUnderTest process : started.reversed()) {
      process.close();
    }
  }

  private ProcessUnderTest registryProcess() throws IOException {
    Map<String, String> environment =
        Map.of(
            "QUARKUS_HTTP_HOST",
            HOST,
            "QUARKUS_HTTP_PORT",
            Integer.toString(registry.getPort()),
            "QUARKUS_MANAGEMENT_HOST",
            HOST,
            "QUARKUS_MANAGEMENT_PORT",
            Integer.toString(freePort()),
            "QUARKUS_OTEL_SDK_DISABLED",
            "true");
    List<String> command =
        List.of(
            java(),
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-jar",
            module.resolve("registry").resolve("quarkus-run.jar").toString());
    return keep(new ProcessUnderTest(command, environment, folder.resolve("registry.txt")).start());
  }

  private ProcessUnderTest java(String name, Path logging, String main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx768m", "-XX:+UseSerialGC"));
    command.add("-Dlogback.configurationFile=" + logging);
    command.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=motcua.schemas");
    command.add("-cp");
    command.add(Files.readString(module.resolve("runtime.classpath")).strip());
    command.add(main);
    command.addAll(List.of(arguments));
    return new ProcessUnderTest(command, Map.of(), folder.resolve(name + ".txt"));
  }

  private Map<String, String> brokerSettings() {
    int controller = freePort();
    Map<String, String> settings = new TreeMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@" + HOST + ":" + controller);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put(
        "listeners",
        "PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d".formatted(HOST, brokerPort, controller));
    settings.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
    settings.put("log.dirs", folder.resolve("kafka").toString());
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    settings.put("auto.create.topics.enable", "false");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "1");
    // A worker that was killed holds its place in the group for one session.
    settings.put("group.min.session.timeout.ms", "1000");
    settings.put("group.initial.rebalance.delay.ms", "0");
    return settings;
  }

  private Map<String, String> workerSettings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("bootstrap.servers", bootstrapServers());
    settings.put("group.id", "spool");
    settings.put("exactly.once.source.support", "enabled");
    settings.put("listeners", connect.toString());
    settings.put("rest.advertised.host.name", HOST);
    settings.put("plugin.discovery", "service_load");
    settings.put("key.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
    settings.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
    settings.put("scheduled.rebalance.max.delay.ms", "0");
    settings.put("session.timeout.ms", "3000");
    settings.put("heartbeat.interval.ms", "500");
    for (String storage : List.of("config", "offset", "status")) {
      settings.put(storage + ".storage.topic", "connect." + storage);
      settings.put(storage + ".storage.replication.factor", "1");
    }
    settings.put("offset.storage.partitions", "1");
    settings.put("status.storage.partitions", "1");
    return settings;
  }

  private String properties(String name, Map<String, String> settings) throws IOException {
    List<String> lines =
        settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    return Files.write(folder.resolve(name + ".properties"), lines).toString();
  }

  private boolean brokerListens() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(HOST, brokerPort), 1_000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private boolean isTaken(String path, String body) {
    try {
      // 404, 409 and 5xx: not all of the worker is up yet.
      HttpResponse<String> answer = send(connect, "PUT", path, body);
      if (answer.statusCode() == 400) {
        throw new AssertionError(answer.body());
      }
      return answer.statusCode() / 100 == 2;
    } catch (IOException notYet) {
      return false;
    }
  }

  private boolean answers(URI server, String path) {
    try {
      return send(server, "GET", path, "").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private HttpResponse<String> send(URI server, String method, String path, String body)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stop);
    }
  }

  private ProcessUnderTest keep(ProcessUnderTest process) {
    started.add(process);
    return process;
  }

  private static void requireOk(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  private static void assertExit(ProcessUnderTest.Result result) {
    if (result.exitCode() != 0) {
      throw new AssertionError(result.output());
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException("no free port", none);
    }
  }
}
