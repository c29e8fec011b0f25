package motcua.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The body of a request: a flat JSON object, its values read as strictly as query parameters. */
final class JsonBody {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonBody() {}

  /** The values of a body that knows exactly these names. */
  static Parameters of(Context context, String... known) {
    // Also keeps a form on another site from publishing with a reader's browser.
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new ProblemException(
          415, "Sai kiểu nội dung", "Nội dung gửi lên phải là application/json.");
    }
    JsonNode body;
    try {
      body = JSON.readTree(context.bodyAsBytes());
    } catch (JsonProcessingException broken) {
      throw ProblemException.badRequest("Nội dung gửi lên không phải JSON.");
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    if (!body.isObject()) {
      throw ProblemException.badRequest("Nội dung gửi lên phải là một đối tượng JSON.");
    }
    Map<String, List<String>> values = new HashMap<>();
    body.properties()
        .forEach(
            field -> {
              if (!field.getValue().isValueNode()) {
                throw ProblemException.badRequest(
                    "Giá trị của \"%s\" phải là chữ, số hoặc true/false."
                        .formatted(field.getKey()));
              }
              if (!field.getValue().isNull()) {
                values.put(field.getKey(), List.of(field.getValue().asText()));
              }
            });
    return Parameters.of(values, known);
  }
}
