package motcua.ingest.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/** How records are parsed, the same for every mapping. */
final class Json {
  private Json() {}

  /** Strict JSON; names are not interned, since a hostile sender chooses them. */
  static JsonFactory factory() {
    return builder().build();
  }

  /** As {@link #factory}, but a raw line break inside a text of a national record sinks nothing. */
  static JsonFactory lenientFactory() {
    return builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();
  }

  /** False when the parser would take the bytes for UTF-16 or UTF-32, which is never meant. */
  static boolean looksLikeUtf8(byte[] bytes, int from, int length) {
    for (int i = from; i < from + Math.min(4, length); i++) {
      if (bytes[i] == 0) {
        return false;
      }
    }
    return true;
  }

  private static JsonFactoryBuilder builder() {
    return new JsonFactoryBuilder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW);
  }
}
