package motcua.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/** The API of a running installation. What it refuses is an IOException with the reason it gave. */
final class ApiClient {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI server;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /**
   * @param server where its page is, ending with a slash
   */
  ApiClient(URI server) {
    this.server = server;
  }

  JsonNode get(String path) throws IOException {
    return json(send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  JsonNode post(String path, Map<String, String> body) throws IOException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    return json(send(request, HttpResponse.BodyHandlers.ofByteArray()));
  }

  /** Fetches a file; it is there whole or not at all. */
  void download(String path, Path target) throws IOException {
    Path part =
        Files.createTempFile(
            target.toAbsolutePath().getParent(), target.getFileName().toString(), ".part");
    try {
      HttpResponse<Path> answer =
          send(request(path).build(), HttpResponse.BodyHandlers.ofFile(part));
      if (answer.statusCode() != 200) {
        throw new IOException(server + " answers " + answer.statusCode() + " for " + path);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException {
    try {
      return client.send(request, body);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting for " + server, stop);
    } catch (IOException away) {
      throw new IOException(server + " does not answer: is motcua running there?", away);
    }
  }

  private JsonNode json(HttpResponse<byte[]> answer) throws IOException {
    JsonNode body;
    try {
      body = JSON.readTree(answer.body());
    } catch (IOException other) {
      throw new IOException(server + " is no motcua: it answers with no JSON", other);
    }
    if (answer.statusCode() >= 300) {
      throw new IOException(body.path("detail").asText(server + " answers " + answer.statusCode()));
    }
    return body;
  }
}
