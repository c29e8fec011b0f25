package motcua.schemas.sample;

import java.util.List;

/**
 * One statement a district printed and the dossiers that make it.
 *
 * @param statement scope and period
 * @param units units that receive the dossiers; the first takes about a third when there are
 *     several
 * @param cohorts the dossiers
 * @param shares exact totals of what may vary beside the fate
 */
record StatementPlan(
    DistrictSet.Statement statement, List<SampleUnit> units, List<Cohort> cohorts, Shares shares) {

  /**
   * Exact totals over the dossiers received in the period, results over those closed in it.
   *
   * @param online received online
   * @param postal received by post; the rest is direct
   * @param full every component digitised
   * @param partial some components digitised
   * @param feePaid with a fee paid
   * @param feePaidOnline of these, paid online
   * @param results closed with a digitised result
   */
  record Shares(
      int online, int postal, int full, int partial, int feePaid, int feePaidOnline, int results) {}

  int received() {
    return cohorts.stream().filter(cohort -> !cohort.carriedOver()).mapToInt(Cohort::count).sum();
  }

  int closed() {
    return cohorts.stream()
        .filter(cohort -> cohort.fate().isClosed())
        .mapToInt(Cohort::count)
        .sum();
  }

  int total() {
    return cohorts.stream().mapToInt(Cohort::count).sum();
  }
}
