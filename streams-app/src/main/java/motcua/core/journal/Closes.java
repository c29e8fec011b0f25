package motcua.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import motcua.core.calendar.VietnamDay;
import motcua.core.ledger.Account;
import motcua.core.ledger.Bucket;

/** The closes of one dossier in order of time; each may be undone once, the last one first. */
final class Closes {
  private List<Close> closes = List.of();

  void add(Account account, Bucket outcome, long day, String cause, Instant firstDueAt) {
    if (closes.isEmpty()) {
      closes = new ArrayList<>(2);
    }
    boolean afterFirstDue = firstDueAt != null && VietnamDay.epochDayOf(firstDueAt) < day;
    closes.add(new Close(account, outcome, day, cause, afterFirstDue, 0, null));
  }

  void undo(long day, String cause) {
    Close last = closes.getLast();
    closes.set(closes.size() - 1, last.reopened(day, cause));
  }

  List<Close> all() {
    return closes;
  }

  /**
   * One close.
   *
   * @param afterFirstDue on a day after the day of the first due
   * @param reopenedDay meaningful when {@code reopenedBy} is not null
   * @param reopenedBy event that undid it, or null
   */
  record Close(
      Account account,
      Bucket outcome,
      long day,
      String cause,
      boolean afterFirstDue,
      long reopenedDay,
      String reopenedBy) {
    Close reopened(long onDay, String by) {
      return new Close(account, outcome, day, cause, afterFirstDue, onDay, by);
    }
  }
}
