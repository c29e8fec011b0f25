package motcua.schemas.sample;

import motcua.schemas.sample.Cohort.Fate;

/**
 * The days of one dossier as numbers of working days. Due and completed are negative where there is
 * none.
 *
 * @param received reception day
 * @param due due day: reception and the term in working days, so an appointment is always a working
 *     day
 * @param completed day the result was ready
 * @param last last working day of the period: nothing happens after it
 */
record DossierDays(int received, int due, int completed, int last) {
  private static final int NONE = -1;

  boolean isDated() {
    return due >= 0;
  }

  boolean isCompleted() {
    return completed >= 0;
  }

  /**
   * Draws days that give the wanted fate at the end of the period.
   *
   * @param first first working day of the period
   * @param last last working day of the period
   * @param term working days from reception to due; at least 1 unless closed in due or undated and
   *     received in the period
   */
  static DossierDays draw(Cohort cohort, int first, int last, int term, SeededRandom random) {
    return switch (cohort.fate()) {
      case CLOSED_IN_DUE -> closedInDue(cohort.carriedOver(), first, last, term, random);
      case CLOSED_LATE -> closedLate(cohort.carriedOver(), first, last, term, random);
      // Due after the last working day: still in time when the period ends.
      case OPEN_IN_TIME -> open(random.between(Math.max(first, last - term + 1), last), term, last);
      // Due at least one working day before the last: overdue when the period ends.
      case OPEN_OVERDUE -> open(random.between(first, last - term - 1), term, last);
      case OPEN_UNDATED -> new DossierDays(random.between(first, last), NONE, NONE, last);
    };
  }

  private static DossierDays open(int received, int term, int last) {
    return new DossierDays(received, received + term, NONE, last);
  }

  private static DossierDays closedInDue(
      boolean carriedOver, int first, int last, int term, SeededRandom random) {
    int received =
        carriedOver ? random.between(first - term, first - 1) : random.between(first, last);
    int due = received + term;
    int latest = Math.min(due, last);
    boolean onTheDay = random.percent(45);
    int completed = onTheDay ? latest : random.between(Math.max(first, received), latest);
    return new DossierDays(received, due, completed, last);
  }

  private static DossierDays closedLate(
      boolean carriedOver, int first, int last, int term, SeededRandom random) {
    int received =
        carriedOver
            ? random.between(first - term - 10, first - 1)
            : random.between(first, last - term - 1);
    int due = received + term;
    int earliest = Math.max(due + 1, first);
    int over = random.percent(70) ? random.nextInt(5) : random.nextInt(40);
    return new DossierDays(received, due, Math.min(last, earliest + over), last);
  }

  /** Fates that need a term: an appointment on the reception day cannot be missed or lie ahead. */
  static boolean needsTerm(Cohort cohort) {
    return cohort.carriedOver()
        || (cohort.fate() != Fate.CLOSED_IN_DUE && cohort.fate() != Fate.OPEN_UNDATED);
  }
}
