package motcua.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Period;
import motcua.core.period.Window;
import motcua.core.unit.Scope;
import motcua.readmodel.LiveData;
import motcua.readmodel.LiveFigures;
import motcua.readmodel.LivePosition;
import motcua.readmodel.LiveQuery;
import motcua.readmodel.LiveReadModel;
import motcua.readmodel.RatioLine;
import motcua.readmodel.StoreUnavailableException;
import motcua.readmodel.ToldTransition;

/** A read model of what a test says. Thread-safe. */
public final class FakeLive implements LiveReadModel {
  private final Map<String, List<RatioLine>> ratios = new HashMap<>();
  private final Map<String, Long> received = new HashMap<>();
  private final List<ToldTransition> told = new ArrayList<>();
  private final List<LiveQuery> queries = new ArrayList<>();
  private LivePosition position = new LivePosition(1, -1);
  private boolean away;
  private int positionsAsked;

  synchronized void late(String scope, long numerator, long denominator) {
    ratios.put(
        scope,
        List.of(
            new RatioLine(
                Window.LEGAL_QUARTER.name(),
                Ratio.LATE.code(),
                numerator,
                denominator,
                LocalDate.of(2024, 9, 16),
                Instant.EPOCH)));
  }

  public synchronized void receive(String scope) {
    received.merge(scope, 1L, Long::sum);
    position = new LivePosition(position.moved() + 1, position.told());
  }

  synchronized void tell(ToldTransition transition) {
    told.add(transition);
    position = new LivePosition(position.moved() + 1, transition.position());
  }

  synchronized void moveTo(LivePosition other) {
    position = other;
  }

  synchronized void away(boolean isAway) {
    away = isAway;
  }

  synchronized int asked() {
    return queries.size();
  }

  synchronized int positionsAsked() {
    return positionsAsked;
  }

  synchronized LiveQuery lastQuery() {
    return queries.getLast();
  }

  @Override
  public synchronized LiveData figures(LiveQuery query) {
    check();
    queries.add(query);
    Map<String, LiveFigures> scopes = new HashMap<>();
    for (Scope scope : query.scopes()) {
      scopes.put(
          scope.code(),
          new LiveFigures(
              ReportRow.of(
                  Amounts.ZERO,
                  Amounts.of(Measure.RECEIVED_DIRECT, received.getOrDefault(scope.code(), 0L))),
              0,
              ratios.getOrDefault(scope.code(), List.of()),
              query.spans().stream().map(span -> Ratio.Value.NONE).toList()));
    }
    return new LiveData(Optional.empty(), scopes);
  }

  private void check() {
    if (away) {
      throw new StoreUnavailableException("away", null);
    }
  }

  @Override
  public List<Ratio.Value> flows(Scope scope, List<Period> spans, Ratio ratio) {
    return spans.stream().map(span -> Ratio.Value.NONE).toList();
  }

  @Override
  public synchronized LivePosition position() {
    check();
    positionsAsked++;
    return position;
  }

  @Override
  public synchronized List<ToldTransition> toldAfter(long after, int limit) {
    check();
    return told.stream().filter(one -> one.position() > after).limit(limit).toList();
  }
}
