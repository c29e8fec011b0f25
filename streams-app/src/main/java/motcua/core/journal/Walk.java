package motcua.core.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import motcua.core.calendar.VietnamDay;
import motcua.core.dossier.Revision;
import motcua.core.ledger.Posting;
import motcua.core.policy.Rules;

/**
 * A walk along the instants of knowledge k of one dossier: each recordedAt, and each moment up to
 * the clock at which a due day runs out, or at which another calendar becomes known by which the
 * dossier counted. Those are all instants at which M(k) can change (ledger.md 4).
 */
final class Walk {
  private final Revision[] ordered;
  private final Knowledge knowledge;
  private final Rules rules;
  private int next;
  private Timeline timeline = Timeline.EMPTY;
  private Instant at;

  /** Stands before everything. */
  Walk(Revision[] ordered, String dossierId, Rules rules) {
    this.ordered = ordered;
    this.knowledge = new Knowledge(dossierId);
    this.rules = rules;
  }

  /** Jumps to k, without looking at the instants between. */
  Timeline jumpTo(Instant k) {
    next = knowledge.learnUpTo(k, ordered, next);
    at = k;
    timeline = next == 0 ? Timeline.EMPTY : Fold.of(knowledge.inForce(), k, rules);
    return timeline;
  }

  /**
   * Goes on to the clock step by step; appends the postings of each step and returns how many steps
   * gave any.
   */
  int goOnTo(Instant clock, List<Posting> postings) {
    int steps = 0;
    for (Instant k = nextInstant(); k != null && !k.isAfter(clock); k = nextInstant()) {
      Timeline before = timeline;
      LocalDate knownOn = VietnamDay.of(k);
      int size = postings.size();
      Difference.append(before, jumpTo(k), knownOn, postings);
      steps += postings.size() > size ? 1 : 0;
    }
    return steps;
  }

  /**
   * The timeline as of a clock not before where the walk stands, nothing changing between save what
   * has come to pass.
   */
  Timeline timelineAt(Instant clock) {
    boolean stale =
        timeline.nextEvent() != null && !clock.equals(at) && !timeline.nextEvent().isAfter(clock);
    return stale ? Fold.of(knowledge.inForce(), clock, rules) : timeline;
  }

  /** The next instant at which M(k) may change; null when there is none. */
  private Instant nextInstant() {
    Instant learned = next < ordered.length ? ordered[next].recordedAt() : null;
    return Timeline.earlier(learned, timeline.nextStep());
  }

  Knowledge knowledge() {
    return knowledge;
  }
}
