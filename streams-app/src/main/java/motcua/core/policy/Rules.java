package motcua.core.policy;

import java.util.Objects;
import motcua.core.calendar.WorkingCalendar;

/** Everything the fold of a dossier depends on beside its events and the clock (ledger.md 3, 8). */
public record Rules(Policy policy, WorkingCalendar calendar) {
  public Rules {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(calendar, "calendar");
  }
}
