package motcua.readmodel;

import java.util.Objects;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.UnitAliases;
import motcua.core.unit.UnitTree;

/** The reference files an installation has loaded. */
public record ReferenceFiles(
    UnitTree units, UnitAliases aliases, ProcedureCatalogue procedures, WorkingCalendar calendar) {
  public ReferenceFiles {
    Objects.requireNonNull(units, "units");
    Objects.requireNonNull(aliases, "aliases");
    Objects.requireNonNull(procedures, "procedures");
    Objects.requireNonNull(calendar, "calendar");
  }
}
