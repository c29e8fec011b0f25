package motcua.core.journal;

import java.util.ArrayList;
import java.util.List;
import motcua.core.ledger.Account;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Counter;
import motcua.core.ledger.Posting;

/**
 * The counters of ledger.md 4 for one fold. An attribute counts when it exists among the events in
 * force, whenever it happened: the table says "exists", and names the day of receipt or closing as
 * the day it counts for. So a result digitised after the close counts on the closing day, and
 * equally for a close that a REOPENED undid, which takes that very count back on the reopening day.
 * The cause is the event of the move the counter stands beside.
 */
final class CounterBookings {
  private List<Booking> bookings = List.of();

  void atReceipt(Account receiver, long day, String cause, String components) {
    if ("FULL".equals(components)) {
      add(receiver, Counter.COMPONENTS_DIGITISED, 1, day, cause);
    } else if ("PARTIAL".equals(components)) {
      add(receiver, Counter.COMPONENTS_PARTIAL, 1, day, cause);
    }
  }

  void fees(Account receiver, long day, String cause, boolean paid, boolean paidOnline) {
    if (paid) {
      add(receiver, Counter.FEE_PAID, 1, day, cause);
    }
    if (paidOnline) {
      add(receiver, Counter.FEE_PAID_ONLINE, 1, day, cause);
    }
  }

  void atClose(Closes.Close close, long receivedDay, boolean resultDigitised, boolean apologised) {
    if (!close.outcome().isFinished()) {
      return;
    }
    if (resultDigitised) {
      add(close, Counter.RESULTS_DIGITISED);
    }
    if (apologised && close.outcome() == Bucket.CLOSED_LATE) {
      add(close, Counter.LATE_APOLOGISED);
    }
    if (close.day() == receivedDay) {
      add(close, Counter.SAME_DAY);
    }
    if (close.afterFirstDue() && close.outcome() != Bucket.CLOSED_UNDATED) {
      add(close, Counter.LATE_FIRST_DUE);
    }
  }

  List<Booking> bookings() {
    return bookings;
  }

  private void add(Closes.Close close, Counter counter) {
    add(close.account(), counter, 1, close.day(), close.cause());
    if (close.reopenedBy() != null) {
      add(close.account(), counter, -1, close.reopenedDay(), close.reopenedBy());
    }
  }

  private void add(Account account, Counter counter, int count, long day, String cause) {
    if (bookings.isEmpty()) {
      bookings = new ArrayList<>(4);
    }
    bookings.add(new Booking(new Posting.Entry.Count(account, counter), count, day, cause));
  }
}
