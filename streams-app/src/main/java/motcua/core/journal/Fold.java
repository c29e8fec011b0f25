package motcua.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import motcua.core.calendar.VietnamDay;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.LifecycleEvent.Apologised;
import motcua.core.dossier.LifecycleEvent.Completed;
import motcua.core.dossier.LifecycleEvent.ComponentsDigitised;
import motcua.core.dossier.LifecycleEvent.DueChanged;
import motcua.core.dossier.LifecycleEvent.FeePaid;
import motcua.core.dossier.LifecycleEvent.Received;
import motcua.core.dossier.LifecycleEvent.Refused;
import motcua.core.dossier.LifecycleEvent.Reopened;
import motcua.core.dossier.LifecycleEvent.ResultDigitised;
import motcua.core.dossier.LifecycleEvent.Resumed;
import motcua.core.dossier.LifecycleEvent.Returned;
import motcua.core.dossier.LifecycleEvent.Suspended;
import motcua.core.dossier.LifecycleEvent.Transferred;
import motcua.core.dossier.LifecycleEvent.Withdrawn;
import motcua.core.dossier.Revision;
import motcua.core.ledger.Account;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Posting;
import motcua.core.policy.Policy;
import motcua.core.policy.Rules;

/**
 * The fold of ledger.md 3: the events in force, in their order, to the timeline of one dossier. The
 * clock is a value: it decides which overdue crossings have happened, nothing else. One object
 * folds once.
 *
 * <p>Longer than most files, because it is one thought: every sentence of section 3 stands here.
 */
final class Fold {
  private final Rules rules;
  private final WorkingCalendar calendar;
  private final Instant clock;
  private final List<Booking> moves = new ArrayList<>(8);
  private final Closes closes = new Closes();
  private final FoldMarks marks;

  private Account account;
  private Bucket bucket = Bucket.NONE;
  private Account receiver;
  private String receiptCause;
  private Instant receivedAt;
  private Instant dueAt;
  private Instant firstDueAt;
  private Instant closedAt;
  private Instant suspendedAt;
  private boolean supplementAsked;
  private boolean completedSinceOpen;
  private boolean countedDays;

  private String components;
  private boolean feePaid;
  private boolean feePaidOnline;
  private boolean resultDigitised;
  private boolean apologised;

  private Instant nextCrossing;
  private Instant nextEvent;
  private Standing standing;

  private Fold(Instant clock, Rules rules) {
    this.clock = clock;
    this.rules = rules;
    WorkingCalendar all = rules.calendar();
    this.calendar = all.isOfOneEdition() ? all : all.asKnownOn(VietnamDay.epochDayOf(clock));
    this.marks = new FoldMarks(calendar, all.isOfOneEdition());
  }

  /**
   * Folds the events in force.
   *
   * @param inForce not retracted, of this dossier, in the order (occurredAt, type, eventId)
   */
  static Timeline of(Revision[] inForce, Instant clock, Rules rules) {
    Fold fold = new Fold(clock, rules);
    for (Revision revision : inForce) {
      fold.step(revision);
    }
    return fold.end();
  }

  private void step(Revision revision) {
    LifecycleEvent event = revision.event();
    Instant at = event.occurredAt();
    crossUpTo(at);
    if (nextEvent == null && at.isAfter(clock)) {
      nextEvent = at;
      standing = standing();
    }
    marks.recorded(revision);
    apply(event, at, revision.eventId());
  }

  private Timeline end() {
    crossUpTo(null);
    return new Timeline(
        moves,
        counters(),
        marks.found(receiver, dueAt),
        marks.isSuspicious(),
        closes.all(),
        standing == null ? standing() : standing,
        nextCrossing,
        nextEvent,
        nextEdition());
  }

  /** When another calendar becomes known, if that can change anything. */
  private Instant nextEdition() {
    if (!countedDays || rules.calendar().isOfOneEdition()) {
      return null;
    }
    OptionalLong day = rules.calendar().nextChangeAfter(VietnamDay.epochDayOf(clock));
    return day.isPresent() ? VietnamDay.startOf(day.getAsLong()) : null;
  }

  private Standing standing() {
    return bucket == Bucket.NONE
        ? Standing.NOWHERE
        : new Standing(account, bucket, receivedAt, dueAt, firstDueAt, closedAt);
  }

