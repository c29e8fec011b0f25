package motcua.core.interpretation;

import java.time.Instant;

/**
 * One thing that happened in handling, from a row, a header date or a header's status.
 *
 * @param status national status it means
 * @param localId event id without the dossier's code; of {@link Kind#TAKE_UP} and {@link
 *     Kind#OBSERVED} its last part
 * @param dueAt appointment it brings; may be null
 */
record Stage(Instant at, Kind kind, int status, String localId, Instant dueAt) {
  /**
   * Kinds in the order in which things of one second are taken; of one kind, in the order they were
   * added.
   */
  enum Kind {
    /** A new dossier again. */
    NEW(0),
    /** Supplement asked. */
    ASKED(1),
    /** Supplement completed. */
    SUPPLIED(2),
    /** A row 5, 6 or 8. */
    WAIT(3),
    /** A row 4 or 2. */
    TAKE_UP(3),
    FINISH(4),
    HAND_OVER(5),
    REFUSE(6),
    WITHDRAW(6),
    /** A status only a header shows, at the moment it was read. */
    OBSERVED(7);

    final int rank;

    Kind(int rank) {
      this.rank = rank;
    }
  }

  static int inOrder(Stage a, Stage b) {
    int byTime = a.at.compareTo(b.at);
    return byTime != 0 ? byTime : Integer.compare(a.kind.rank, b.kind.rank);
  }
}
