package motcua.report;

import java.time.LocalDate;
import java.util.Objects;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.policy.Policy;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.UnitTree;

/**
 * What a report stands on beside the ledger: the files that were loaded and the policy of the
 * ledger.
 */
public record Reference(
    UnitTree units, WorkingCalendar calendar, ProcedureCatalogue procedures, Policy policy) {
  public Reference {
    Objects.requireNonNull(units, "units");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(procedures, "procedures");
    Objects.requireNonNull(policy, "policy");
  }

  /** The same as known on a cut (ledger.md 1); null: everything known. */
  public Reference asKnownOn(LocalDate cut) {
    return cut == null
        ? this
        : new Reference(
            units.asKnownOn(cut), calendar.asKnownOn(cut), procedures.asKnownOn(cut), policy);
  }
}
