package motcua.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a mapping file says, checked. Immutable.
 *
 * @param source system of the rows, where the file names one; it goes before the connector's
 * @param form how a file of the table is cut into rows
 * @param rows what one row is
 * @param when conditions a row must meet; the others are skipped
 * @param empty texts that stand for no value, as {@link CellText#key}
 * @param fields values of a dossier, or those all events of a row share
 * @param events the events of a row; one without anything of its own when the file lists none;
 *     empty for dossiers
 * @param unitAliases file of unit names, beside the mapping file, where it names one
 */
public record MappingSpec(
    Optional<String> source,
    TableForm form,
    Rows rows,
    List<Condition> when,
    Set<String> empty,
    Map<TableField, ValueSpec> fields,
    List<EventSpec> events,
    Optional<String> unitAliases) {
  public MappingSpec {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(rows, "rows");
    when = List.copyOf(when);
    empty = Set.copyOf(empty);
    fields = Map.copyOf(fields);
    events = List.copyOf(events);
  }

  /** What one row of the table is. */
  public enum Rows {
    /** Events, one or several. */
    EVENT,
    /** The current state of a dossier. */
    DOSSIER
  }

  /**
   * One event a row gives.
   *
   * @param when conditions under which it gives it
   * @param fields its values, over the shared ones
   * @param identity columns that tell events of one dossier and type apart; empty: by default
   */
  public record EventSpec(
      List<Condition> when, Map<TableField, ValueSpec> fields, List<String> identity) {
    public EventSpec {
      when = List.copyOf(when);
      fields = Map.copyOf(fields);
      identity = List.copyOf(identity);
    }
  }

  /** Names of all columns the mapping reads, as the file writes them; no other is ever read. */
  public Set<String> columns() {
    Set<String> columns = new TreeSet<>();
    when.forEach(condition -> columns.add(condition.column()));
    fields.values().forEach(value -> columns.addAll(value.columns()));
    for (EventSpec event : events) {
      event.when().forEach(condition -> columns.add(condition.column()));
      event.fields().values().forEach(value -> columns.addAll(value.columns()));
      columns.addAll(event.identity());
    }
    return columns;
  }

  /** Columns a table must have: of each list at least one. */
  public List<List<String>> needed() {
    List<List<String>> needed = new ArrayList<>();
    addNeeded(needed, when, fields);
    for (EventSpec event : events) {
      addNeeded(needed, event.when(), event.fields());
      event.identity().forEach(column -> needed.add(List.of(column)));
    }
    return needed;
  }

  private static void addNeeded(
      List<List<String>> needed, List<Condition> when, Map<TableField, ValueSpec> fields) {
    when.forEach(condition -> needed.add(List.of(condition.column())));
    for (ValueSpec value : fields.values()) {
      if (value.origin() instanceof ValueSpec.Origin.Columns columns) {
        needed.add(columns.names());
      } else {
        value.columns().forEach(column -> needed.add(List.of(column)));
      }
    }
  }
}
