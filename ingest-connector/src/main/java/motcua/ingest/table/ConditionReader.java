package motcua.ingest.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads conditions: one, or a list that must all hold. */
final class ConditionReader {
  private static final Map<String, Condition.Test> COMPARISONS =
      Map.of("equals", Condition.Test.EQUALS, "notEquals", Condition.Test.NOT_EQUALS);
  private static final Map<String, Condition.Test> PRESENCES =
      Map.of("present", Condition.Test.PRESENT, "absent", Condition.Test.ABSENT);

  private final Faults faults;

  ConditionReader(Faults faults) {
    this.faults = faults;
  }

  List<Condition> read(Yaml value, String key) {
    List<Yaml> all = value instanceof Yaml.Items items ? items.items() : List.of(value);
    return all.stream().flatMap(item -> one(item, key).stream()).toList();
  }

  private Optional<Condition> one(Yaml item, String key) {
    Yaml.Keys keys = faults.keys(item, key, MappingKeys.CONDITION).orElse(null);
    if (keys == null) {
      return Optional.empty();
    }
    Map<String, Yaml> values = keys.values();
    for (Map.Entry<String, Condition.Test> presence : PRESENCES.entrySet()) {
      Yaml column = values.get(presence.getKey());
      if (column != null && values.size() == 1) {
        return faults
            .text(column, Faults.path(key, presence.getKey()))
            .map(name -> new Condition(name, presence.getValue(), Set.of()));
      }
    }
    Yaml column = values.get("column");
    for (Map.Entry<String, Condition.Test> comparison : COMPARISONS.entrySet()) {
      Yaml texts = values.get(comparison.getKey());
      if (column != null && texts != null && values.size() == 2) {
        Set<String> compared =
            faults.texts(texts, Faults.path(key, comparison.getKey())).stream()
                .map(CellText::key)
                .collect(Collectors.toSet());
        return faults
            .text(column, Faults.path(key, "column"))
            .map(name -> new Condition(name, comparison.getValue(), compared));
      }
    }
    faults.add(item, key, "expected present, absent, or column with equals or notEquals");
    return Optional.empty();
  }
}
