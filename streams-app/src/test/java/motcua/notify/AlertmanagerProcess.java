package motcua.notify;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** A real Alertmanager, Debian's package, in a folder of its own. */
final class AlertmanagerProcess implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");
  private static final String ABSENT = "prometheus-alertmanager is not installed";

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  final URI url;

  private AlertmanagerProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Skips a test where the package is not installed, save where all tests have to run. */
  static void assumeInstalled() {
    boolean isInstalled = Files.isExecutable(PROGRAM);
    if ("true".equals(System.getenv("CI"))) {
      assertTrue(isInstalled, ABSENT);
    }
    assumeTrue(isInstalled, ABSENT);
  }

  /**
   * Starts it; it may not answer yet. It tells nobody.
   *
   * @param resolveTimeout after which an alert not told again has ended
   */
  static AlertmanagerProcess start(Path folder, String resolveTimeout) throws IOException {
    return run(
        folder,
        """
        global:
          resolve_timeout: %s
        route:
          receiver: nobody
        receivers:
          - name: nobody
        """
            .formatted(resolveTimeout));
  }

  /**
   * As {@link #start(Path, String)}; it tells a webhook of the begin and the end of each alert by
   * itself, at once, and never again.
   */
  static AlertmanagerProcess start(Path folder, String resolveTimeout, URI webhook)
      throws IOException {
    return run(
        folder,
        """
        global:
          resolve_timeout: %s
        route:
          receiver: webhook
          group_by: ['...']
          group_wait: 0s
          group_interval: 1s
          repeat_interval: 24h
        receivers:
          - name: webhook
            webhook_configs:
              - url: %s
                send_resolved: true
        """
            .formatted(resolveTimeout, webhook));
  }

  private static AlertmanagerProcess run(Path folder, String text) throws IOException {
    int port = NotifierWorld.freePort();
    Path config = Files.writeString(folder.resolve("alertmanager.yml"), text);
    var command =
        new ProcessBuilder(
            PROGRAM.toString(),
            "--config.file=" + config,
            "--storage.path=" + folder.resolve("data"),
            "--cluster.listen-address=",
            "--web.listen-address=127.0.0.1:" + port);
    command.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    return new AlertmanagerProcess(command.start(), URI.create("http://127.0.0.1:" + port));
  }

  /** Its port on this machine. */
  int port() {
    return url.getPort();
  }

  /** Unit and severity of the alerts it holds; none while it does not answer. */
  Set<String> active() {
    Set<String> active = new TreeSet<>();
    alerts().ifPresent(alerts -> alerts.forEach(alert -> active.add(SentOn.name(alert))));
    return active;
  }

  /** The alerts it holds; empty while it does not answer. */
  Optional<JsonNode> alerts() {
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(url.resolve("/api/v2/alerts")).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? Optional.of(new ObjectMapper().readTree(answer.body()))
          : Optional.empty();
    } catch (IOException notYet) {
      return Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  @Override
  public void close() throws InterruptedException {
    client.close();
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
