package motcua.core.interpretation;

import java.time.Instant;
import motcua.core.unit.ResolvedUnit;

/**
 * A header record that says something else than the one before it.
 *
 * @param status 1 to 10; 0 when the record gives none that is known
 * @param unit what the handling unit resolves to on the header's day
 */
record Header(Sighting said, Instant seenAt, int status, ResolvedUnit unit) {
  /** Whether the record itself, and not only its envelope, names a unit. */
  boolean namesUnit() {
    return said.unitCode() != null || said.unitName() != null;
  }

  /**
   * Whether the dossier counts as received in this record: anything but a status 1
   * (national-payload.md 4, D16).
   */
  boolean showsReception() {
    return status > Status.NEW || (status == Status.UNKNOWN && said.receivedAt() != null);
  }
}
