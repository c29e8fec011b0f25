package motcua.readmodel;

import motcua.core.definition.MomentCounts;
import motcua.core.ledger.ReportRow;

/**
 * What definitions of "on time" are reckoned from, as one snapshot of the database gave it.
 *
 * @param total the report's total for the scope
 * @param moments of the same dossiers
 * @param listedOnTime what the journal has closed on the due day: {@code total.closedOnTime()},
 *     unless journal and ledger have not reached the same point
 * @param listedDropped the same of refused and withdrawn
 */
public record MomentData(
    ReportRow total, MomentCounts moments, long listedOnTime, long listedDropped) {
  /** Whether journal and ledger have reached the same point. */
  public boolean agrees() {
    return listedOnTime == total.closedOnTime()
        && listedDropped == total.refused() + total.withdrawn();
  }
}
