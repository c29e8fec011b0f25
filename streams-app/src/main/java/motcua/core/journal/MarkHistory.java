package motcua.core.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import motcua.core.calendar.VietnamDay;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.dossier.Revision;
import motcua.core.ledger.Bucket;
import motcua.core.mark.Mark;
import motcua.core.mark.MarkCode;
import motcua.core.mark.MarkSpan;
import motcua.core.policy.Rules;

/**
 * The marks of one dossier over all instants of knowledge, dated by the same difference rule as
 * postings. Of the clock they depend on nothing but which calendar is known. Only dossiers that may
 * have one are walked through.
 */
final class MarkHistory {
  private final Map<Mark, List<MarkSpan>> spans = new LinkedHashMap<>();
  private final BitSet lateOnce = new BitSet();

  private MarkHistory() {}

  /**
   * Every mark that ever held.
   *
   * @param ordered in the order of learning
   * @param now no calendar that becomes known later is looked at
   */
  static List<MarkSpan> of(Revision[] ordered, String dossierId, Instant now, Rules rules) {
    MarkHistory history = new MarkHistory();
    Walk walk = new Walk(ordered, dossierId, rules);
    for (Instant k : instants(ordered, now, rules.calendar())) {
      history.learn(walk.jumpTo(k), VietnamDay.of(k));
    }
    return history.spans.values().stream().flatMap(List::stream).toList();
  }

  /** Each at which something was recorded, or another calendar became known after that. */
  private static SortedSet<Instant> instants(
      Revision[] ordered, Instant now, WorkingCalendar calendar) {
    SortedSet<Instant> instants = new TreeSet<>();
    for (Revision revision : ordered) {
      instants.add(revision.recordedAt());
    }
    OptionalLong change = calendar.nextChangeAfter(VietnamDay.epochDayOf(instants.first()));
    while (change.isPresent() && !VietnamDay.startOf(change.getAsLong()).isAfter(now)) {
      instants.add(VietnamDay.startOf(change.getAsLong()));
      change = calendar.nextChangeAfter(change.getAsLong());
    }
    return instants;
  }

  private void learn(Timeline timeline, LocalDate day) {
    Set<Mark> holding = new LinkedHashSet<>(timeline.marks());
    turnedOnTime(timeline, holding);
    spans.forEach((mark, known) -> end(mark, known, holding, day));
    spans.values().removeIf(List::isEmpty);
    holding.forEach(mark -> begin(spans.computeIfAbsent(mark, m -> new ArrayList<>()), mark, day));
  }

  /** The n-th close was late once, and is not any more. */
  private void turnedOnTime(Timeline timeline, Set<Mark> holding) {
    int n = 0;
    for (Closes.Close close : timeline.closes()) {
      if (close.outcome() == Bucket.CLOSED_LATE) {
        lateOnce.set(n);
      } else if (lateOnce.get(n) && isOnTime(close.outcome())) {
        holding.add(new Mark(MarkCode.LATE_TURNED_ON_TIME, close.account().unit(), ""));
      }
      n++;
    }
  }

  private static boolean isOnTime(Bucket outcome) {
    return outcome == Bucket.CLOSED_EARLY || outcome == Bucket.CLOSED_ON_TIME;
  }

  /** Ends a span; one that began on the same day was never to be seen on any cut. */
  private static void end(Mark mark, List<MarkSpan> known, Set<Mark> holding, LocalDate day) {
    MarkSpan last = known.getLast();
    if (last.endedOn() == null && !holding.contains(mark)) {
      known.removeLast();
      if (last.knownOn().isBefore(day)) {
        known.add(new MarkSpan(mark, last.knownOn(), day));
      }
    }
  }

  /** Begins a span, or goes on with one that ended on this very day. */
  private static void begin(List<MarkSpan> known, Mark mark, LocalDate day) {
    MarkSpan last = known.isEmpty() ? null : known.getLast();
    if (last == null || (last.endedOn() != null && last.endedOn().isBefore(day))) {
      known.add(new MarkSpan(mark, day, null));
    } else if (last.endedOn() != null) {
      known.set(known.size() - 1, new MarkSpan(mark, last.knownOn(), null));
    }
  }
}
