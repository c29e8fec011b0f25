package motcua.topology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import motcua.codec.Books;
import motcua.codec.DossierState;
import motcua.codec.EventRevision;
import motcua.codec.JournalEntryCodec;
import motcua.codec.Micros;
import motcua.codec.StatusCodec;
import motcua.core.calendar.VietnamDay;
import motcua.core.dossier.DossierKey;
import motcua.core.dossier.Revision;
import motcua.core.interpretation.Interpretation;
import motcua.core.interpretation.Interpreted;
import motcua.core.interpretation.SeenMark;
import motcua.core.interpretation.SeenSighting;
import motcua.core.interpretation.Sighting;
import motcua.core.journal.Change;
import motcua.core.journal.Journal;
import motcua.core.journal.Standing;
import motcua.core.mark.MarkSpan;
import motcua.core.policy.Rules;
import motcua.core.unit.UnitResolver;
import motcua.schemas.internal.DossierStatus;
import motcua.schemas.internal.JournalEntry;

/**
 * What a record or a tick does to one dossier: the new state and everything to be sent, as data.
 * Pure; the processor around it only reads and writes.
 */
final class DossierBook {
  /**
   * A dossier's state and what was read out of it, when that has been done already.
   *
   * @param learned null: not yet
   * @param told the status sent last; null: not known
   */
  record Known(DossierState state, Learned learned, Told told) {
    static final Known NOTHING = new Known(DossierState.EMPTY, Learned.NOTHING, null);

    static Known of(DossierState state) {
      return new Known(state, null, null);
    }
  }

  /** What a status says of a dossier. */
  record Told(Standing standing, List<MarkSpan> marks, Books books) {}

  /** What the records of a dossier say: revisions for the journal, and marks of the reading. */
  record Learned(List<Revision> revisions, List<SeenMark> marks) {
    static final Learned NOTHING = new Learned(List.of(), List.of());
  }

  /**
   * @param known state to be stored, with what it says
   * @param entries what is to be written into the books, one a unit
   */
  record Decision(Known known, Collection<JournalEntry> entries) {}

  private final Rules rules;
  private final UnitResolver units;
  private final int generation;

  DossierBook(Rules rules, UnitResolver units, int generation) {
    this.rules = rules;
    this.units = units;
    this.generation = generation;
  }

  /** The set with a revision added; null when it held it already. */
  static DossierState with(DossierState state, EventRevision revision) {
    if (state.revisions().contains(revision)) {
      return null;
    }
    List<EventRevision> revisions = new ArrayList<>(state.revisions().size() + 1);
    revisions.addAll(state.revisions());
    revisions.add(revision);
    return new DossierState(
        state.clockMicros(),
        state.sequence(),
        state.crossingMicros(),
        state.books(),
        revisions,
        state.sightings());
  }

  /**
   * The set with a sighting added; null when it tells nothing new: it is held already, or says what
   * the one before it said. Arrival stamps only grow, so nothing can come to stand between the two,
   * and a system that sends its whole year every night does not fill the store.
   */
  static DossierState with(DossierState state, SeenSighting sighting) {
    SeenSighting previous = null;
    for (SeenSighting held : state.sightings()) {
      if (held.equals(sighting)) {
        return null;
      }
      boolean comparable = held.sighting().kind() == sighting.sighting().kind();
      if (comparable && !isAfter(held, sighting)) {
        boolean row = held.sighting().kind() == Sighting.Kind.PROGRESS;
        if (row && held.sighting().saysSameAs(sighting.sighting())) {
          return null;
        }
        previous = previous == null || isAfter(held, previous) ? held : previous;
      }
    }
    if (previous != null && previous.sighting().saysSameAs(sighting.sighting())) {
      return null;
    }
    List<SeenSighting> sightings = new ArrayList<>(state.sightings().size() + 1);
    sightings.addAll(state.sightings());
    sightings.add(sighting);
    return new DossierState(
        state.clockMicros(),
        state.sequence(),
        state.crossingMicros(),
        state.books(),
        state.revisions(),
        sightings);
  }

