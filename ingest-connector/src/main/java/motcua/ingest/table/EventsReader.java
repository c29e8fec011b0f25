package motcua.ingest.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import motcua.ingest.mapping.EventContent;

/** Reads the list of events a row gives, and what must be said of each. */
final class EventsReader {
  private static final List<TableField> NEEDED =
      List.of(TableField.DOSSIER_ID, TableField.TYPE, TableField.OCCURRED_AT);

  private final Faults faults;
  private final ValueReader values;
  private final ConditionReader conditions;
  private final Set<String> fixedIds = new HashSet<>();

  EventsReader(Faults faults, ValueReader values, ConditionReader conditions) {
    this.faults = faults;
    this.values = values;
    this.conditions = conditions;
  }

  /** The events; empty for dossiers, one without anything of its own when the file lists none. */
  List<MappingSpec.EventSpec> read(
      Yaml.Keys top, MappingSpec.Rows rows, Map<TableField, ValueSpec> shared) {
    Yaml listed = top.values().get("events");
    if (rows == MappingSpec.Rows.DOSSIER) {
      if (listed != null) {
        faults.add(listed, "events", "a row that is a dossier has no events");
      }
      return List.of();
    }
    if (listed == null) {
      MappingSpec.EventSpec only = new MappingSpec.EventSpec(List.of(), Map.of(), List.of());
      check(top, "fields", only, shared);
      return List.of(only);
    }
    List<Yaml> items = listed instanceof Yaml.Items list ? list.items() : List.of(listed);
    List<MappingSpec.EventSpec> events = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Yaml item = items.get(i);
      String key = "events[" + (i + 1) + "]";
      faults
          .keys(item, key, MappingKeys.EVENT)
          .map(keys -> event(keys, key))
          .ifPresent(
              event -> {
                check(item, key, event, shared);
                events.add(event);
              });
    }
    if (items.isEmpty()) {
      faults.add(listed, "events", "expected at least one event");
    }
    return events;
  }

  private MappingSpec.EventSpec event(Yaml.Keys keys, String key) {
    return new MappingSpec.EventSpec(
        of(keys, "when").map(at -> conditions.read(at, Faults.path(key, "when"))).orElse(List.of()),
        of(keys, "fields")
            .map(at -> values.fields(at, Faults.path(key, "fields"), MappingSpec.Rows.EVENT))
            .orElse(Map.of()),
        of(keys, "identity")
            .map(at -> faults.texts(at, Faults.path(key, "identity")))
            .orElse(List.of()));
  }

  private void check(
      Yaml at, String key, MappingSpec.EventSpec event, Map<TableField, ValueSpec> shared) {
    Map<TableField, ValueSpec> all = new HashMap<>(shared);
    all.putAll(event.fields());
    for (TableField needed : NEEDED) {
      if (!all.containsKey(needed)) {
        faults.add(at, Faults.path(key, needed.key()), "missing");
      }
    }
    ValueSpec type = all.get(TableField.TYPE);
    if (type != null && type.origin() instanceof ValueSpec.Origin.Constant(String name)) {
      if (type.codes().isEmpty() && !EventContent.isType(name)) {
        faults.add(at, Faults.path(key, "type"), "no event type of this name");
      }
      boolean byDefault = !all.containsKey(TableField.EVENT_ID) && event.identity().isEmpty();
      if (byDefault && !fixedIds.add(name)) {
        faults.add(
            at,
            Faults.path(key, "identity"),
            "another event has this type too: name columns that tell them apart, or eventId");
      }
    }
  }

  private static Optional<Yaml> of(Yaml.Keys keys, String name) {
    return Optional.ofNullable(keys.values().get(name));
  }
}
