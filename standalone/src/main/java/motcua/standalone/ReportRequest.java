package motcua.standalone;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One report to draw.
 *
 * @param id name given by who asks; absent for a single report
 * @param from first day of the period, in Asia/Ho_Chi_Minh
 * @param to last day of the period
 * @param knownOn knowledge cut; absent: everything known
 * @param scope unit code of the top of a subtree, or ALL
 * @param by how rows are split further
 */
public record ReportRequest(
    Optional<String> id, LocalDate from, LocalDate to, Optional<LocalDate> knownOn, String scope, Split by) {
  /** The whole tree. */
  public static final String ALL = "ALL";

  /** How rows are split further. */
  public enum Split {
    /** One row a unit. */
    NONE,
    /** One row a unit and field (lĩnh vực). */
    FIELD,
    /** One row a unit and procedure (TTHC). */
    PROCEDURE
  }

  public ReportRequest {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(knownOn, "knownOn");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(by, "by");
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("the period ends (" + to + ") before it begins (" + from + ")");
    }
  }
}
