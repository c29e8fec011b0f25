package motcua.ingest.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads code tables: keys and values, or a list of lines with days of validity. */
final class CodeTableReader {
  private final Faults faults;
  private final Map<String, CodeTable> named = new HashMap<>();

  CodeTableReader(Faults faults) {
    this.faults = faults;
  }

  /** Reads the named tables at the top of a file. */
  void readNamed(Yaml value) {
    faults
        .keys(value, "codes")
        .ifPresent(
            keys ->
                keys.values()
                    .forEach((name, table) -> named.put(name, table(table, "codes." + name))));
  }

  /** The table of a value: the name of one, or one written in place. */
  Optional<CodeTable> of(Yaml value, String key) {
    if (!(value instanceof Yaml.Scalar)) {
      return Optional.of(table(value, key));
    }
    Optional<CodeTable> found = faults.text(value, key).map(named::get);
    if (found.isEmpty()) {
      faults.add(value, key, "no code table of this name at the top of the file");
    }
    return found;
  }

  /** A code; null in the file means: nothing. */
  Optional<String> code(Yaml value, String key) {
    if (value instanceof Yaml.Scalar(String text, int line) && text == null) {
      return Optional.empty();
    }
    return faults.text(value, key);
  }

  private CodeTable table(Yaml value, String key) {
    CodeTable table = new CodeTable();
    if (value instanceof Yaml.Items items) {
      items.items().forEach(item -> line(item, key, table));
    } else {
      faults
          .keys(value, key)
          .ifPresent(
              keys ->
                  keys.values()
                      .forEach(
                          (text, code) ->
                              add(
                                  table,
                                  text,
                                  new CodeTable.Entry(code(code, key), null, null),
                                  code,
                                  key)));
    }
    return table;
  }

  private void line(Yaml item, String key, CodeTable table) {
    Yaml.Keys keys = faults.keys(item, key, MappingKeys.CODE).orElse(null);
    if (keys == null) {
      return;
    }
    Yaml text = keys.values().get("text");
    Yaml code = keys.values().get("code");
    if (text == null || code == null) {
      faults.add(item, key, "expected text and code");
      return;
    }
    LocalDate from = day(keys, "validFrom", key);
    LocalDate to = day(keys, "validTo", key);
    if (from != null && to != null && to.isBefore(from)) {
      faults.add(item, key, "validTo lies before validFrom");
    }
    CodeTable.Entry entry = new CodeTable.Entry(code(code, key), from, to);
    faults.text(text, key).ifPresent(name -> add(table, name, entry, item, key));
  }

  private void add(CodeTable table, String text, CodeTable.Entry entry, Yaml at, String key) {
    if (!table.add(text, entry)) {
      faults.add(at, key, "'" + text + "' stands there twice for one day");
    }
  }

  private LocalDate day(Yaml.Keys keys, String name, String key) {
    Yaml value = keys.values().get(name);
    if (value == null || value instanceof Yaml.Scalar scalar && scalar.text() == null) {
      return null;
    }
    try {
      return faults.text(value, Faults.path(key, name)).map(LocalDate::parse).orElse(null);
    } catch (DateTimeParseException e) {
      faults.add(value, Faults.path(key, name), "expected a day, yyyy-mm-dd");
      return null;
    }
  }
}
