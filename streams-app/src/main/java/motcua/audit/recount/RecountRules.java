package motcua.audit.recount;

import java.time.LocalDate;
import java.util.Objects;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.policy.Policy;
import motcua.core.unit.UnitResolver;

/**
 * What the ledger is a function of beside its events.
 *
 * @param calendar with every row; asked one day at a time, as known on the day of knowledge
 * @param units for the interpretation of sightings only
 * @param clockDay the local day on which the ledger's clock stands: no due runs out after it
 */
public record RecountRules(
    Policy policy, WorkingCalendar calendar, UnitResolver units, LocalDate clockDay) {
  public RecountRules {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(units, "units");
    Objects.requireNonNull(clockDay, "clockDay");
  }
}
