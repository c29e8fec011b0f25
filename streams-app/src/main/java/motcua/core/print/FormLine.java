package motcua.core.print;

import java.util.Objects;
import motcua.core.ledger.ReportRow;

/**
 * A line of a printed report.
 *
 * @param code of the unit or field; empty for dossiers without one
 * @param name as read; empty where there is none
 */
public record FormLine(String code, String name, ReportRow figures) {
  public FormLine {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(figures, "figures");
  }
}
