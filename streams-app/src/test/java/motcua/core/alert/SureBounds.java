package motcua.core.alert;

/**
 * From how many late dossiers on a rule is SURE, for every number of closed ones. Evidence rises
 * with a late dossier and falls with any other, so one bound for each n says it all, and a unit can
 * become SURE at a late closing only.
 */
final class SureBounds {
  private final int[] smallestLate;

  /**
   * @param most largest n
   */
  SureBounds(AlertRule rule, int most) {
    smallestLate = new int[most + 1];
    int late = 0;
    for (int dated = 1; dated <= most; dated++) {
      while (late <= dated && !isSure(rule, late, dated)) {
        late++;
      }
      smallestLate[dated] = late;
    }
  }

  private static boolean isSure(AlertRule rule, long late, long dated) {
    AlertFigures figures = new AlertFigures(late, dated, 0, 0);
    return rule.isExceeded(figures) && rule.severity(figures) == Severity.SURE;
  }

  /** Smallest x that is SURE at n; n + 1 when none is. */
  int smallestLate(int dated) {
    return smallestLate[dated];
  }

  /**
   * The chance of having been SURE at some time up to each n, when every closing is looked at: the
   * distribution of x among units that were not, one closing after the other. Exact.
   *
   * @param rate true late rate
   */
  double[] chances(double rate) {
    int most = smallestLate.length - 1;
    double[] sureBy = new double[most + 1];
    double[] notYet = new double[smallestLate[most] + 2];
    notYet[0] = 1;
    for (int dated = 1; dated <= most; dated++) {
      int bound = smallestLate[dated];
      sureBy[dated] = sureBy[dated - 1];
      for (int late = Math.min(dated, bound); late >= 0; late--) {
        double before = late == 0 ? 0 : notYet[late - 1];
        double here = notYet[late] * (1 - rate) + before * rate;
        notYet[late] = late < bound ? here : 0;
        sureBy[dated] += late < bound ? 0 : here;
      }
    }
    return sureBy;
  }
}
