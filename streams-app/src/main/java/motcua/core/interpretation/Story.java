package motcua.core.interpretation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.mark.Mark;
import motcua.core.mark.MarkCode;

/** What is known of a dossier told as lifecycle events by event id, with the marks that hold. */
final class Story {
  private final String idPrefix;
  private final String unit;
  private final Map<String, LifecycleEvent> events = new LinkedHashMap<>();
  private final Set<Mark> marks = new LinkedHashSet<>();

  /** {@code unit} stands on the marks; null while the dossier has none. */
  Story(String dossierId, String unit) {
    this.idPrefix = dossierId + ":";
    this.unit = unit;
  }

  Map<String, LifecycleEvent> events() {
    return events;
  }

  Set<Mark> marks() {
    return marks;
  }

  /** Adds an event under an id that begins with the dossier's code. */
  void tell(String localId, LifecycleEvent event) {
    events.put(idPrefix + localId, event);
  }

  /** Takes an event out again. */
  void untell(String localId) {
    events.remove(idPrefix + localId);
  }

  boolean tells(String localId) {
    return events.containsKey(idPrefix + localId);
  }

  void mark(MarkCode code, String detail) {
    marks.add(new Mark(code, unit, detail));
  }
}
