package motcua.core.alert;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules of an installation. For a unit the first holds that names it, else the first that names
 * its level, else the first for all.
 *
 * @param silence when a source counts as silent
 */
public record AlertRules(List<AlertRule> rules, SilenceRule silence) {
  /** The rule of ledger.md for every unit. */
  public static final AlertRules DEFAULT =
      new AlertRules(List.of(AlertRule.DEFAULT), SilenceRule.DEFAULT);

  public AlertRules {
    rules = List.copyOf(rules);
    Objects.requireNonNull(silence, "silence");
  }

  /**
   * The rule of a unit; empty when none is for it.
   *
   * @param level may be null
   */
  public Optional<AlertRule> of(String unit, String level) {
    return rules.stream()
        .filter(rule -> rule.units().contains(unit))
        .findFirst()
        .or(() -> ofLevel(level))
        .or(
            () ->
                rules.stream()
                    .filter(rule -> rule.units().isEmpty() && rule.levels().isEmpty())
                    .findFirst());
  }

  private Optional<AlertRule> ofLevel(String level) {
    return rules.stream()
        .filter(rule -> rule.units().isEmpty() && level != null && rule.levels().contains(level))
        .findFirst();
  }
}
