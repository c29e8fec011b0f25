package motcua.standalone.personal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Asks over HTTP and shows every answer, headers and packed parts too, to a scan. */
final class Answers {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CanaryScan scan;
  private int seen;

  Answers(CanaryScan scan) {
    this.scan = scan;
  }

  /** What was answered. */
  record Answered(int status, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(body);
    }
  }

  Answered get(URI address) throws IOException {
    return ask(HttpRequest.newBuilder(address));
  }

  Answered post(URI address, byte[] body, String... headers) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return ask(request);
  }

  /** Answers looked through. */
  int seen() {
    return seen;
  }

  private Answered ask(HttpRequest.Builder request) throws IOException {
    try {
      HttpRequest sent = request.build();
      HttpResponse<byte[]> answer = http.send(sent, HttpResponse.BodyHandlers.ofByteArray());
      String place = "answer to " + sent.method() + " " + sent.uri().getPath();
      scan.scan(place, answer.headers().map().toString());
      scan.scan(place, answer.body());
      unpack(place, answer.body());
      seen++;
      return new Answered(answer.statusCode(), answer.body());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    }
  }

  private void unpack(String place, byte[] body) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        scan.scan(place + " " + entry.getName(), zip.readAllBytes());
      }
    }
  }
}
