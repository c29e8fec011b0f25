package motcua.audit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import motcua.schemas.events.DossierEvent;

/** The event log, and how far the ledger made from it has come. */
public interface EventLog {
  /**
   * A point of the log whose consequences are all in the read model.
   *
   * @param ends end of each partition
   * @param clockDay local day on which the ledger's clock stands at least: every due day before it
   *     has run out in the read model too
   */
  record Point(Map<Integer, Long> ends, LocalDate clockDay) {
    public Point {
      ends = Map.copyOf(ends);
    }

    /** About the number of records before it. */
    public long records() {
      return ends.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Waits until all that stands in the log now is in the read model.
   *
   * @throws NotSettledException when that takes too long, or cannot happen because nobody works
   */
  Point settle() throws InterruptedException;

  /**
   * Hands over the value of every record before a point, oldest first within a partition.
   *
   * @throws NotSettledException when the log cannot be read up to the point
   */
  void read(Point point, Consumer<byte[]> each);

  /**
   * The earliest local day on which something became known that the read model may hold now, but
   * did not have to hold at the point: the day of the earliest record after the point, or the day
   * after the point's, when the clock has moved on. Empty when nothing has moved.
   */
  Optional<LocalDate> firstDayLearnedSince(Point point);

  /** The record in a value; empty when the bytes are none. Not thread-safe. */
  Optional<DossierEvent> decode(byte[] value);
}
