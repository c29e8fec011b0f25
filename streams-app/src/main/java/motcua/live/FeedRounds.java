package motcua.live;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import motcua.core.alert.Transition;
import motcua.core.calendar.VietnamDay;
import motcua.core.unit.Scope;
import motcua.coverage.Coverage;
import motcua.coverage.Staleness;
import motcua.readmodel.AlertKind;
import motcua.readmodel.AlertReadModel;
import motcua.readmodel.LiveData;
import motcua.readmodel.LivePosition;
import motcua.readmodel.LiveQuery;
import motcua.readmodel.LiveReadModel;
import motcua.readmodel.ToldTransition;
import motcua.report.Reference;

/**
 * Looks for what changed, again and again, and hands it to those who listen: however many they are,
 * one question for the position, and when it moved one for the figures of all their scopes. Used by
 * one thread.
 */
final class FeedRounds {
  /** Silence grows with time alone; it is counted in office minutes. */
  private static final int ROUNDS_BETWEEN_SILENCE = 25;

  private static final int MOST_TOLD = 1_000;

  private final LiveReadModel readModel;
  private final AlertReadModel alerts;
  private final Coverage coverage;
  private final Reference reference;
  private final InstantSource clock;

  private final Map<String, Scope> scopes = new HashMap<>();
  private final Map<String, FeedEvent.Figures> figures = new HashMap<>();
  private final Map<String, Optional<Staleness>> stale = new HashMap<>();
  private LivePosition position;
  private LocalDate day;
  private int quietRounds;

  FeedRounds(
      LiveReadModel readModel,
      AlertReadModel alerts,
      Coverage coverage,
      Reference reference,
      InstantSource clock) {
    this.readModel = Objects.requireNonNull(readModel, "readModel");
    this.alerts = Objects.requireNonNull(alerts, "alerts");
    this.coverage = Objects.requireNonNull(coverage, "coverage");
    this.reference = Objects.requireNonNull(reference, "reference");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** One round; what was found before is forgotten when nobody listens any more. */
  void turn(Collection<Subscription> listeners) {
    LivePosition now = readModel.position();
    LocalDate today = VietnamDay.of(clock.instant());
    boolean moved = !now.equals(position) || !today.equals(day);
    if (!today.equals(day)) {
      scopes.clear();
    }
    keepOnly(listeners.stream().map(Subscription::scope).collect(Collectors.toSet()));
    tell(now.told(), today, listeners);
    List<Subscription> waiting =
        moved
            ? List.copyOf(listeners)
            : listeners.stream().filter(one -> !one.isGreeted()).toList();
    quietRounds = waiting.isEmpty() ? quietRounds + 1 : 0;
    if (!waiting.isEmpty() || quietRounds % ROUNDS_BETWEEN_SILENCE == 0) {
      lookForSilence(today, listeners);
    }
    if (!waiting.isEmpty()) {
      show(now.told(), today, waiting, listeners);
    }
    position = now;
    day = today;
  }

  private void keepOnly(Set<String> listened) {
    figures.keySet().retainAll(listened);
    stale.keySet().retainAll(listened);
    scopes.keySet().retainAll(listened);
  }

  private Scope scope(String code, LocalDate today) {
    return scopes.computeIfAbsent(code, missing -> reference.units().scope(missing, today));
  }

  private List<Scope> scopes(Collection<Subscription> listeners, LocalDate today) {
    return new TreeSet<>(listeners.stream().map(Subscription::scope).toList())
        .stream().map(code -> scope(code, today)).toList();
  }

  private void tell(long last, LocalDate today, Collection<Subscription> listeners) {
    List<Subscription> behind = new ArrayList<>();
    for (Subscription one : listeners) {
      if (one.toldUpTo().isEmpty() || one.toldUpTo().getAsLong() > last) {
        one.toldUpTo(last);
      } else if (one.toldUpTo().getAsLong() < last) {
        behind.add(one);
      }
    }
    if (behind.isEmpty()) {
      return;
    }
    long first = behind.stream().mapToLong(one -> one.toldUpTo().getAsLong()).min().orElseThrow();
    for (ToldTransition step : readModel.toldAfter(first, MOST_TOLD)) {
      Optional<FeedEvent.Told> event = event(step);
      for (Subscription one : behind) {
        if (step.position() > one.toldUpTo().getAsLong()) {
          event.filter(told -> concerns(told, scope(one.scope(), today))).ifPresent(one::offer);
          one.toldUpTo(step.position());
        }
      }
    }
  }

  private Optional<FeedEvent.Told> event(ToldTransition step) {
    return alerts
        .find(step.transition().alert())
        .map(alert -> new FeedEvent.Told(step, alert.phase()));
  }

  /** A silent source belongs to no unit and concerns everybody. */
  private static boolean concerns(FeedEvent.Told told, Scope scope) {
    Transition step = told.step().transition();
    return AlertKind.of(step.rule()) == AlertKind.SILENT
        || step.scope().equals(scope.code())
        || scope.includes(step.scope());
  }

  private void lookForSilence(LocalDate today, Collection<Subscription> listeners) {
    Map<String, Optional<Staleness>> now = coverage.of(scopes(listeners, today));
    for (Subscription one : listeners) {
      Optional<Staleness> found = now.get(one.scope());
      if (one.isGreeted() && !found.equals(stale.get(one.scope()))) {
        one.offer(new FeedEvent.Silence(one.scope(), found));
      }
    }
    stale.putAll(now);
  }

  /** Also those not waiting: what is found for a newcomer may be newer than what they know. */
  private void show(
      long told, LocalDate today, List<Subscription> waiting, Collection<Subscription> listeners) {
    LiveData data =
        readModel.figures(
            new LiveQuery(
                scopes(waiting, today), today, Overviews.dueBefore(reference, today), List.of()));
    Map<String, FeedEvent.Figures> shown = new HashMap<>();
    data.scopes()
        .forEach(
            (scope, found) ->
                shown.put(
                    scope,
                    new FeedEvent.Figures(
                        scope, told, today, data.appliedAt(), found, stale.get(scope))));
    for (Subscription one : listeners) {
      FeedEvent.Figures found = shown.get(one.scope());
      if (found != null && (!one.isGreeted() || !found.says(figures.get(one.scope())))) {
        one.offer(found);
      }
    }
    figures.putAll(shown);
  }
}
