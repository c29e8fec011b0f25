package motcua.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A real Prometheus with the shipped configuration and rules; only addresses and times are others,
 * so that it does in seconds what it does in minutes.
 */
final class PrometheusServer implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final URI url;

  private PrometheusServer(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts it; it may not answer yet.
   *
   * @param targets address of each job of the shipped configuration
   * @param alertmanager address of an Alertmanager
   */
  static PrometheusServer start(Path folder, Map<String, URI> targets, URI alertmanager)
      throws IOException {
    ObjectNode config = (ObjectNode) Repository.yaml(Repository.RULES.resolve("prometheus.yml"));
    ((ObjectNode) config.path("global"))
        .put("scrape_interval", "1s")
        .put("evaluation_interval", "1s");
    for (JsonNode job : config.path("scrape_configs")) {
      aim(job, targets.get(job.path("job_name").asText()));
    }
    aim(config.at("/alerting/alertmanagers/0"), alertmanager);
    for (Path file : Repository.ruleFiles()) {
      ObjectNode rules = (ObjectNode) Repository.yaml(file);
      // What has to last for minutes before it is told is told at once.
      rules.findParents("for").forEach(rule -> ((ObjectNode) rule).remove("for"));
      Files.writeString(folder.resolve(file.getFileName()), rules.toString());
    }
    // JSON is YAML.
    Path file = Files.writeString(folder.resolve("prometheus.yml"), config.toString());
    int port = Installed.freePort();
    Process process =
        Installed.PROMETHEUS.server(
            folder,
            "--config.file=" + file,
            "--storage.tsdb.path=" + folder.resolve("tsdb"),
            "--web.listen-address=127.0.0.1:" + port);
    return new PrometheusServer(process, URI.create("http://127.0.0.1:" + port));
  }

  private static void aim(JsonNode at, URI address) {
    ArrayNode targets = (ArrayNode) at.at("/static_configs/0/targets");
    targets.removeAll().add(address.getAuthority());
  }

  /**
   * Series that an expression returns now, those with a number.
   *
   * @throws IOException when it is refused
   */
  int series(String expression) throws IOException {
    JsonNode answer =
        get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    if (!answer.path("status").asText().equals("success")) {
      throw new IOException(expression + ": " + answer);
    }
    return (int)
        StreamSupport.stream(answer.at("/data/result").spliterator(), false)
            .filter(series -> !series.at("/value/1").asText().equals("NaN"))
            .count();
  }

  /** Waits until an expression returns a number. */
  void awaitData(String what, String expression) throws Exception {
    Waiting.until(
        what + ": " + expression,
        () -> series(expression) > 0 ? Optional.of(expression) : Optional.empty());
  }

  /** Waits until it answers. */
  void awaitReady() throws Exception {
    Waiting.until(
        "Prometheus",
        () -> {
          try {
            return Optional.of(get("/api/v1/status/buildinfo"));
          } catch (IOException notYet) {
            return Optional.empty();
          }
        });
  }

  /** An answer of its API. */
  JsonNode get(String path) throws IOException {
    try {
      return Repository.JSON.readTree(
          HTTP.send(
                  HttpRequest.newBuilder(URI.create(url + path)).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    }
  }

  @Override
  public void close() {
    Installed.stop(process);
  }
}