  private void apply(LifecycleEvent event, Instant at, String id) {
    switch (event) {
      case Received received -> receive(received, id);
      case DueChanged changed -> changeDue(changed.dueAt(), at, id);
      case Suspended suspended -> suspend(suspended, id);
      case Resumed resumed -> resume(resumed, id);
      case Completed completed -> complete(completed, id);
      case Returned returned -> giveBack(returned, id);
      case Refused refused -> close(Bucket.REFUSED, refused, id);
      case Withdrawn withdrawn -> close(Bucket.WITHDRAWN, withdrawn, id);
      case Reopened reopened -> reopen(at, id);
      case Transferred transferred -> transfer(transferred, id);
      case ComponentsDigitised digitised -> components = digitised.components();
      case FeePaid fee -> {
        feePaid = true;
        feePaidOnline |= fee.online();
      }
      case ResultDigitised result -> resultDigitised |= bucket != Bucket.NONE;
      case Apologised apology -> apologised |= bucket != Bucket.NONE;
    }
  }

  private void receive(Received received, String id) {
    if (bucket != Bucket.NONE) {
      return; // a second RECEIVED
    }
    receivedAt = received.occurredAt();
    receiptCause = id;
    account =
        new Account(received.unit(), received.field(), received.procedure(), received.channel());
    receiver = account;
    replaceDue(received.dueAt());
    marks.received(received);
    enter(openBucket(receivedAt), receivedAt, id);
  }

  private void changeDue(Instant reported, Instant at, String id) {
    if (!bucket.isHeld()) {
      return;
    }
    marks.dueReplaced(dueAt, bucket == Bucket.SUSPENDED ? suspendedAt : at, at, account);
    replaceDue(reported);
    if (bucket != Bucket.SUSPENDED) {
      enter(openBucket(at), at, id);
    }
  }

  private void suspend(Suspended suspended, String id) {
    if (!bucket.isHeld() || bucket == Bucket.SUSPENDED) {
      return;
    }
    suspendedAt = suspended.occurredAt();
    supplementAsked = "SUPPLEMENT".equals(suspended.reason());
    enter(Bucket.SUSPENDED, suspendedAt, id);
  }

  private void resume(Resumed resumed, String id) {
    if (bucket == Bucket.SUSPENDED) {
      resume(resumed.dueAt(), resumed.occurredAt(), id);
    } else if (resumed.dueAt() != null) {
      changeDue(resumed.dueAt(), resumed.occurredAt(), id);
    }
  }

  private void resume(Instant reported, Instant at, String id) {
    if (reported != null) {
      marks.dueReplaced(dueAt, suspendedAt, at, account);
    }
    replaceDue(dueOnResume(reported, at));
    enter(openBucket(at), at, id);
    suspendedAt = null;
  }

  /**
   * The due after a suspension (ledger.md 3, 8). Under SHIFT and RESTART the source's own
   * arithmetic after a supplement is set aside; without a due before there is nothing to reckon
   * from, and the reported one, if any, becomes the first.
   */
  private Instant dueOnResume(Instant reported, Instant at) {
    if (dueAt == null) {
      return reported;
    }
    Policy.Supplement policy =
        supplementAsked ? rules.policy().supplement() : Policy.Supplement.AS_REPORTED;
    return switch (policy) {
      case AS_REPORTED -> reported != null ? reported : shiftedDue(at);
      case SHIFT -> shiftedDue(at);
      case RESTART -> restartedDue(at);
    };
  }

  private Instant shiftedDue(Instant resumedAt) {
    long suspendedDay = VietnamDay.epochDayOf(suspendedAt);
    long resumedDay = VietnamDay.epochDayOf(resumedAt);
    int days = calendar.workingDaysBetween(suspendedDay, resumedDay);
    marks.counted(suspendedDay, resumedDay - 1, account);
    return plusWorkingDays(VietnamDay.epochDayOf(dueAt), days);
  }

  /**
   * The term, counted as offices do (the day of receipt not, the due day counted), runs anew from
   * the resume day.
   */
  private Instant restartedDue(Instant resumedAt) {
    long afterReceipt = VietnamDay.epochDayOf(receivedAt) + 1;
    long afterFirstDue = VietnamDay.epochDayOf(firstDueAt) + 1;
    int term = calendar.workingDaysBetween(afterReceipt, afterFirstDue);
    marks.counted(afterReceipt, afterFirstDue - 1, account);
    return plusWorkingDays(VietnamDay.epochDayOf(resumedAt), term);
  }

  /** The n-th working day after a day, at the due's time of day. */
  private Instant plusWorkingDays(long day, int n) {
    countedDays = true;
    long moved = calendar.plusWorkingDays(day, n);
    marks.counted(day, n == 0 ? day - 1 : moved, account);
    return VietnamDay.plusDays(dueAt, moved - VietnamDay.epochDayOf(dueAt));
  }

  private void complete(Completed completed, String id) {
    marks.finished(completed, receivedAt);
    completedSinceOpen |= bucket != Bucket.NONE;
    if (rules.policy().closes() == Policy.Closes.COMPLETED_OR_RETURNED) {
      finish(completed, id);
    }
  }

