package motcua.readmodel;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import motcua.core.unit.Scope;

/**
 * What a report is drawn for (ledger.md 5).
 *
 * @param scope the units, and the tree they were taken from
 * @param from first day of the period
 * @param to last day of the period, not before {@code from}
 * @param knownOn the knowledge cut, a day; null: everything known
 */
public record ReportQuery(
    Scope scope, LocalDate from, LocalDate to, LocalDate knownOn, Breakdown by) {
  public ReportQuery {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(by, "by");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "the period ends on " + to + ", before it begins on " + from);
    }
  }

  /** The knowledge cut; empty: everything known. */
  public Optional<LocalDate> cut() {
    return Optional.ofNullable(knownOn);
  }
}
