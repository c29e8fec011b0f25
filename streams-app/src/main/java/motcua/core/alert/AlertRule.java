package motcua.core.alert;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import motcua.core.period.Window;

/**
 * When a unit's late rate is told (ledger.md 9).
 *
 * @param id name and version, as it stands with every transition
 * @param threshold p0, a share within (0, 1)
 * @param recovery share at or below which an alert ends; at most the threshold
 * @param minimumLate late dossiers below which nothing is told, at least 1
 * @param window over which late dossiers are counted; one that begins and ends: in a rolling one an
 *     alert would end every day, and the evidence holds for counts that only grow
 * @param sureAt evidence from which an alert is SURE
 * @param remindAfterDays calendar days without acknowledgement after which it is told again
 * @param escalateAfterWorkingDays working days after which a SURE one goes to the head above
 * @param levels levels of units it is for; empty: all
 * @param units codes of units it is for; empty: all of the levels
 */
public record AlertRule(
    String id,
    BigDecimal threshold,
    BigDecimal recovery,
    int minimumLate,
    Window window,
    double sureAt,
    int remindAfterDays,
    int escalateAfterWorkingDays,
    Set<String> levels,
    Set<String> units) {
  /** The rule of ledger.md 9 without choices. */
  public static final AlertRule DEFAULT =
      new AlertRule(
          "late@default",
          new BigDecimal("0.05"),
          new BigDecimal("0.045"),
          2,
          Window.LEGAL_QUARTER,
          20,
          7,
          3,
          Set.of(),
          Set.of());

  public AlertRule {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(window, "window");
    require(threshold.signum() > 0 && threshold.compareTo(BigDecimal.ONE) < 0, "threshold", id);
    require(recovery.signum() >= 0 && recovery.compareTo(threshold) <= 0, "recovery", id);
    require(!window.isRolling(), "window", id);
    require(minimumLate >= 1, "minimumLate", id);
    require(sureAt > 1, "sureAt", id);
    require(remindAfterDays >= 1, "remindAfterDays", id);
    require(escalateAfterWorkingDays >= 1, "escalateAfterWorkingDays", id);
    levels = Set.copyOf(levels);
    units = Set.copyOf(units);
  }

  private static void require(boolean holds, String what, String id) {
    if (!holds) {
      throw new IllegalArgumentException("rule " + id + ": " + what + " is out of range");
    }
  }

  /** Whether so many late dossiers are told at all. */
  public boolean isExceeded(AlertFigures figures) {
    return figures.late() >= minimumLate && figures.isAbove(threshold);
  }

  /** How sure that is. */
  public Severity severity(AlertFigures figures) {
    double log = Evidence.log(figures.late(), figures.dated(), threshold.doubleValue());
    return log >= Math.log(sureAt) ? Severity.SURE : Severity.LIKELY;
  }
}
