package motcua.topology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Window;
import motcua.core.unit.UnitTree;
import motcua.schemas.internal.RatioValue;
import motcua.schemas.internal.Ratios;
import motcua.schemas.internal.UnitTotals;
import motcua.schemas.internal.WindowTotals;

/**
 * Sums of units' rolling totals over every scope they are in: the unit itself, each unit above it,
 * and ALL. Kept in memory by subtracting a unit's former totals and adding its new ones; whole
 * numbers, so that nothing drifts.
 */
final class ScopeSums {
  private static final class Sums {
    private final Map<Window, long[]> flows = new EnumMap<>(Window.class);
    private final long[] balances = new long[Measure.COUNT];
    private int asOfDay = Integer.MIN_VALUE;
    private long appliedMicros;
  }

  private final UnitTree tree;
  private final String policy;
  private final int generation;
  private final Map<String, UnitTotals> byUnit = new HashMap<>();
  private final Map<String, Sums> byScope = new HashMap<>();

  ScopeSums(UnitTree tree, String policy, int generation) {
    this.tree = tree;
    this.policy = policy;
    this.generation = generation;
  }

  /** Takes a unit's new totals; returns the scopes they change. */
  Set<String> put(UnitTotals totals) {
    UnitTotals before = byUnit.put(totals.getUnit(), totals);
    Set<String> changed = new LinkedHashSet<>();
    if (before != null) {
      changed.addAll(add(before, -1));
    }
    changed.addAll(add(totals, 1));
    return changed;
  }

  private List<String> add(UnitTotals totals, int sign) {
    List<String> scopes = scopes(totals.getUnit(), LocalDate.ofEpochDay(totals.getAsOfDay()));
    for (String scope : scopes) {
      Sums sums = byScope.computeIfAbsent(scope, s -> new Sums());
      for (WindowTotals window : totals.getWindows()) {
        long[] flows =
            sums.flows.computeIfAbsent(
                Window.valueOf(window.getWindow()), w -> new long[Measure.COUNT]);
        add(window.getAmounts(), sign, flows);
      }
      add(totals.getBalances(), sign, sums.balances);
      sums.asOfDay = Math.max(sums.asOfDay, totals.getAsOfDay());
      sums.appliedMicros = Math.max(sums.appliedMicros, totals.getAppliedAtMicros());
    }
    return scopes;
  }

  private static void add(List<Long> amounts, int sign, long[] sums) {
    for (int i = 0; i < amounts.size(); i++) {
      sums[i] += sign * amounts.get(i);
    }
  }

  private List<String> scopes(String unit, LocalDate day) {
    List<String> scopes = new ArrayList<>();
    if (tree.isKnown(unit)) {
      scopes.add(unit);
      scopes.addAll(tree.ancestors(unit, day));
    } else {
      scopes.add(tree.displayCode(unit));
      List<String> roots = tree.roots(day);
      if (roots.size() == 1) {
        scopes.addAll(roots);
      }
    }
    scopes.add(UnitTree.ALL);
    return scopes;
  }

  /** Today of a scope's ledger. */
  LocalDate today(String scope) {
    return LocalDate.ofEpochDay(byScope.get(scope).asOfDay);
  }

  /** Latest recordedAt among a scope's figures. */
  long appliedMicros(String scope) {
    return byScope.get(scope).appliedMicros;
  }

  /** The figures of a scope that has totals, over a window. */
  ReportRow row(String scope, Window window) {
    Sums sums = byScope.get(scope);
    long[] flows = sums.flows.getOrDefault(window, new long[Measure.COUNT]);
    return row(Amounts.of(flows), Amounts.of(sums.balances));
  }

  /** The ratios of a scope that has totals. */
  Ratios ratios(String scope) {
    Sums sums = byScope.get(scope);
    List<RatioValue> values = new ArrayList<>();
    for (var window : sums.flows.entrySet()) {
      ReportRow row = row(Amounts.of(window.getValue()), Amounts.of(sums.balances));
      for (Ratio ratio : Ratio.values()) {
        Ratio.Value value = ratio.of(row);
        values.add(
            new RatioValue(
                window.getKey().name(), ratio.code(), value.numerator(), value.denominator()));
      }
    }
    return new Ratios(scope, sums.asOfDay, values, sums.appliedMicros, policy, generation);
  }

  private static ReportRow row(Amounts flows, Amounts end) {
    return ReportRow.of(end.balances().plus(flows.balances().negated()), flows);
  }
}
