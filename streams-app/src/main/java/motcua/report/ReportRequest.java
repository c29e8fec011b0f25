package motcua.report;

import java.time.LocalDate;
import java.util.Objects;
import motcua.readmodel.Breakdown;

/**
 * What somebody asks for.
 *
 * @param scope a unit code, {@code UNKNOWN/<code>} or {@code ALL}
 * @param knownOn the knowledge cut; null: everything known
 */
public record ReportRequest(
    String scope, LocalDate from, LocalDate to, LocalDate knownOn, Breakdown by) {
  public ReportRequest {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(by, "by");
  }
}
