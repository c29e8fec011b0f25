package motcua.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.Revision;
import motcua.core.dossier.TextOrder;

/**
 * What is known of one dossier at some instant: the revision that holds for each event (ledger.md
 * 2). Grows only; learn revisions in the order of their recordedAt.
 */
final class Knowledge {
  private static final Comparator<Revision> LEARNING_ORDER = Knowledge::compareInLearning;

  private static final Comparator<Revision> FOLD_ORDER = Knowledge::compareInFold;

  /** Up to so many events a look through all beats a map. */
  private static final int FEW = 16;

  private final String dossierId;
  private final List<Revision> holding = new ArrayList<>();
  private Map<String, Integer> places;
  private boolean onlyFirstRevisions = true;

  Knowledge(String dossierId) {
    this.dossierId = dossierId;
  }

  /** The revisions of a collection in the order of learning. */
  static Revision[] inOrderOfLearning(Collection<Revision> revisions) {
    Revision[] ordered = revisions.toArray(Revision[]::new);
    Arrays.sort(ordered, LEARNING_ORDER);
    return ordered;
  }

  /**
   * Learns revisions from a place up to and with the instant; returns the place of the first one
   * after it.
   */
  int learnUpTo(Instant k, Revision[] ordered, int from) {
    int next = from;
    while (next < ordered.length && !ordered[next].recordedAt().isAfter(k)) {
      learn(ordered[next]);
      next++;
    }
    return next;
  }

  private void learn(Revision revision) {
    int place = placeOf(revision.eventId());
    if (place < 0) {
      if (places != null) {
        places.put(revision.eventId(), holding.size());
      }
      holding.add(revision);
      onlyFirstRevisions &= holdsHere(revision);
      return;
    }
    Revision held = holding.get(place);
    boolean nothingNew = held.content().equals(revision.content());
    onlyFirstRevisions &= nothingNew;
    if (compareAsRevisions(held, revision) < 0) {
      holding.set(place, nothingNew ? knownSince(held.recordedAt(), revision) : revision);
    }
  }

  /**
   * A revision that repeats the one before it has no effect: the event stays known since its first
   * telling.
   */
  private static Revision knownSince(Instant recordedAt, Revision repeated) {
    return new Revision(
        repeated.eventId(),
        repeated.dossierId(),
        recordedAt,
        repeated.orderedAt(),
        repeated.event(),
        repeated.retracted(),
        repeated.content());
  }

  private int placeOf(String eventId) {
    if (holding.size() > FEW && places == null) {
      places = new HashMap<>();
      for (int i = 0; i < holding.size(); i++) {
        places.put(holding.get(i).eventId(), i);
      }
    }
    if (places != null) {
      return places.getOrDefault(eventId, -1);
    }
    for (int i = holding.size() - 1; i >= 0; i--) {
      if (holding.get(i).eventId().equals(eventId)) {
        return i;
      }
    }
    return -1;
  }

  /** The revisions in force, in the order of the fold. */
  Revision[] inForce() {
    Revision[] inForce = new Revision[holding.size()];
    int count = 0;
    for (Revision revision : holding) {
      if (holdsHere(revision)) {
        inForce[count++] = revision;
      }
    }
    Revision[] sorted = count == inForce.length ? inForce : Arrays.copyOf(inForce, count);
    Arrays.sort(sorted, FOLD_ORDER);
    return sorted;
  }

  /**
   * Whether every earlier state of knowledge was a beginning of the present fold order: no event
   * was ever revised, and the events became known in the order in which they happened.
   */
  boolean grewInOrder(Revision[] inForce) {
    if (!onlyFirstRevisions) {
      return false;
    }
    for (int i = 1; i < inForce.length; i++) {
      if (inForce[i].recordedAt().isBefore(inForce[i - 1].recordedAt())) {
        return false;
      }
    }
    return true;
  }

  private boolean holdsHere(Revision revision) {
    return !revision.retracted() && dossierId.equals(revision.dossierId());
  }

  private static int compareInLearning(Revision a, Revision b) {
    int byTime = a.recordedAt().compareTo(b.recordedAt());
    return byTime != 0 ? byTime : compareAsRevisions(a, b);
  }

  private static int compareAsRevisions(Revision a, Revision b) {
    int byTime = a.orderedAt().compareTo(b.orderedAt());
    return byTime != 0 ? byTime : TextOrder.compare(a.content(), b.content());
  }

  private static int compareInFold(Revision a, Revision b) {
    LifecycleEvent left = a.event();
    LifecycleEvent right = b.event();
    int byTime = left.occurredAt().compareTo(right.occurredAt());
    if (byTime != 0) {
      return byTime;
    }
    int byType = left.type().compareTo(right.type());
    return byType != 0 ? byType : TextOrder.compare(a.eventId(), b.eventId());
  }
}
