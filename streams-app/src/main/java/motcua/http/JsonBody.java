package motcua.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The body of a request: a JSON object, its values read as strictly as query parameters. */
final class JsonBody {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonBody() {}

  /** The values of a flat body that knows exactly these names. */
  static Parameters of(Context context, String... known) {
    // Also keeps a form on another site from publishing with a reader's browser.
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new ProblemException(
          415, "Sai kiểu nội dung", "Nội dung gửi lên phải là application/json.");
    }
    return values(object(BodyText.of(context)), known);
  }

  /** A text that is an object. */
  static ObjectNode object(String text) {
    try {
      return object(JSON.readTree(text), "Nội dung gửi lên");
    } catch (JsonProcessingException broken) {
      throw ProblemException.badRequest("Nội dung gửi lên không phải JSON.");
    }
  }

  /** A value that is an object; {@code name} says which. */
  static ObjectNode object(JsonNode value, String name) {
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw ProblemException.badRequest(name + " phải là một đối tượng JSON.");
  }

  /** The values of a flat object that knows exactly these names. */
  static Parameters values(ObjectNode object, String... known) {
    Map<String, List<String>> values = new HashMap<>();
    object
        .properties()
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
