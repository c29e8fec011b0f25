package motcua.schemas.sample;

/**
 * Dossiers of one statement that share their fate at the end of its period.
 *
 * @param fate how they stand then
 * @param carriedOver received before the period; else inside it
 * @param count number of dossiers
 * @param land how many of them are in the land field
 */
record Cohort(Fate fate, boolean carriedOver, int count, int land) {

  /**
   * How a dossier stands at the end of the period. Early and on time share one: the districts print
   * only their sum.
   */
  enum Fate {
    CLOSED_IN_DUE,
    CLOSED_LATE,
    OPEN_IN_TIME,
    OPEN_OVERDUE,
    OPEN_UNDATED;

    boolean isClosed() {
      return this == CLOSED_IN_DUE || this == CLOSED_LATE;
    }
  }

  Cohort {
    if (land < 0 || land > count) {
      throw new IllegalArgumentException("land must lie within 0 and " + count + ": " + land);
    }
  }

  /** A cohort of dossiers received in the period, a tenth of them in the land field. */
  static Cohort received(Fate fate, int count) {
    return new Cohort(fate, false, count, count / 10);
  }
}
