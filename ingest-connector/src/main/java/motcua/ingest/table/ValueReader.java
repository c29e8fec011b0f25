package motcua.ingest.table;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the values of fields out of a mapping file. */
final class ValueReader {
  private final Faults faults;
  private final CodeTableReader codes;
  private final ZoneId zone;
  private final List<String> patterns;
  private final LocalTime timeOfDay;

  /**
   * A reader with what the file says at its top.
   *
   * @param patterns forms of dates where a value has none of its own
   * @param timeOfDay time of a date alone where a value has none of its own
   */
  ValueReader(
      Faults faults,
      CodeTableReader codes,
      ZoneId zone,
      List<String> patterns,
      LocalTime timeOfDay) {
    this.faults = faults;
    this.codes = codes;
    this.zone = zone;
    this.patterns = patterns;
    this.timeOfDay = timeOfDay;
  }

  /** The fields of one part of the file. */
  Map<TableField, ValueSpec> fields(Yaml value, String key, MappingSpec.Rows rows) {
    Map<TableField, ValueSpec> fields = new EnumMap<>(TableField.class);
    Yaml.Keys keys = faults.keys(value, key).orElse(new Yaml.Keys(Map.of(), value.line()));
    keys.values()
        .forEach(
            (name, at) -> {
              String path = Faults.path(key, name);
              TableField field = TableField.of(name).filter(found -> found.isOf(rows)).orElse(null);
              if (field == null) {
                faults.add(at, path, "no such field, expected one of " + names(rows));
              } else {
                value(at, path, field).ifPresent(spec -> fields.put(field, spec));
              }
            });
    return fields;
  }

  private static String names(MappingSpec.Rows rows) {
    return java.util.Arrays.stream(TableField.values())
        .filter(field -> field.isOf(rows))
        .map(TableField::key)
        .collect(java.util.stream.Collectors.joining(", "));
  }

  private Optional<ValueSpec> value(Yaml at, String key, TableField field) {
    if (!(at instanceof Yaml.Keys)) {
      List<String> columns = faults.texts(at, key);
      return columns.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new ValueSpec(
                  new ValueSpec.Origin.Columns(columns, Optional.empty()),
                  Optional.empty(),
                  Optional.empty(),
                  false,
                  DateForms.of(patterns, zone, timeOfDay)));
    }
    Yaml.Keys keys = faults.keys(at, key, MappingKeys.VALUE).orElseThrow();
    Optional<CodeTable> table =
        Optional.ofNullable(keys.values().get("codes"))
            .flatMap(value -> codes.of(value, Faults.path(key, "codes")));
    Optional<CodeTable.Entry> otherwise =
        Optional.ofNullable(keys.values().get("otherwise"))
            .map(value -> codes.code(value, Faults.path(key, "otherwise")))
            .map(code -> new CodeTable.Entry(code, null, null));
    boolean aliases = aliases(keys, key, field);
    return origin(keys, key)
        .map(origin -> new ValueSpec(origin, table, otherwise, aliases, dates(keys, key)));
  }

  private boolean aliases(Yaml.Keys keys, String key, TableField field) {
    Yaml value = keys.values().get("aliases");
    if (value == null) {
      return false;
    }
    if (field != TableField.UNIT) {
      faults.add(value, Faults.path(key, "aliases"), "only a unit is found by its name");
    }
    String text = faults.text(value, Faults.path(key, "aliases")).orElse("");
    if (!text.equals("true") && !text.equals("false")) {
      faults.add(value, Faults.path(key, "aliases"), "expected true or false");
    }
    return text.equals("true");
  }

  private Optional<ValueSpec.Origin> origin(Yaml.Keys keys, String key) {
    Yaml column = keys.values().get("column");
    Yaml constant = keys.values().get("constant");
    Yaml template = keys.values().get("template");
    Yaml ifBlank = keys.values().get("ifBlank");
    long given =
        java.util.stream.Stream.of(column, constant, template)
            .filter(java.util.Objects::nonNull)
            .count();
    if (given != 1) {
      faults.add(keys, key, "expected one of column, constant, template");
      return Optional.empty();
    }
    if (ifBlank != null && column == null) {
      faults.add(ifBlank, Faults.path(key, "ifBlank"), "only a column can be blank");
    }
    if (column != null) {
      List<String> names = faults.texts(column, Faults.path(key, "column"));
      Optional<String> instead =
          ifBlank == null
              ? Optional.empty()
              : faults.text(ifBlank, Faults.path(key, "ifBlank")).map(CellText::of);
      return names.isEmpty()
          ? Optional.empty()
          : Optional.of(new ValueSpec.Origin.Columns(names, instead));
    }
    return constant != null
        ? faults
            .text(constant, Faults.path(key, "constant"))
            .map(text -> new ValueSpec.Origin.Constant(CellText.of(text)))
        : template(template, Faults.path(key, "template"));
  }

  private Optional<ValueSpec.Origin> template(Yaml value, String key) {
    Optional<List<ValueSpec.Part>> parts = faults.text(value, key).flatMap(ValueSpec::parts);
    if (parts.isEmpty()) {
      faults.add(value, key, "expected a text with columns in braces, for example {Code}-{Step}");
    }
    return parts.map(ValueSpec.Origin.Template::new);
  }

  private DateForms dates(Yaml.Keys keys, String key) {
    Yaml own = keys.values().get("dates");
    Yaml time = keys.values().get("timeOfDay");
    return forms(
        own == null ? patterns : faults.texts(own, Faults.path(key, "dates")),
        time == null ? timeOfDay : timeOfDay(time, Faults.path(key, "timeOfDay")),
        own == null ? keys : own,
        Faults.path(key, "dates"));
  }

  private DateForms forms(List<String> patterns, LocalTime time, Yaml at, String key) {
    try {
      return DateForms.of(patterns, zone, time);
    } catch (IllegalArgumentException e) {
      faults.add(at, key, "no pattern of a date: " + e.getMessage());
      return DateForms.of(List.of(), zone, time);
    }
  }

  private LocalTime timeOfDay(Yaml value, String key) {
    return timeOfDay(faults, value, key);
  }

  static LocalTime timeOfDay(Faults faults, Yaml value, String key) {
    try {
      return faults.text(value, key).map(LocalTime::parse).orElse(LocalTime.MIDNIGHT);
    } catch (DateTimeParseException e) {
      faults.add(value, key, "expected a time, hh:mm");
      return LocalTime.MIDNIGHT;
    }
  }
}
