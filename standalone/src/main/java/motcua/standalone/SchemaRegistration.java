package motcua.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;

/**
 * Registers value schemas at a registry that speaks Confluent's REST interface; the serdes of a
 * running product register nothing.
 *
 * <p>Registering a schema that stands there already changes nothing and gives its old id.
 */
public final class SchemaRegistration {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int ATTEMPTS = 3;
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int CONFLICT = 409;

  private final URI registry;
  private final Duration patience;
  private final HttpClient http;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * A client.
   *
   * @param registry base URL of the interface, for Apicurio the one that ends in {@code
   *     /apis/ccompat/v7}
   */
  public SchemaRegistration(URI registry) {
    this(registry, PATIENCE);
  }

  /**
   * @param patience time for an answer with all of its body
   */
  SchemaRegistration(URI registry, Duration patience) {
    this.registry = registry;
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .build();
  }

  /**
   * The registry refused a schema because records written with it, or with an older one, could not
   * be read both ways.
   */
  public static final class IncompatibleSchemaException extends IOException {
    private static final long serialVersionUID = 1L;

    IncompatibleSchemaException(String subject, String answer) {
      super("schema of " + subject + " is not compatible with its older versions: " + answer);
    }
  }

  /** Subject of the values of a topic. */
  public static String subject(String topic) {
    return topic + "-value";
  }

  /** Whether the registry answers now. */
  public boolean answers() {
    try {
      return send("GET", "/subjects", null).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /**
   * Sets the compatibility of every subject to FULL_TRANSITIVE; to be called before the first
   * schema.
   *
   * @throws IOException when the registry does not take it
   */
  public void requireFullTransitive() throws IOException {
    ObjectNode body = json.createObjectNode().put("compatibility", "FULL_TRANSITIVE");
    expectOk("PUT /config", send("PUT", "/config", body));
  }

  /**
   * Registers the value schemas of topics.
   *
   * @param valueSchemas schema by topic
   * @return id of each topic's schema, in the same order
   * @throws IncompatibleSchemaException when one is refused; those before it stand
   */
  public Map<String, Integer> register(Map<String, Schema> valueSchemas) throws IOException {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (Map.Entry<String, Schema> entry : valueSchemas.entrySet()) {
      ids.put(entry.getKey(), register(subject(entry.getKey()), entry.getValue()));
    }
    return ids;
  }

  /**
   * Registers one schema.
   *
   * @return its id, the one framed into records
   */
  public int register(String subject, Schema schema) throws IOException {
    ObjectNode body = json.createObjectNode().put("schema", schema.toString());
    String path = "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "/versions";
    HttpResponse<String> answer = send("POST", path, body);
    if (answer.statusCode() == CONFLICT) {
      throw new IncompatibleSchemaException(subject, answer.body());
    }
    return expectOk("POST " + path, answer).path("id").asInt();
  }

  private JsonNode expectOk(String call, HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(
          "the schema registry answers %d to %s: %s"
              .formatted(answer.statusCode(), call, answer.body()));
    }
    return json.readTree(answer.body());
  }

  private HttpResponse<String> send(String method, String path, ObjectNode body)
      throws IOException {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry + path))
            .header("Content-Type", MEDIA_TYPE)
            .method(method, publisher)
            .build();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<HttpResponse<String>> answer = answer(request);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw new IOException(
        "the schema registry did not answer %s %s: it was asked %d times"
            .formatted(method, path, ATTEMPTS));
  }

  /**
   * Empty when none came in time: a registry may lose one, or the body of one. A request's own
   * timeout ends with the head of the answer.
   */
  private Optional<HttpResponse<String>> answer(HttpRequest request) throws IOException {
    var answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException lost) {
      answer.cancel(true);
      return Optional.empty();
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause().getMessage(), failed.getCause());
    } catch (InterruptedException stop) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }
}
