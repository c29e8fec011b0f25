package motcua.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;

/**
 * A real distributed Kafka Connect worker in this JVM, its REST interface on loopback.
 *
 * <p>Connectors, their configuration and offsets live in topics of the broker and go on after a
 * restart. Plugins are found by service files only.
 */
public final class ConnectWorker implements AutoCloseable {
  private static final Duration READY_WAIT = Duration.ofSeconds(60);
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int CONFLICT = 409;
  private static final String RUN_TOPICS = "motcua.connect.run-";
  private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

  private final Connect<?> connect;
  private final URI rest;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final ObjectMapper json = new ObjectMapper();

  private ConnectWorker(Connect<?> connect, URI rest) {
    this.connect = connect;
    this.rest = rest;
  }

  /**
   * State of a connector.
   *
   * @param connector RUNNING, FAILED, PAUSED, STOPPED, UNASSIGNED, or ABSENT while the worker knows
   *     none of that name
   * @param runningTasks tasks that run
   * @param failures trace of each task that failed, and of the connector when it did
   */
  public record Status(String connector, int runningTasks, List<String> failures) {
    /** Whether the connector and at least one task run and none failed. */
    public boolean isRunning() {
      return connector.equals("RUNNING") && runningTasks > 0 && failures.isEmpty();
    }
  }

  /**
   * Starts the worker; {@link #put} waits until it answers.
   *
   * @param bootstrapServers the broker
   * @param overrides worker settings that differ from ours
   * @throws IOException when the broker does not answer
   */
  public static ConnectWorker start(String bootstrapServers, Map<String, String> overrides)
      throws IOException {
    deleteFormerRuns(bootstrapServers);
    String rest = "http://" + FreePorts.LOOPBACK + ":" + FreePorts.next();
    Map<String, String> settings = settings(bootstrapServers, rest);
    settings.putAll(overrides);
    return new ConnectWorker(new ConnectDistributed().startConnect(settings), URI.create(rest));
  }

  /**
   * Creates a connector or gives it a new configuration; waits until the worker answers.
   *
   * @param name the connector's name
   * @param config its configuration, {@code connector.class} among it
   * @throws IOException when the worker refuses the configuration (its reasons in the message) or
   *     does not answer in 60 s
   */
  public void put(String name, Map<String, String> config) throws IOException {
    String body = json.writeValueAsString(config);
    long deadline = System.nanoTime() + READY_WAIT.toNanos();
    while (true) {
      String failure;
      try {
        HttpResponse<String> answer = send("PUT", "/connectors/" + name + "/config", body);
        int code = answer.statusCode();
        if (code == 200 || code == 201) {
          return;
        }
        failure =
            code
                + " "
                + reasons(json.readTree(answer.body()).path("message").asText(answer.body()));
        // 409 = a rebalance is under way, 404 and 5xx = not all of it is up; anything else is our
        // mistake.
        if (code != CONFLICT && code != 404 && code < 500) {
          throw new IllegalArgumentException("connector " + name + " is refused: " + failure);
        }
      } catch (IOException notYet) {
        failure = notYet.toString();
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("Kafka Connect does not take connector " + name + ": " + failure);
      }
      Pause.millis(100);
    }
  }

  /** State of a connector. */
  public Status status(String name) throws IOException {
    HttpResponse<String> answer = send("GET", "/connectors/" + name + "/status", null);
    if (answer.statusCode() != 200) {
      return new Status("ABSENT", 0, List.of());
    }
    JsonNode status = json.readTree(answer.body());
    List<String> failures = new ArrayList<>();
    JsonNode connector = status.path("connector");
    if (connector.path("state").asText().equals("FAILED")) {
      failures.add(connector.path("trace").asText());
    }
    int running = 0;
    for (JsonNode task : status.path("tasks")) {
      switch (task.path("state").asText()) {
        case "RUNNING" -> running++;
        case "FAILED" -> failures.add(task.path("trace").asText());
        default -> {}
      }
    }
    return new Status(connector.path("state").asText(), running, List.copyOf(failures));
  }

  /** Waits until a connector and its tasks run. */
  public void awaitRunning(String name) throws IOException {
    long deadline = System.nanoTime() + READY_WAIT.toNanos();
    for (Status status = status(name); !status.isRunning(); status = status(name)) {
      if (!status.failures().isEmpty()) {
        throw new IOException("connector " + name + " failed: " + status.failures().get(0));
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("connector " + name + " does not run: " + status);
      }
      Pause.millis(50);
    }
  }

  /** Deletes a connector; its offsets stay. Nothing happens when there is none. */
  public void delete(String name) throws IOException {
    long deadline = System.nanoTime() + READY_WAIT.toNanos();
    while (send("DELETE", "/connectors/" + name, null).statusCode() == CONFLICT) {
      if (System.nanoTime() > deadline) {
        throw new IOException("connector " + name + " cannot be deleted");
      }
      Pause.millis(100);
    }
  }

  @Override
  public void close() {
    connect.stop();
    connect.awaitStop();
  }

  /**
   * A refusal has a heading, one line a reason, and a footer; without reasons of its own it is one
   * line.
   */
  private static String reasons(String message) {
    List<String> lines = message.strip().lines().toList();
    return lines.size() < 3
        ? message.strip()
        : String.join("; ", lines.subList(1, lines.size() - 1));
  }

  private HttpResponse<String> send(String method, String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(rest.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private static void deleteFormerRuns(String bootstrapServers) throws IOException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      List<String> former =
          admin.listTopics().names().get().stream()
              .filter(topic -> topic.startsWith(RUN_TOPICS))
              .toList();
      admin.deleteTopics(former).all().get();
    } catch (ExecutionException failed) {
      throw new IOException("cannot tidy the topics of Kafka Connect", failed.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private static Map<String, String> settings(String bootstrapServers, String rest) {
    String run = RUN_TOPICS + UUID.randomUUID();
    Map<String, String> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("group.id", run);
    settings.put("listeners", rest);
    settings.put("rest.advertised.host.name", FreePorts.LOOPBACK);
    settings.put("plugin.discovery", "service_load");
    settings.put("key.converter", BYTES);
    settings.put("value.converter", BYTES);
    settings.put("scheduled.rebalance.max.delay.ms", "0");
    settings.put("offset.flush.interval.ms", "1000");
    settings.put("offset.storage.topic", "motcua.connect.offsets");
    settings.put("config.storage.topic", run + ".config");
    settings.put("status.storage.topic", run + ".status");
    for (String storage : List.of("config", "offset", "status")) {
      settings.put(storage + ".storage.replication.factor", "1");
    }
    settings.put("offset.storage.partitions", "1");
    settings.put("status.storage.partitions", "1");
    return settings;
  }
}
