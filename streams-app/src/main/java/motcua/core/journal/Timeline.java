package motcua.core.journal;

import java.time.Instant;
import java.util.List;
import motcua.core.mark.Mark;

/**
 * What the fold makes of the events in force at one instant of knowledge, the clock: M(k) and what
 * goes with it.
 *
 * @param moves in order of time
 * @param counters beside the moves
 * @param marks signals that need no look at other instants
 * @param suspicious false: no mark holds now, nor would one have held had only the first few of
 *     these events been known
 * @param closes in order of time, reopened ones too
 * @param standing as of the clock
 * @param nextCrossing first overdue crossing after the clock, or null
 * @param nextEvent first event after the clock, or null
 * @param nextEdition when another calendar becomes known that may move a due, or null
 */
record Timeline(
    List<Booking> moves,
    List<Booking> counters,
    List<Mark> marks,
    boolean suspicious,
    List<Closes.Close> closes,
    Standing standing,
    Instant nextCrossing,
    Instant nextEvent,
    Instant nextEdition) {
  /** Nothing known. */
  static final Timeline EMPTY =
      new Timeline(
          List.of(), List.of(), List.of(), false, List.of(), Standing.NOWHERE, null, null, null);

  /** First moment at which the clock alone changes something. */
  Instant nextChange() {
    return earlier(nextEvent, nextStep());
  }

  /** First moment after the clock at which the clock alone changes the moves or the counters. */
  Instant nextStep() {
    return earlier(nextCrossing, nextEdition);
  }

  /** The earlier of two moments, each of which may be missing. */
  static Instant earlier(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.isBefore(one) ? other : one;
  }
}
