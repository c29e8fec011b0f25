package motcua.report;

import java.time.LocalDate;
import java.util.Objects;
import motcua.core.form.FormPreset;
import motcua.readmodel.Breakdown;

/**
 * What somebody asks for.
 *
 * @param scope a unit code, {@code UNKNOWN/<code>} or {@code ALL}
 * @param knownOn the knowledge cut; null: everything known
 * @param form the printed columns to give beside the ledger's; null: none. It changes no figure
 */
public record ReportRequest(
    String scope, LocalDate from, LocalDate to, LocalDate knownOn, Breakdown by, FormPreset form) {
  public ReportRequest {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(by, "by");
  }

  /** A report in the ledger's columns alone. */
  public ReportRequest(
      String scope, LocalDate from, LocalDate to, LocalDate knownOn, Breakdown by) {
    this(scope, from, to, knownOn, by, null);
  }
}
