package motcua.core.notice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import motcua.core.alert.Transition;

/**
 * What is said of a transition.
 *
 * @param unit name of the unit; of a silent source its name
 * @param threshold p0 of the rule
 * @param recovery share at or below which it ends
 * @param worst field that holds most of the late ones; empty when not known
 * @param toSave the first open dossiers, overdue first
 * @param link to the page; empty when there is none
 */
public record AlertFacts(
    Transition step,
    String unit,
    BigDecimal threshold,
    BigDecimal recovery,
    Optional<LateField> worst,
    List<OpenDossier> toSave,
    Optional<String> link) {
  public AlertFacts {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(threshold, "threshold");
    Objects.requireNonNull(recovery, "recovery");
    Objects.requireNonNull(worst, "worst");
    toSave = List.copyOf(toSave);
    Objects.requireNonNull(link, "link");
  }
}
