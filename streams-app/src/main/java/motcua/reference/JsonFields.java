package motcua.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One object of a JSON file, read strictly; what is wrong is said with its place in the file. */
record JsonFields(String place, JsonNode json) {
  /**
   * An object with these keys and no others.
   *
   * @throws IllegalArgumentException when it is none
   */
  static JsonFields of(String place, JsonNode json, String... keys) {
    JsonFields fields = new JsonFields(place, json);
    fields.only(keys);
    return fields;
  }

  void only(String... keys) {
    if (!json.isObject()) {
      throw new IllegalArgumentException(place + ": expected a JSON object");
    }
    List<String> known = List.of(keys);
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "%s: unknown key '%s', expected one of %s".formatted(place, name, known));
      }
    }
  }

  /** Whether a key is there, be it null. */
  boolean has(String key) {
    return json.has(key);
  }

  /** The keys, in their order. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** An object that must be there. */
  JsonFields object(String key) {
    if (!json.path(key).isObject()) {
      throw wrong(key, "a JSON object");
    }
    return new JsonFields(place + ": " + key, json.get(key));
  }

  /** A whole number between two; empty when absent. */
  Optional<Integer> integer(String key, int least, int most) {
    JsonNode node = json.path(key);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.canConvertToExactIntegral()
        || !node.canConvertToInt()
        || node.intValue() < least
        || node.intValue() > most) {
      throw wrong(key, "a whole number from %d to %d".formatted(least, most));
    }
    return Optional.of(node.intValue());
  }

  /** Texts in their order, none twice; none when absent. */
  Set<String> texts(String key) {
    Set<String> texts = new LinkedHashSet<>();
    if (!has(key)) {
      return texts;
    }
    if (!json.get(key).isArray()) {
      throw wrong(key, "a list");
    }
    for (JsonNode item : json.get(key)) {
      if (!item.isTextual() || item.asText().isBlank() || !texts.add(item.asText())) {
        throw wrong(key, "a list of texts, none of them twice");
      }
    }
    return texts;
  }

  /** A text that must be there. */
  String text(String key) {
    String text = optionalText(key);
    if (text.isBlank()) {
      throw missing(key);
    }
    return text;
  }

  /** A text; empty when absent, or something else than a text. */
  String optionalText(String key) {
    return json.path(key).isTextual() ? json.path(key).asText() : "";
  }

  Optional<BigDecimal> number(String key) {
    JsonNode node = json.path(key);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isNumber()) {
      throw wrong(key, "a number");
    }
    return Optional.of(node.decimalValue());
  }

  Optional<LocalDate> day(String key) {
    JsonNode node = json.path(key);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(node.asText()));
    } catch (DateTimeParseException unreadable) {
      throw wrong(key, "a day such as 2022-10-18");
    }
  }

  List<JsonFields> list(String key) {
    if (!json.path(key).isArray()) {
      throw wrong(key, "a list");
    }
    List<JsonFields> items = new ArrayList<>();
    for (JsonNode item : json.path(key)) {
      items.add(new JsonFields("%s: %s[%d]".formatted(place, key, items.size()), item));
    }
    return items;
  }

  IllegalArgumentException missing(String key) {
    return new IllegalArgumentException("%s: '%s' is missing".formatted(place, key));
  }

  IllegalArgumentException wrong(String key, String expected) {
    return json.has(key)
        ? new IllegalArgumentException(
            "%s: %s is %s, expected %s".formatted(place, key, json.get(key), expected))
        : new IllegalArgumentException(
            "%s: %s is missing, expected %s".formatted(place, key, expected));
  }
}
