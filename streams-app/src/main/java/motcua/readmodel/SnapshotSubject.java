package motcua.readmodel;

import java.util.Objects;
import motcua.core.period.Period;

/**
 * What a snapshot is a version of: a published statement for one scope and period.
 *
 * @param scope as asked for
 */
public record SnapshotSubject(String scope, Period period, Breakdown by) {
  public SnapshotSubject {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(by, "by");
  }
}
