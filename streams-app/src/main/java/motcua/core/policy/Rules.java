package motcua.core.policy;

import java.util.Objects;
import motcua.core.calendar.WorkingCalendar;

/**
 * Everything the fold of a dossier depends on beside its events and the clock (ledger.md 3, 8).
 *
 * @param calendar with every row; what is folded at an instant of knowledge counts with the rows
 *     known on its day (ledger.md 1)
 */
public record Rules(Policy policy, WorkingCalendar calendar) {
  public Rules {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(calendar, "calendar");
  }
}
