package motcua.notify;

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
import java.util.concurrent.TimeUnit;

/** A real Alertmanager, Debian's package, in a folder of its own. */
final class AlertmanagerProcess implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  final URI url;

  private AlertmanagerProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Whether the package is installed. */
  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /**
   * Starts it; it may not answer yet.
   *
   * @param resolveTimeout after which an alert not told again has ended
   */
  static AlertmanagerProcess start(Path folder, String resolveTimeout) throws IOException {
    int port = NotifierWorld.freePort();
    Path config =
        Files.writeString(
            folder.resolve("alertmanager.yml"),
            """
            global:
              resolve_timeout: %s
            route:
              receiver: nobody
            receivers:
              - name: nobody
            """
                .formatted(resolveTimeout));
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
