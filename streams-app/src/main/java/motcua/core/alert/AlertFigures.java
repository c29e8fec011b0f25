package motcua.core.alert;

import java.math.BigDecimal;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;

/**
 * What an alert is judged by, in dossiers.
 *
 * @param late x: closed late in the window
 * @param dated n: closed in the window with a due date, the denominator of {@code late}
 * @param openInTime open now, due not passed
 * @param openOverdue open now, due passed
 */
public record AlertFigures(long late, long dated, long openInTime, long openOverdue) {
  /** Nothing closed, nothing open. */
  public static final AlertFigures NONE = new AlertFigures(0, 0, 0, 0);

  /** The figures of a report row over the window to date. */
  public static AlertFigures of(ReportRow row) {
    Ratio.Value late = Ratio.LATE.of(row);
    return new AlertFigures(
        late.numerator(), late.denominator(), row.openInTime(), row.openOverdue());
  }

  /** Whether x / n &gt; p, strictly; never without data. */
  public boolean isAbove(BigDecimal p) {
    return dated > 0 && compareRate(p) > 0;
  }

  /** Whether x / n &lt;= p; also without data. */
  public boolean isAtMost(BigDecimal p) {
    return dated <= 0 || compareRate(p) <= 0;
  }

  private int compareRate(BigDecimal p) {
    return BigDecimal.valueOf(late).compareTo(p.multiply(BigDecimal.valueOf(dated)));
  }

  /** The budget: how many of the n may be late at a rate of p. */
  public long allowed(BigDecimal p) {
    return Math.max(0, p.multiply(BigDecimal.valueOf(dated)).longValue());
  }

  /**
   * The certain floor: the late rate at the window's end if every open dossier that is in time ends
   * on time, and nothing else comes.
   */
  public Ratio.Value floor() {
    return new Ratio.Value(late + openOverdue, dated + openInTime + openOverdue);
  }

  /**
   * The forecast of the window's end: dossiers go on being closed at the pace of the window so far,
   * those overdue are among them and late, the others are late as often as so far.
   *
   * @param workingDaysDone of the window, today included
   * @param workingDaysLeft of the window, after today
   * @return dossiers, rounded; no data without closings or working days so far
   */
  public Ratio.Value forecast(int workingDaysDone, int workingDaysLeft) {
    if (dated <= 0 || workingDaysDone <= 0) {
      return new Ratio.Value(0, 0);
    }
    double coming = Math.max(openOverdue, (double) dated * workingDaysLeft / workingDaysDone);
    double others = (coming - openOverdue) * late / dated;
    return new Ratio.Value(Math.round(late + openOverdue + others), Math.round(dated + coming));
  }
}