  private static boolean isAfter(SeenSighting a, SeenSighting b) {
    int byTime = a.recordedAt().compareTo(b.recordedAt());
    return byTime > 0 || (byTime == 0 && a.sighting().position() > b.sighting().position());
  }

  /**
   * Posts the difference between the journal of {@code known} and that of {@code after}.
   *
   * @param clockMicros the task's clock; {@link Long#MIN_VALUE} before its first tick
   */
  Decision decide(
      DossierKey key, Known known, DossierState after, long clockMicros, Prompt prompt) {
    DossierState before = known.state();
    long clock = Math.max(clockMicros, Math.max(before.clockMicros(), prompt.appliedMicros()));
    Learned was = known.learned() == null ? learn(key, before) : known.learned();
    Learned is = after == before ? was : learn(key, after);
    Change change =
        Journal.change(
            was.revisions,
            before.clockMicros() == Long.MIN_VALUE ? null : Micros.toInstant(before.clockMicros()),
            is.revisions,
            Micros.toInstant(clock),
            key.dossierId(),
            rules);
    // A status without postings takes a number too, so that the later of two is the higher.
    long sequence = before.sequence() + Math.max(1, change.postings().size());
    var state =
        new DossierState(
            clock,
            sequence,
            change.nextCrossing() == null ? Long.MAX_VALUE : Micros.of(change.nextCrossing()),
            before.books().with(change.postings()),
            after.revisions(),
            after.sightings());
    var head =
        new JournalEntryCodec.Head(
            key,
            rules.policy().name(),
            generation,
            prompt.backfill(),
            prompt.appliedMicros(),
            prompt.happenedMicros());
    // The mere home of an event id is no dossier and stands nowhere.
    Told told =
        isDossier(key, after)
            ? new Told(
                change.standing(),
                marks(change, is.marks),
                state.books().asOf(Micros.toInstant(clock), is.revisions))
            : null;
    // Many events only count something: where the dossier stands need not be said again.
    DossierStatus status =
        told == null || told.equals(known.told())
            ? null
            : StatusCodec.toWire(told.standing, told.marks, sequence, told.books);
    return new Decision(
        new Known(state, is, told),
        JournalEntryCodec.toWire(head, change.postings(), before.sequence(), status));
  }

  private static boolean isDossier(DossierKey key, DossierState state) {
    return !state.sightings().isEmpty()
        || state.revisions().stream().anyMatch(r -> key.dossierId().equals(r.dossierId()));
  }

  private static List<MarkSpan> marks(Change change, List<SeenMark> ofInterpretation) {
    if (ofInterpretation.isEmpty()) {
      return change.marks();
    }
    List<MarkSpan> marks = new ArrayList<>(change.marks());
    for (SeenMark seen : ofInterpretation) {
      LocalDate knownOn = VietnamDay.of(seen.knownAt());
      LocalDate endedOn = seen.endedAt() == null ? null : VietnamDay.of(seen.endedAt());
      marks.add(new MarkSpan(seen.mark(), knownOn, endedOn));
    }
    return marks;
  }

  private Learned learn(DossierKey key, DossierState state) {
    if (state.revisions().isEmpty() && state.sightings().isEmpty()) {
      return Learned.NOTHING;
    }
    List<Revision> revisions = new ArrayList<>(state.revisions().size() + 8);
    addCanonical(key.source(), state.revisions(), revisions);
    if (state.sightings().isEmpty()) {
      return new Learned(revisions, List.of());
    }
    Interpreted interpreted =
        Interpretation.interpret(key.source(), key.dossierId(), state.sightings(), units);
    revisions.addAll(interpreted.revisions());
    return new Learned(revisions, interpreted.marks());
  }

  /**
   * The content is compared only between revisions of one event, so the usual single one is spared
   * writing it.
   */
  private static void addCanonical(
      String source, List<EventRevision> stored, List<Revision> revisions) {
    Map<String, Integer> count = HashMap.newHashMap(stored.size());
    for (EventRevision r : stored) {
      count.merge(r.eventId(), 1, Integer::sum);
    }
    for (EventRevision r : stored) {
      boolean alone = count.get(r.eventId()) == 1;
      revisions.add(r.toRevision(alone ? "" : r.content(source)));
    }
  }
}
