package motcua.http;

import io.javalin.http.Context;
import java.util.Arrays;
import motcua.core.mark.MarkCode;

/** The catalogue of marks. */
final class MarkApi {
  private MarkApi() {}

  private record View(String code, String meaning) {}

  /** {@code GET /api/marks}. */
  static void get(Context context) {
    Parameters.of(context);
    Responses.json(
        context,
        Arrays.stream(MarkCode.values())
            .map(code -> new View(code.name(), code.meaning()))
            .toList());
  }
}
