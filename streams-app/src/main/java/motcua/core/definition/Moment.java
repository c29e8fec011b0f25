package motcua.core.definition;

/**
 * What a dossier's moments say that the days in the ledger's columns do not. A dossier counts once
 * for each that holds of it in a period. <em>Dropped</em> means refused or withdrawn.
 */
public enum Moment {
  /** Closed on its due day, after the due moment. */
  CLOSED_AFTER_DUE("closedAfterDue"),
  /** Its close on the due day stands in the books, its moment does not: it was reopened since. */
  CLOSED_NOT_HELD("closedNotHeld"),
  /** The same, because something was learned of it after the cut. */
  CLOSED_LEARNED_SINCE("closedLearnedSince"),
  /** Dropped after the due moment, on the due day or a later one. */
  DROPPED_AFTER_DUE("droppedAfterDue"),
  /** Dropped without ever having had a due that holds. */
  DROPPED_UNDATED("droppedUndated"),
  /** Dropped within the due day, its moment no longer held. */
  DROPPED_NOT_HELD("droppedNotHeld"),
  /** The same, because something was learned of it after the cut. */
  DROPPED_LEARNED_SINCE("droppedLearnedSince"),
  /** Open in time at the end of the period, and due on its last day: past due as the day ends. */
  OPEN_DUE_ON_LAST_DAY("openDueOnLastDay");

  private final String code;

  Moment(String code) {
    this.code = code;
  }

  /** Its name in requests and answers. */
  public String code() {
    return code;
  }
}
