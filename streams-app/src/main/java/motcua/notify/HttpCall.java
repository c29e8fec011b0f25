package motcua.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Posts JSON, and says what the answer means. Thread-safe. */
final class HttpCall implements AutoCloseable {
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int MOST_OF_AN_ANSWER = 300;

  private final HttpClient client;
  private final Duration timeout;

  /**
   * @param timeout of connecting, and of the whole call
   */
  HttpCall(Duration timeout) {
    this.timeout = Objects.requireNonNull(timeout, "timeout");
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** A refusal of the request itself is final; overload and faults of the server pass. */
  Outcome post(URI to, Map<String, String> headers, String json) {
    return post(to, headers, json, body -> new Outcome.Sent());
  }

  /**
   * As {@link #post(URI, Map, String)}, for servers whose 200 still says little.
   *
   * @param answered what the body of a 2xx means
   */
  Outcome post(
      URI to, Map<String, String> headers, String json, Function<String, Outcome> answered) {
    var request =
        HttpRequest.newBuilder(to)
            .timeout(timeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(json, UTF_8));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
      return response.statusCode() / 100 == 2
          ? answered.apply(response.body())
          : refusal(response.statusCode(), response.body());
    } catch (IOException fault) {
      return new Outcome.Later(fault.toString());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Outcome.Later("stopped while sending");
    }
  }

  private static Outcome refusal(int status, String body) {
    String reason = "HTTP " + status + ": " + shortened(body);
    boolean isFinal = status / 100 == 4 && status != REQUEST_TIMEOUT && status != TOO_MANY;
    return isFinal ? new Outcome.Refused(reason) : new Outcome.Later(reason);
  }

  static String shortened(String body) {
    return body.length() <= MOST_OF_AN_ANSWER ? body : body.substring(0, MOST_OF_AN_ANSWER) + "…";
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
