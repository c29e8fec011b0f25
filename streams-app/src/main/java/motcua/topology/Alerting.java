package motcua.topology;

import java.util.Objects;
import motcua.core.alert.AlertRules;
import motcua.core.calendar.WorkingCalendar;

/**
 * How alerts are found.
 *
 * @param decides false: transitions are taken over from the ledger before, none is found
 */
public record Alerting(AlertRules rules, WorkingCalendar calendar, boolean decides) {
  public Alerting {
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(calendar, "calendar");
  }
}