  private void giveBack(Returned returned, String id) {
    marks.finished(returned, receivedAt);
    if (bucket.isHeld() && !completedSinceOpen) {
      marks.returnedWithoutCompleted(account);
    }
    finish(returned, id);
  }

  private void finish(LifecycleEvent event, String id) {
    if (bucket.isHeld()) {
      resumeForClose(event, id);
      close(outcome(event.occurredAt()), event, id);
    }
  }

  private void close(Bucket outcome, LifecycleEvent event, String id) {
    if (bucket.isHeld()) {
      resumeForClose(event, id);
      closedAt = event.occurredAt();
      enter(outcome, closedAt, id);
      closes.add(account, outcome, VietnamDay.epochDayOf(closedAt), id, firstDueAt);
    }
  }

  /** A close while suspended resumes first, without a due of its own. */
  private void resumeForClose(LifecycleEvent event, String id) {
    if (bucket == Bucket.SUSPENDED) {
      marks.closedWhileSuspended(event.type(), account);
      resume((Instant) null, event.occurredAt(), id);
    }
  }

  /**
   * The outcome by day. INSTANT differs in what is late only: on time means {@code closed <=
   * dueAt}, early still is an earlier day.
   */
  private Bucket outcome(Instant at) {
    if (dueAt == null) {
      return Bucket.CLOSED_UNDATED;
    }
    long closedDay = VietnamDay.epochDayOf(at);
    long dueDay = VietnamDay.epochDayOf(dueAt);
    if (closedDay < dueDay) {
      return Bucket.CLOSED_EARLY;
    }
    boolean onTime =
        switch (rules.policy().timeliness()) {
          case DAY -> closedDay == dueDay;
          case INSTANT -> !at.isAfter(dueAt);
        };
    return onTime ? Bucket.CLOSED_ON_TIME : Bucket.CLOSED_LATE;
  }

  private void reopen(Instant at, String id) {
    if (bucket == Bucket.NONE || bucket.isHeld()) {
      return;
    }
    closes.undo(VietnamDay.epochDayOf(at), id);
    closedAt = null;
    completedSinceOpen = false;
    enter(openBucket(at), at, id);
  }

  private void transfer(Transferred transferred, String id) {
    if (bucket.isHeld() && !transferred.unit().equals(account.unit())) {
      Account before = account;
      account = before.in(transferred.unit());
      long day = VietnamDay.epochDayOf(transferred.occurredAt());
      moves.add(new Booking(new Posting.Entry.Move(before, bucket, account, bucket), 1, day, id));
    }
  }

  private void replaceDue(Instant due) {
    dueAt = due;
    if (firstDueAt == null) {
      firstDueAt = due;
    }
  }

  /** The bucket of an open dossier at a moment: overdue once the due day has passed. */
  private Bucket openBucket(Instant at) {
    if (dueAt == null) {
      return Bucket.OPEN_UNDATED;
    }
    return VietnamDay.epochDayOf(dueAt) < VietnamDay.epochDayOf(at)
        ? Bucket.OPEN_OVERDUE
        : Bucket.OPEN_IN_TIME;
  }

  private void enter(Bucket to, Instant at, String cause) {
    if (to != bucket) {
      enter(to, VietnamDay.epochDayOf(at), cause);
    }
  }

  private void enter(Bucket to, long day, String cause) {
    moves.add(new Booking(new Posting.Entry.Move(account, bucket, account, to), 1, day, cause));
    bucket = to;
  }

  /**
   * Lets the due day run out before an event of this moment or an earlier one (null: before the
   * clock). A crossing after the clock is not known yet: the dossier goes on from the bucket it is
   * in, and the first such moment is kept.
   */
  private void crossUpTo(Instant at) {
    if (bucket != Bucket.OPEN_IN_TIME) {
      return;
    }
    long overdueDay = VietnamDay.epochDayOf(dueAt) + 1;
    long overdueSecond = VietnamDay.startSecondOf(overdueDay);
    if (at != null && at.getEpochSecond() < overdueSecond) {
      return;
    }
    if (overdueSecond <= clock.getEpochSecond()) {
      enter(Bucket.OPEN_OVERDUE, overdueDay, Posting.CLOCK);
    } else if (nextCrossing == null) {
      nextCrossing = Instant.ofEpochSecond(overdueSecond);
    }
  }

  private List<Booking> counters() {
    if (bucket == Bucket.NONE) {
      return List.of();
    }
    CounterBookings counters = new CounterBookings();
    long receivedDay = VietnamDay.epochDayOf(receivedAt);
    counters.atReceipt(receiver, receivedDay, receiptCause, components);
    counters.fees(receiver, receivedDay, receiptCause, feePaid, feePaidOnline);
    for (Closes.Close close : closes.all()) {
      counters.atClose(close, receivedDay, resultDigitised, apologised);
    }
    return counters.bookings();
  }
}
