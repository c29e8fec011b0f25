package motcua.core.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import motcua.core.calendar.VietnamDay;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.period.Period;
import motcua.core.period.Window;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;

/**
 * What rules would have told of the past. Each day is judged at its end, by the figures known then,
 * the last second of its local day; nobody acknowledges and no source is silent, so it tells at
 * least as often as it would have been. Nothing is known of alerts that began before the first day.
 */
public final class Backtest {
  private final Question question;
  private final Scope scope;
  private final Map<Window, WindowSums> windows = new EnumMap<>(Window.class);
  private final Map<String, BacktestUnit> units = new TreeMap<>();
  private final Map<LocalDate, List<DayFigures>> bySeenOn;

  /**
   * What is asked.
   *
   * @param scope units that are judged: a unit with all below it on the last day, or all
   */
  public record Question(
      Period period, String scope, AlertRules rules, UnitTree tree, WorkingCalendar calendar) {
    /** First day whose figures are needed: the windows of the first day begin before it. */
    public LocalDate figuresFrom() {
      return rules.rules().stream()
          .map(rule -> rule.window().from(period.from()))
          .min(Comparator.naturalOrder())
          .orElse(period.from());
    }
  }

  private Backtest(Question question, List<DayFigures> figures) {
    this.question = question;
    this.scope = question.tree().scope(question.scope(), question.period().to());
    question
        .rules()
        .rules()
        .forEach(rule -> windows.computeIfAbsent(rule.window(), WindowSums::new));
    this.bySeenOn = figures.stream().collect(Collectors.groupingBy(DayFigures::seenOn));
  }

  /**
   * Replays the days.
   *
   * @param figures every sum that counts from {@link Question#figuresFrom} on and was known on the
   *     last day
   * @return one for each unit and unit above that closed a dossier, by code
   */
  public static List<BacktestUnit> run(Question question, List<DayFigures> figures) {
    var backtest = new Backtest(question, figures);
    Period period = question.period();
    for (LocalDate day = question.figuresFrom(); !day.isAfter(period.to()); day = day.plusDays(1)) {
      backtest.learn(day);
      if (period.contains(day)) {
        backtest.judge(day);
      }
    }
    return List.copyOf(backtest.units.values());
  }

  private void learn(LocalDate day) {
    for (WindowSums sums : windows.values()) {
      sums.begin(day);
      bySeenOn.getOrDefault(day, List.of()).forEach(sums::add);
    }
  }

  private void judge(LocalDate day) {
    Instant end = VietnamDay.startOf(day.plusDays(1)).minusSeconds(1);
    Map<Window, Map<String, AlertFigures>> figures = new EnumMap<>(Window.class);
    Set<String> scopes = new TreeSet<>(units.keySet());
    windows.forEach(
        (window, sums) -> {
          Map<String, AlertFigures> byScope = sums.byScope(unit -> scopesOf(unit, day));
          figures.put(window, byScope);
          scopes.addAll(byScope.keySet());
        });
    for (String code : scopes) {
      rule(code, day)
          .ifPresent(
              rule -> {
                LocalDate from = windows.get(rule.window()).from();
                AlertFigures seen =
                    figures.get(rule.window()).getOrDefault(code, AlertFigures.NONE);
                units
                    .computeIfAbsent(code, BacktestUnit::new)
                    .pass(
                        rule,
                        new AlertInput.Observed(seen, from, Transition.CLOCK, false, end),
                        question.calendar());
              });
    }
  }

  private Optional<AlertRule> rule(String code, LocalDate day) {
    var row = question.tree().row(code, day);
    return question.rules().of(code, row == null ? null : row.level());
  }

  /** A unit and those above it on a day, inside what is asked for. */
  private List<String> scopesOf(String unit, LocalDate day) {
    UnitTree tree = question.tree();
    List<String> scopes = new ArrayList<>(4);
    if (scope.includes(unit)) {
      scopes.add(tree.displayCode(unit));
    }
    List<String> above = tree.isKnown(unit) ? tree.ancestors(unit, day) : tree.roots(day);
    if (tree.isKnown(unit) || above.size() == 1) {
      above.stream().filter(scope::includes).forEach(scopes::add);
    }
    return scopes;
  }
}
