package motcua.readmodel.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;
import motcua.core.unit.Scope;
import motcua.readmodel.LiveData;
import motcua.readmodel.LiveFigures;
import motcua.readmodel.LiveQuery;
import motcua.readmodel.RatioLine;

/** Adds figures of units up to those of scopes, which may lie inside each other. */
final class ScopeSums {
  private final LiveQuery query;
  private final Map<String, Sums> sums = new LinkedHashMap<>();
  private final Map<String, List<Sums>> byUnit = new HashMap<>();

  ScopeSums(LiveQuery query) {
    this.query = query;
    query.scopes().forEach(scope -> sums.put(scope.code(), new Sums(scope, query.spans().size())));
  }

  /**
   * As {@link FigureSums#total} has it: a transfer inside a scope changes nothing in it, also while
   * only one of its legs has arrived.
   */
  void add(String unit, String counterpart, boolean before, long[] amounts) {
    Amounts booked = Amounts.of(amounts);
    for (Sums one : of(unit)) {
      if (counterpart.isEmpty() || !one.scope.includes(counterpart)) {
        booked.addTo(before ? one.before : one.today);
      }
    }
  }

  void addDueSoon(String unit, long dossiers) {
    of(unit).forEach(one -> one.dueSoon += dossiers);
  }

  void addLate(String unit, int span, long late, long dated) {
    Ratio.Value value = new Ratio.Value(late, dated);
    of(unit).forEach(one -> one.late[span] = one.late[span].plus(value));
  }

  void addRatio(String scope, RatioLine line) {
    sums.get(scope).ratios.add(line);
  }

  private List<Sums> of(String unit) {
    return byUnit.computeIfAbsent(
        unit, code -> sums.values().stream().filter(one -> one.scope.includes(code)).toList());
  }

  LiveData at(java.util.Optional<java.time.Instant> appliedAt) {
    Map<String, LiveFigures> figures = new HashMap<>();
    sums.forEach((scope, one) -> figures.put(scope, one.figures()));
    return new LiveData(appliedAt, figures);
  }

  LiveQuery query() {
    return query;
  }

  private static final class Sums {
    private final Scope scope;
    private final long[] before = new long[Measure.COUNT];
    private final long[] today = new long[Measure.COUNT];
    private final List<RatioLine> ratios = new ArrayList<>();
    private final Ratio.Value[] late;
    private long dueSoon;

    Sums(Scope scope, int spans) {
      this.scope = scope;
      this.late = new Ratio.Value[spans];
      Arrays.fill(late, Ratio.Value.NONE);
    }

    LiveFigures figures() {
      return new LiveFigures(
          ReportRow.of(Amounts.of(before), Amounts.of(today)), dueSoon, ratios, List.of(late));
    }
  }
}
