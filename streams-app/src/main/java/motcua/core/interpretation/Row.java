package motcua.core.interpretation;

import java.time.Instant;

/**
 * A step row with a step time, once.
 *
 * @param status 1 to 10; 0 when unknown
 * @param time the step time as event ids print it
 * @param order its place among the rows in the order in which they were first read
 */
record Row(int status, Instant at, String time, String meaning, Instant seenAt, int order) {
  /**
   * Rows of one second are usually sent in the order of the steps, save that none begins before its
   * dossier.
   */
  static int inOrderOfSteps(Row a, Row b) {
    int byTime = a.at.compareTo(b.at);
    if (byTime == 0) {
      byTime = Integer.compare(Status.rank(a.status), Status.rank(b.status));
    }
    return byTime != 0 ? byTime : Integer.compare(a.order, b.order);
  }

  /**
   * Whether the step takes handling up: status 4, or 2 unless it is the made-up reception row
   * (D15).
   */
  boolean takesUp() {
    return status == Status.PROCESSING
        || (status == Status.RECEIVED && !Sighting.RECEPTION.equals(meaning));
  }
}
