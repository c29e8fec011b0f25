package motcua.core.interpretation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.Revision;
import motcua.core.mark.Mark;
import motcua.core.unit.UnitResolver;

/**
 * What a dossier's sightings mean (national-payload.md 4 and 6): a pure function of their set. At
 * each moment at which something became known, all that is known by then is read afresh into
 * events; what differs from the reading before becomes a revision recorded at that moment. So the
 * revisions recorded up to a moment are exactly those that the sightings known then give, and a
 * record sent again changes nothing. A dossier's records are few, which makes reading them again
 * cheaper than being clever.
 */
public final class Interpretation {
  /** Changes with the meaning of any sighting; a change is a rebuild of the ledger. */
  public static final int VERSION = 1;

  private static final Comparator<SeenSighting> AS_READ =
      Comparator.comparing(SeenSighting::recordedAt)
          .thenComparingLong(seen -> seen.sighting().position())
          .thenComparing(seen -> seen.sighting().kind())
          .thenComparing(
              seen -> seen.sighting().latestHappened(),
              Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(seen -> Status.of(seen.sighting().status()))
          .thenComparing(seen -> seen.sighting().toString());

  private final String source;
  private final String dossierId;
  private final List<Revision> revisions = new ArrayList<>();
  private final List<SeenMark> marks = new ArrayList<>();
  private Map<String, LifecycleEvent> told = Map.of();
  private Map<Mark, Instant> holding = Map.of();

  private Interpretation(String source, String dossierId) {
    this.source = source;
    this.dossierId = dossierId;
  }

  /**
   * Interprets the sightings of one dossier. Records of one recordedAt are read by position, then
   * by what they say last, then by content.
   *
   * @param sightings in any order; the same one more than once is the same as once
   */
  public static Interpreted interpret(
      String source, String dossierId, Collection<SeenSighting> sightings, UnitResolver units) {
    Objects.requireNonNull(dossierId, "dossierId");
    SeenSighting[] read = sightings.toArray(SeenSighting[]::new);
    Arrays.sort(read, AS_READ);
    Interpretation interpretation = new Interpretation(source, dossierId);
    Known known = new Known(source, dossierId, units);
    boolean news = false;
    for (int i = 0; i < read.length; i++) {
      news |= known.add(read[i]);
      Instant now = read[i].recordedAt();
      boolean lastOfMoment = i + 1 == read.length || !read[i + 1].recordedAt().equals(now);
      if (news && lastOfMoment) {
        interpretation.learn(Reading.of(dossierId, known), now);
        news = false;
      }
    }
    return interpretation.result();
  }

  private void learn(Story story, Instant now) {
    Map<String, LifecycleEvent> events = story.events();
    for (Map.Entry<String, LifecycleEvent> entry : events.entrySet()) {
      String eventId = entry.getKey();
      LifecycleEvent event = entry.getValue();
      if (!event.equals(told.get(eventId))) {
        String content = EventText.of(source, dossierId, eventId, event);
        revisions.add(new Revision(eventId, dossierId, now, now, event, false, content));
      }
    }
    for (String eventId : told.keySet()) {
      if (!events.containsKey(eventId)) {
        String content = EventText.retraction(source, dossierId, eventId);
        revisions.add(new Revision(eventId, dossierId, now, now, null, true, content));
      }
    }
    told = events;
    learnMarks(story.marks(), now);
  }

  private void learnMarks(Set<Mark> found, Instant now) {
    if (found.isEmpty() && holding.isEmpty()) {
      return;
    }
    Map<Mark, Instant> still = new LinkedHashMap<>();
    for (Mark mark : found) {
      Instant since = holding.get(mark);
      still.put(mark, since == null ? now : since);
    }
    for (Map.Entry<Mark, Instant> before : holding.entrySet()) {
      if (!still.containsKey(before.getKey())) {
        marks.add(new SeenMark(before.getKey(), before.getValue(), now));
      }
    }
    holding = still;
  }

  private Interpreted result() {
    for (Map.Entry<Mark, Instant> mark : holding.entrySet()) {
      marks.add(new SeenMark(mark.getKey(), mark.getValue(), null));
    }
    marks.sort(Comparator.comparing(SeenMark::knownAt));
    return new Interpreted(revisions, marks);
  }
}
