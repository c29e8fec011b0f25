package motcua.ingest.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Gathers everything that is wrong with a mapping file, each with line and key. */
final class Faults {
  private final List<String> found = new ArrayList<>();

  void add(Yaml at, String key, String what) {
    add(at.line(), key, what);
  }

  void add(int line, String key, String what) {
    found.add("line " + line + ": " + (key.isEmpty() ? "" : key + ": ") + what);
  }

  List<String> all() {
    return List.copyOf(found);
  }

  /** The value as keys of {@code known}; empty, with a fault, for anything else. */
  Optional<Yaml.Keys> keys(Yaml value, String key, Collection<String> known) {
    Optional<Yaml.Keys> keys = keys(value, key);
    keys.ifPresent(
        found ->
            found
                .values()
                .forEach(
                    (name, at) -> {
                      if (!known.contains(name)) {
                        add(at, path(key, name), "no such key, expected one of " + join(known));
                      }
                    }));
    return keys;
  }

  /** The value as keys of any name. */
  Optional<Yaml.Keys> keys(Yaml value, String key) {
    if (value instanceof Yaml.Keys keys) {
      return Optional.of(keys);
    }
    add(value, key, "expected keys and values");
    return Optional.empty();
  }

  /** The value as a text; empty, with a fault, for anything else. */
  Optional<String> text(Yaml value, String key) {
    if (value instanceof Yaml.Scalar scalar && scalar.text() != null && !scalar.text().isBlank()) {
      return Optional.of(scalar.text());
    }
    add(value, key, "expected a text");
    return Optional.empty();
  }

  /** The value as one text or a list of texts. */
  List<String> texts(Yaml value, String key) {
    if (!(value instanceof Yaml.Items items)) {
      return text(value, key).map(List::of).orElse(List.of());
    }
    List<String> texts = new ArrayList<>();
    items.items().forEach(item -> text(item, key).ifPresent(texts::add));
    if (texts.isEmpty()) {
      add(value, key, "expected at least one text");
    }
    return texts;
  }

  static String path(String key, String name) {
    return key.isEmpty() ? name : key + "." + name;
  }

  private static String join(Collection<String> known) {
    return String.join(", ", known);
  }
}
