package motcua.ingest.table;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Texts of a system to codes of ours, each with days on which it holds. Texts are compared as
 * {@link CellText#key}.
 */
public final class CodeTable {
  private final Map<String, List<Entry>> byKey = new HashMap<>();

  /**
   * One line.
   *
   * @param code what the text means; empty: nothing
   * @param from first day it holds, null: since ever
   * @param to last day it holds, null: still
   */
  public record Entry(Optional<String> code, LocalDate from, LocalDate to) {
    private boolean holdsOn(LocalDate day) {
      if (day == null) {
        return from == null && to == null;
      }
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private boolean overlaps(Entry other) {
      boolean before = to != null && other.from != null && to.isBefore(other.from);
      boolean after = from != null && other.to != null && from.isAfter(other.to);
      return !before && !after;
    }
  }

  /** Adds a line; false when one of the same text holds on one of its days. */
  boolean add(String text, Entry entry) {
    List<Entry> held = byKey.getOrDefault(CellText.key(text), List.of());
    if (held.stream().anyMatch(entry::overlaps)) {
      return false;
    }
    byKey.put(
        CellText.key(text),
        java.util.stream.Stream.concat(held.stream(), java.util.stream.Stream.of(entry)).toList());
    return true;
  }

  /** The line of a text on a day; empty when there is none. {@code day} may be null. */
  Optional<Entry> of(String text, LocalDate day) {
    return byKey.getOrDefault(CellText.key(text), List.of()).stream()
        .filter(entry -> entry.holdsOn(day))
        .findFirst();
  }
}
