package motcua.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import motcua.core.calendar.VietnamDay;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.dossier.EventType;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.LifecycleEvent.Received;
import motcua.core.dossier.Revision;
import motcua.core.ledger.Account;
import motcua.core.mark.Mark;
import motcua.core.mark.MarkCode;

/**
 * The marks one fold raises (national-payload.md 6, for events of any source). Costs a few
 * comparisons while there is nothing to mark. A signal raised before the receipt carries the
 * receiving unit.
 */
final class FoldMarks {
  /**
   * An event may be this much ahead of its record before that is odd, in seconds
   * (national-payload.md D17).
   */
  private static final long TOLERATED_LEAD_SECONDS = 600;

  private final WorkingCalendar calendar;
  private final boolean oneEdition;
  private List<Mark> raised = List.of();
  private boolean suspicious;

  /**
   * @param calendar as known at the instant of the fold
   * @param oneEdition whether it was never known otherwise
   */
  FoldMarks(WorkingCalendar calendar, boolean oneEdition) {
    this.calendar = calendar;
    this.oneEdition = oneEdition;
  }

  void recorded(Revision revision) {
    Instant at = revision.event().occurredAt();
    Instant recordedAt = revision.recordedAt();
    if (at.getEpochSecond() - recordedAt.getEpochSecond() >= TOLERATED_LEAD_SECONDS
        && at.isAfter(recordedAt.plusSeconds(TOLERATED_LEAD_SECONDS))) {
      raise(MarkCode.DATE_IN_FUTURE, null, revision.event().type().name());
    }
  }

  void received(Received received) {
    Instant due = received.dueAt();
    if (due == null) {
      suspicious = true;
    } else if (VietnamDay.epochDayOf(due) < VietnamDay.epochDayOf(received.occurredAt())) {
      raise(MarkCode.DUE_BEFORE_RECEIPT, received.unit(), "");
    }
  }

  /** {@code receivedAt} is null before the receipt: the finish has no effect then. */
  void finished(LifecycleEvent finish, Instant receivedAt) {
    EventType type = finish.type();
    if (receivedAt == null) {
      raise(MarkCode.FINISH_BEFORE_RECEIPT, null, type.name());
    } else if (finish.occurredAt().getEpochSecond() == receivedAt.getEpochSecond()) {
      raise(MarkCode.FINISH_AT_RECEIPT, null, type.name());
    }
  }

  /**
   * A reported due replaces the one before: odd when the old due day had passed by {@code
   * runsUntil}, the moment itself, or the suspension's begin, for a suspended dossier cannot become
   * overdue.
   */
  void dueReplaced(Instant before, Instant runsUntil, Instant at, Account account) {
    if (before != null && VietnamDay.epochDayOf(before) < VietnamDay.epochDayOf(runsUntil)) {
      raise(MarkCode.DUE_MOVED, account.unit(), VietnamDay.of(at).toString());
    }
  }

  void closedWhileSuspended(EventType close, Account account) {
    raise(MarkCode.CLOSED_WHILE_SUSPENDED, account.unit(), close.name());
  }

  void returnedWithoutCompleted(Account account) {
    raise(MarkCode.RETURNED_WITHOUT_COMPLETED, account.unit(), "");
  }

  /**
   * Working days were counted from {@code first} to {@code last}, both included; none when last
   * lies before first.
   */
  void counted(long first, long last, Account account) {
    suspicious |= !oneEdition; // with another calendar there may have been a mark
    if (first <= last && !calendar.covers(first, last)) {
      int year = calendar.firstYearOutside(first, last).orElseThrow();
      raise(MarkCode.DAY_OUTSIDE_CALENDAR, account.unit(), Integer.toString(year));
    }
  }

  /** See {@link Timeline#suspicious()}. */
  boolean isSuspicious() {
    return suspicious;
  }

  /**
   * What was raised, for a dossier that ends with this due; {@code receiver} is null when it was
   * never received.
   */
  List<Mark> found(Account receiver, Instant dueAt) {
    if (!suspicious) {
      return List.of();
    }
    List<Mark> found = new ArrayList<>();
    for (Mark mark : raised) {
      if (receiver != null || mark.code() != MarkCode.FINISH_BEFORE_RECEIPT) {
        boolean unitOpen = mark.unit() == null && receiver != null;
        found.add(unitOpen ? new Mark(mark.code(), receiver.unit(), mark.detail()) : mark);
      }
    }
    if (receiver != null && dueAt == null) {
      found.add(new Mark(MarkCode.NO_DUE, receiver.unit(), ""));
    }
    return found;
  }

  private void raise(MarkCode code, String unit, String detail) {
    if (raised.isEmpty()) {
      raised = new ArrayList<>(2);
    }
    suspicious = true;
    raised.add(new Mark(code, unit, detail));
  }
}
