package motcua.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import motcua.report.LocalTime;

/** How answers are written: JSON in UTF-8, times in +07:00. */
final class Responses {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Responses() {}

  /** A record or map as JSON. */
  static void json(Context context, Object body) {
    json(context, written(body));
  }

  /** A record or map, written as JSON. */
  static byte[] written(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a representation is not writable as JSON", fault);
    }
  }

  /** Bytes that are JSON already. */
  static void json(Context context, byte[] body) {
    context.contentType("application/json; charset=utf-8").result(body);
  }

  /** RFC 9457. */
  static void problem(Context context, int status, String title, String detail) {
    problem(context, status, title, detail, Map.of());
  }

  /** RFC 9457 with members of our own. */
  static void problem(
      Context context, int status, String title, String detail, Map<String, Object> members) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    body.putAll(members);
    json(context.status(status), body);
    context.contentType("application/problem+json; charset=utf-8");
  }

  /** Local time with offset; null for null. */
  static String time(Instant moment) {
    return moment == null ? null : LocalTime.format(moment);
  }
}
