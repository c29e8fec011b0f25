package motcua.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import motcua.core.policy.Policy;

/**
 * A policy as JSON: {@code {"name","timeliness","closes","supplement"}}, each optional. Values as
 * in ledger.md 8: DAY or INSTANT; COMPLETED_OR_RETURNED or RETURNED; AS_REPORTED, SHIFT or RESTART;
 * letter case and dashes do not matter.
 */
final class PolicyFile {
  private static final List<String> KEYS =
      List.of("name", "version", "timeliness", "closes", "supplement");

  private PolicyFile() {}

  static Policy parse(String file, String text) {
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s: line %d: not JSON: %s"
              .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
    if (!json.isObject()) {
      throw new IllegalArgumentException(file + ": expected a JSON object");
    }
    for (Iterator<String> keys = json.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(
            file + ": unknown key '" + key + "', expected one of " + KEYS);
      }
    }
    var timeliness =
        value(file, json, "timeliness", Policy.Timeliness.class, Policy.DEFAULT.timeliness());
    var closes = value(file, json, "closes", Policy.Closes.class, Policy.DEFAULT.closes());
    var supplement =
        value(file, json, "supplement", Policy.Supplement.class, Policy.DEFAULT.supplement());
    String name = json.path("name").asText(defaultName(timeliness, closes, supplement));
    return new Policy(name, timeliness, closes, supplement);
  }

  private static String defaultName(
      Policy.Timeliness timeliness, Policy.Closes closes, Policy.Supplement supplement) {
    var policy = new Policy(Policy.DEFAULT.name(), timeliness, closes, supplement);
    return policy.equals(Policy.DEFAULT)
        ? Policy.DEFAULT.name()
        : (timeliness + "-" + closes + "-" + supplement).toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E value(
      String file, JsonNode json, String key, Class<E> type, E absent) {
    JsonNode node = json.get(key);
    if (node == null || node.isNull()) {
      return absent;
    }
    String text = node.asText().trim().toUpperCase(Locale.ROOT).replaceAll("[-\\s]+", "_");
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text) || (constant.name() + "_ONLY").equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "%s: %s is '%s', expected one of %s"
            .formatted(file, key, node.asText(), List.of(type.getEnumConstants())));
  }
}
