package motcua.core.journal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.dossier.Channel;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.Revision;
import motcua.core.ledger.Posting;
import motcua.core.policy.Policy;
import motcua.core.policy.Rules;

/** Tells the story of one dossier for a test: what happened, and when it was learned. */
final class Story {
  static final String DOSSIER = "D1";
  static final Rules DEFAULT = new Rules(Policy.DEFAULT, WorkingCalendar.WEEKDAYS_ONLY);

  private final List<Revision> revisions = new ArrayList<>();
  private Rules rules = DEFAULT;

  /** A local time in Vietnam, {@code 2024-07-01T08:00}; a bare day is 08:00 of it. */
  static Instant at(String local) {
    String text = local.length() == 10 ? local + "T08:00" : local;
    return LocalDateTime.parse(text).toInstant(ZoneOffset.ofHours(7));
  }

  static Revision revision(String id, LifecycleEvent event, String dossier, Instant recordedAt) {
    return new Revision(
        id, dossier, recordedAt, recordedAt, event, false, id + "@" + dossier + ":" + event);
  }

  static Revision retraction(String id, Instant recordedAt) {
    return new Revision(id, null, recordedAt, recordedAt, null, true, id + ":retracted");
  }

  Story under(Rules other) {
    rules = other;
    return this;
  }

  Story add(String id, LifecycleEvent event) {
    return learned(id, event, event.occurredAt());
  }

  Story learned(String id, LifecycleEvent event, String when) {
    return learned(id, event, at(when));
  }

  Story learned(String id, LifecycleEvent event, Instant when) {
    revisions.add(revision(id, event, DOSSIER, when));
    return this;
  }

  Story retracted(String id, String when) {
    revisions.add(retraction(id, at(when)));
    return this;
  }

  Story moved(String id, LifecycleEvent event, String toDossier, String when) {
    revisions.add(revision(id, event, toDossier, at(when)));
    return this;
  }

  List<Revision> revisions() {
    return revisions;
  }

  Result journal(String clock) {
    return Journal.of(revisions, DOSSIER, at(clock), rules);
  }

  Result journal() {
    return Journal.of(revisions, DOSSIER, null, rules);
  }

  /** Moves as {@code 07-01 NONE>OPEN_IN_TIME r}, in their order; the year is left out. */
  List<String> moves(String clock) {
    return Story.moves(journal(clock).postings());
  }

  List<String> counters(String clock) {
    return counters(journal(clock).postings());
  }

  static List<String> moves(List<Posting> postings) {
    return postings.stream()
        .filter(posting -> posting.entry() instanceof Posting.Entry.Move)
        .map(Story::text)
        .toList();
  }

  static List<String> counters(List<Posting> postings) {
    return postings.stream()
        .filter(posting -> posting.entry() instanceof Posting.Entry.Count)
        .map(Story::text)
        .toList();
  }

  private static String text(Posting posting) {
    String day = posting.countsOn().toString().substring(5);
    String sign = posting.count() < 0 ? "-" : "";
    return switch (posting.entry()) {
      case Posting.Entry.Count count ->
          "%s%s %s %s".formatted(sign, day, count.counter(), count.account().unit());
      case Posting.Entry.Move move when move.isTransfer() ->
          "%s%s %s>%s %s %s"
              .formatted(
                  sign,
                  day,
                  move.fromAccount().unit(),
                  move.toAccount().unit(),
                  move.to(),
                  posting.cause());
      case Posting.Entry.Move move ->
          "%s%s %s>%s %s".formatted(sign, day, move.from(), move.to(), posting.cause());
    };
  }

  static LifecycleEvent received(String when, String due) {
    return new LifecycleEvent.Received(
        at(when), "U1", "P1", "F1", Channel.ONLINE, due == null ? null : at(due));
  }

  static LifecycleEvent dueChanged(String when, String due) {
    return new LifecycleEvent.DueChanged(at(when), at(due), "EXTENSION");
  }

  static LifecycleEvent suspended(String when, String reason) {
    return new LifecycleEvent.Suspended(at(when), reason);
  }

  static LifecycleEvent resumed(String when, String due) {
    return new LifecycleEvent.Resumed(at(when), due == null ? null : at(due));
  }

  static LifecycleEvent completed(String when) {
    return new LifecycleEvent.Completed(at(when));
  }

  static LifecycleEvent returned(String when) {
    return new LifecycleEvent.Returned(at(when));
  }

  static LifecycleEvent refused(String when) {
    return new LifecycleEvent.Refused(at(when));
  }

  static LifecycleEvent withdrawn(String when) {
    return new LifecycleEvent.Withdrawn(at(when));
  }

  static LifecycleEvent reopened(String when) {
    return new LifecycleEvent.Reopened(at(when));
  }

  static LifecycleEvent transferred(String when, String unit) {
    return new LifecycleEvent.Transferred(at(when), unit);
  }

  static LifecycleEvent components(String when, String state) {
    return new LifecycleEvent.ComponentsDigitised(at(when), state);
  }

  static LifecycleEvent resultDigitised(String when) {
    return new LifecycleEvent.ResultDigitised(at(when));
  }

  static LifecycleEvent feePaid(String when, boolean online) {
    return new LifecycleEvent.FeePaid(at(when), online);
  }

  static LifecycleEvent apologised(String when, String due) {
    return new LifecycleEvent.Apologised(at(when), due == null ? null : at(due));
  }
}
