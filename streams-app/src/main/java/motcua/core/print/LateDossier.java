package motcua.core.print;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A dossier that ended late in a period, or was open and overdue at its end.
 *
 * @param code the dossier's code; nothing of the person behind it
 * @param due day of the due date; null where what is known now no longer makes it late, because the
 *     due or the result was changed after the cut
 * @param finished day of the result; null while open
 * @param until day to which it is late: that of the result, else the last of the period
 */
public record LateDossier(
    String code,
    String unit,
    String unitName,
    String field,
    LocalDate due,
    LocalDate finished,
    LocalDate until) {
  public LateDossier {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(unitName, "unitName");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(until, "until");
    if (due != null && !until.isAfter(due)) {
      due = null;
    }
  }
}
