package motcua.ingest.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import motcua.ingest.mapping.PersonalData;

/**
 * What the values of a mapping become in the first rows of a table, for a person who writes one.
 * Never holds a value that looks personal.
 */
public final class TablePreview {
  private static final int FIRST = 3;
  private static final int LONGEST = 40;

  /** Fields whose day picks the line of a code table, the first given one first. */
  private static final List<TableField> DAYS =
      List.of(TableField.OCCURRED_AT, TableField.RECEIVED_AT, TableField.SUBMITTED_AT);

  private final MappingSpec spec;
  private final String source;
  private final UnitNames units;
  private final PersonalData guard;
  private final Map<String, String> keys = new HashMap<>();
  private final Map<Line, Set<String>> first = new LinkedHashMap<>();

  /**
   * A value of the mapping.
   *
   * @param event type of the event it belongs to; empty for a dossier and for shared values
   * @param field name of the field
   * @param from column, constant or template it is read from
   */
  public record Line(String event, String field, String from) {}

  /** A preview of a mapping; parameters as those of {@link TableMapping}. */
  public TablePreview(MappingSpec spec, String defaultSource, UnitNames units, PersonalData guard) {
    this.spec = spec;
    this.source = spec.source().orElse(defaultSource);
    this.units = units;
    this.guard = guard;
    spec.columns().forEach(column -> keys.put(column, CellText.key(column)));
  }

  /** Looks at one row. */
  public void add(TableRow row) {
    look(row, "", spec.fields(), day(row, spec.fields()));
    for (MappingSpec.EventSpec event : spec.events()) {
      RowValues values = new RowValues(row, spec.empty(), keys, guard);
      if (values.holds(event.when())) {
        Map<TableField, ValueSpec> all = new HashMap<>(spec.fields());
        all.putAll(event.fields());
        look(row, name(event), event.fields(), day(row, all));
      }
    }
  }

  /**
   * Every value with the first different texts it became, {@code text -> value} where they differ.
   */
  public Map<Line, List<String>> lines() {
    Map<Line, List<String>> lines = new LinkedHashMap<>();
    first.forEach((line, texts) -> lines.put(line, new ArrayList<>(texts)));
    return lines;
  }

  private static String name(MappingSpec.EventSpec event) {
    ValueSpec type = event.fields().get(TableField.TYPE);
    return type != null && type.origin() instanceof ValueSpec.Origin.Constant(String text)
        ? text
        : "event";
  }

  private void look(TableRow row, String event, Map<TableField, ValueSpec> fields, LocalDate day) {
    new TreeMap<>(fields)
        .forEach(
            (field, value) -> {
              Line line = new Line(event, field.key(), from(value));
              Set<String> texts = first.computeIfAbsent(line, none -> new LinkedHashSet<>());
              if (texts.size() < FIRST) {
                became(row, field, value, day).ifPresent(texts::add);
              }
            });
  }

  private Optional<String> became(TableRow row, TableField field, ValueSpec value, LocalDate day) {
    RowValues values = new RowValues(row, spec.empty(), keys, guard);
    String raw = values.raw(value.origin());
    if (raw == null) {
      return Optional.empty();
    }
    String read = read(values, field, value, day);
    if (values.refusal() != null) {
      String code = values.refusal().substring(0, values.refusal().indexOf(':'));
      return Optional.of(shown(raw) + " -> rejected, " + code);
    }
    String became = read == null ? "nothing" : read;
    return Optional.of(became.equals(raw) ? shown(raw) : shown(raw) + " -> " + shown(became));
  }

  private String read(RowValues values, TableField field, ValueSpec value, LocalDate day) {
    Object read =
        switch (field.kind()) {
          case TEXT -> coded(values.text(field, value, day), value, day);
          case TRUTH -> values.truth(field, value, day);
          case AMOUNT -> values.amount(field, value, day);
          case TIME -> {
            Long micros = values.time(field, value, day);
            yield micros == null
                ? null
                : Instant.EPOCH
                    .plus(micros, ChronoUnit.MICROS)
                    .atZone(MappingFile.DEFAULT_ZONE)
                    .toOffsetDateTime();
          }
        };
    return read == null ? null : read.toString();
  }

  private String coded(String text, ValueSpec value, LocalDate day) {
    if (text == null || !value.byAlias()) {
      return text;
    }
    return units.code(source, text, day).orElse(text + " (no code in unit-aliases.csv)");
  }

  private LocalDate day(TableRow row, Map<TableField, ValueSpec> fields) {
    RowValues values = new RowValues(row, spec.empty(), keys, guard);
    for (TableField field : DAYS) {
      ValueSpec value = fields.get(field);
      Long micros = values.time(field, value, null);
      if (micros != null) {
        return value.dates().day(micros);
      }
    }
    return null;
  }

  private String shown(String text) {
    if (guard.isIn(text)) {
      return "(not shown)";
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }

  private static String from(ValueSpec value) {
    return switch (value.origin()) {
      case ValueSpec.Origin.Columns(List<String> names, Optional<String> ifBlank) ->
          String.join(" / ", names);
      case ValueSpec.Origin.Constant(String text) -> "constant";
      case ValueSpec.Origin.Template template ->
          "template of " + String.join(", ", value.columns());
    };
  }
}
