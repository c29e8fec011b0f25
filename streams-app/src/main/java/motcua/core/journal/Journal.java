package motcua.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import motcua.core.calendar.VietnamDay;
import motcua.core.dossier.Revision;
import motcua.core.ledger.Posting;
import motcua.core.mark.MarkSpan;
import motcua.core.policy.Rules;

/**
 * The journal of one dossier: a pure function of the set of its revisions and the clock (ledger.md
 * 1, 4). The order of the collections and doubles in them never matter. A dossier's clock is the
 * one given or the latest recordedAt, whichever is later. Revisions that name another dossier may
 * be among them: the event is then not here. Working days are counted, at each instant of
 * knowledge, with the calendar known on its day.
 */
public final class Journal {
  private Journal() {}

  /**
   * The whole journal; reversals and what they reverse both stand in it.
   *
   * @param clock may be null: the latest recordedAt
   */
  public static Result of(
      Collection<Revision> revisions, String dossierId, Instant clock, Rules rules) {
    Instant now = latest(clock, revisions);
    Revision[] ordered = Knowledge.inOrderOfLearning(revisions);
    Walk walk = new Walk(ordered, dossierId, rules);
    List<Posting> postings = new ArrayList<>();
    if (now != null) {
      walk.goOnTo(now, postings);
    }
    Timeline end = now == null ? Timeline.EMPTY : walk.timelineAt(now);
    return new Result(
        postings,
        end.standing(),
        marks(walk, end, ordered, dossierId, now, rules),
        end.nextChange());
  }

  /**
   * The difference of two journals of one dossier as the smallest list of postings, reversals first
   * within a step, and the state after. Cheapest when {@code after} is a list that begins with the
   * elements of {@code before}, and the news is recorded last.
   *
   * @param clockBefore the clock the journal before was made with; null: the latest recordedAt
   *     before
   * @param clockAfter likewise
   */
  public static Change change(
      Collection<Revision> before,
      Instant clockBefore,
      Collection<Revision> after,
      Instant clockAfter,
      String dossierId,
      Rules rules) {
    Instant was = latest(clockBefore, before);
    Instant now = latest(clockAfter, after);
    if (was != null && (now == null || now.isBefore(was))) {
      return wholeDifference(before, was, after, now, dossierId, rules);
    }
    Instant news = News.earliest(before, after);
    List<Posting> postings = new ArrayList<>();
    Revision[] ordered = Knowledge.inOrderOfLearning(after);
    Walk walk = new Walk(ordered, dossierId, rules);
    if (was != null && news != null && !news.isAfter(was)) {
      postings = rewound(before, was, walk, news, now, dossierId, rules);
    } else if (now != null) {
      if (was != null) {
        walk.jumpTo(was);
      }
      int steps = walk.goOnTo(now, postings);
      postings = steps > 1 ? Difference.net(postings) : postings;
    }
    Timeline end = now == null ? Timeline.EMPTY : walk.timelineAt(now);
    List<MarkSpan> marks = marks(walk, end, ordered, dossierId, now, rules);
    return new Change(postings, end.standing(), marks, end.nextChange());
  }

  /**
   * News that is not later than the journal before: up to it both journals agree, so they are
   * compared from there on. At the instant of the news itself the common beginning cancels.
   */
  private static List<Posting> rewound(
      Collection<Revision> before,
      Instant was,
      Walk walk,
      Instant news,
      Instant now,
      String dossierId,
      Rules rules) {
    List<Posting> postings = new ArrayList<>();
    Walk old = new Walk(Knowledge.inOrderOfLearning(before), dossierId, rules);
    Timeline held = old.jumpTo(news);
    Difference.append(held, walk.jumpTo(news), VietnamDay.of(news), postings);
    List<Posting> oldSteps = new ArrayList<>();
    int steps = old.goOnTo(was, oldSteps);
    oldSteps.forEach(posting -> postings.add(posting.reversed()));
    steps += walk.goOnTo(now, postings);
    return steps > 0 ? Difference.net(postings) : postings;
  }

  /** The definition itself, for a clock that went back. */
  private static Change wholeDifference(
      Collection<Revision> before,
      Instant was,
      Collection<Revision> after,
      Instant now,
      String dossierId,
      Rules rules) {
    List<Posting> postings = new ArrayList<>();
    of(before, dossierId, was, rules)
        .postings()
        .forEach(posting -> postings.add(posting.reversed()));
    Result end = of(after, dossierId, now, rules);
    postings.addAll(end.postings());
    return new Change(Difference.net(postings), end.standing(), end.marks(), end.nextCrossing());
  }

  private static List<MarkSpan> marks(
      Walk walk, Timeline end, Revision[] ordered, String dossierId, Instant now, Rules rules) {
    boolean none =
        now == null
            || (!end.suspicious() && walk.knowledge().grewInOrder(walk.knowledge().inForce()));
    return none ? List.of() : MarkHistory.of(ordered, dossierId, now, rules);
  }

  private static Instant latest(Instant clock, Collection<Revision> revisions) {
    Instant latest = clock;
    for (Revision revision : revisions) {
      if (latest == null || revision.recordedAt().isAfter(latest)) {
        latest = revision.recordedAt();
      }
    }
    return latest;
  }
}
