package motcua.core.interpretation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.LifecycleEvent.Apologised;
import motcua.core.dossier.LifecycleEvent.ComponentsDigitised;
import motcua.core.dossier.LifecycleEvent.DueChanged;
import motcua.core.dossier.LifecycleEvent.FeePaid;
import motcua.core.dossier.LifecycleEvent.Received;
import motcua.core.dossier.LifecycleEvent.Resumed;
import motcua.core.dossier.LifecycleEvent.Suspended;
import motcua.core.dossier.LifecycleEvent.Transferred;
import motcua.core.dossier.Revision;
import motcua.core.unit.UnitResolver;

/**
 * An interpretation in a form that tests can read: one line per event that holds, in fold order.
 */
record Told(Interpreted interpreted) {
  static final String DOSSIER = "H99.31.07-260820-0012";

  static Told of(SeenSighting... sightings) {
    return of(UnitResolver.NONE, sightings);
  }

  static Told of(UnitResolver units, SeenSighting... sightings) {
    return of(units, Arrays.asList(sightings));
  }

  static Told of(UnitResolver units, Collection<SeenSighting> sightings) {
    return new Told(Interpretation.interpret("h99", DOSSIER, sightings, units));
  }

  /** Holding events, as {@code TYPE time details}. */
  List<String> events() {
    return events(Instant.MAX);
  }

  List<String> events(Instant knownBy) {
    List<LifecycleEvent> events = new ArrayList<>();
    for (Revision revision : holding(knownBy).values()) {
      if (!revision.retracted()) {
        events.add(revision.event());
      }
    }
    events.sort(
        Comparator.comparing(LifecycleEvent::occurredAt).thenComparing(LifecycleEvent::type));
    return events.stream().map(Told::line).toList();
  }

  /** Holding events of one type. */
  List<String> events(String type) {
    return events().stream().filter(line -> line.startsWith(type + " ")).toList();
  }

  Map<String, Revision> holding(Instant knownBy) {
    Map<String, Revision> holding = new LinkedHashMap<>();
    for (Revision revision : interpreted.revisions()) {
      if (!revision.recordedAt().isAfter(knownBy)) {
        holding.put(revision.eventId(), revision);
      }
    }
    return holding;
  }

  /** Local ids of events that hold. */
  List<String> ids() {
    return holding(Instant.MAX).values().stream()
        .filter(revision -> !revision.retracted())
        .map(revision -> revision.eventId().substring(DOSSIER.length() + 1))
        .toList();
  }

  /**
   * Marks that still hold, as {@code CODE} or {@code CODE:detail}, without the sparse progress that
   * most tests have.
   */
  List<String> marks() {
    return allMarks().stream().filter(mark -> !mark.equals("PROGRESS_SPARSE")).toList();
  }

  List<String> allMarks() {
    return interpreted.marks().stream()
        .filter(mark -> mark.endedAt() == null)
        .map(
            mark ->
                mark.mark().code()
                    + (mark.mark().detail().isEmpty() ? "" : ":" + mark.mark().detail()))
        .sorted()
        .toList();
  }

  private static String line(LifecycleEvent event) {
    String head = event.type() + " " + time(event.occurredAt());
    return switch (event) {
      case Received e ->
          head
              + " "
              + e.unit()
              + " "
              + e.procedure()
              + " "
              + e.field()
              + " "
              + e.channel()
              + " due "
              + time(e.dueAt());
      case DueChanged e -> head + " due " + time(e.dueAt()) + " " + e.reason();
      case Suspended e -> head + " " + e.reason();
      case Resumed e -> head + (e.dueAt() == null ? "" : " due " + time(e.dueAt()));
      case Transferred e -> head + " " + e.unit();
      case ComponentsDigitised e -> head + " " + e.components();
      case FeePaid e -> head + (e.online() ? " online" : "");
      case Apologised e -> head;
      case LifecycleEvent.Completed e -> head;
      case LifecycleEvent.Returned e -> head;
      case LifecycleEvent.Refused e -> head;
      case LifecycleEvent.Withdrawn e -> head;
      case LifecycleEvent.Reopened e -> head;
      case LifecycleEvent.ResultDigitised e -> head;
    };
  }

  private static String time(Instant moment) {
    return moment == null ? "none" : Moments.iso(moment).substring(0, 16).replace('T', ' ');
  }
}
