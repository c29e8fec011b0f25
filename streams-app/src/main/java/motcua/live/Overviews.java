package motcua.live;

import static java.util.stream.Collectors.toMap;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import motcua.core.alert.Severity;
import motcua.core.calendar.VietnamDay;
import motcua.core.ledger.Ratio;
import motcua.core.period.Window;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitRow;
import motcua.core.unit.UnitTree;
import motcua.coverage.Coverage;
import motcua.coverage.Staleness;
import motcua.readmodel.AlertKind;
import motcua.readmodel.AlertPhase;
import motcua.readmodel.AlertQuery;
import motcua.readmodel.AlertReadModel;
import motcua.readmodel.AlertStanding;
import motcua.readmodel.LiveData;
import motcua.readmodel.LiveFigures;
import motcua.readmodel.LivePosition;
import motcua.readmodel.LiveQuery;
import motcua.readmodel.LiveReadModel;
import motcua.report.Reference;

/** Draws overviews. Thread-safe. */
public final class Overviews {
  /** Dossiers due within so many working days are due soon. */
  public static final int DUE_SOON_WORKING_DAYS = 3;

  /** More alerts than units can hold at once. */
  private static final int MOST_ALERTS = 10_000;

  private static final int MOST_KEPT = 200;

  /**
   * Silence grows with time alone: what is kept longer would miss that a source has fallen silent.
   */
  private static final Duration KEPT = Duration.ofSeconds(2);

  private final LiveReadModel readModel;
  private final AlertReadModel alerts;
  private final Coverage coverage;
  private final Reference reference;
  private final InstantSource clock;

  /**
   * Many leaders look at the same scope, and all their pages ask again when a figure has moved: the
   * first is answered from the database, the others wait for that answer and share it. The position
   * of the read model is part of the key, so that nobody is shown figures older than what they were
   * told of.
   */
  private final Cache<Key, Overview> shared =
      CacheBuilder.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

  /**
   * @param clock decides what today is
   */
  public Overviews(
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

  private record Key(String scope, LocalDate today, LivePosition position) {}

  /**
   * How a scope stands.
   *
   * @param scope a code that {@link UnitTree#isScope} knows
   * @throws motcua.readmodel.StoreUnavailableException when the database does not answer just now
   */
  public Overview of(String scope) {
    LocalDate today = VietnamDay.of(clock.instant());
    try {
      return shared.get(new Key(scope, today, readModel.position()), () -> drawn(scope, today));
    } catch (UncheckedExecutionException | ExecutionException fault) {
      if (fault.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("an overview cannot be drawn", fault);
    }
  }

  private Overview drawn(String code, LocalDate today) {
    var trend = new Trend(today);
    Neighbourhood scopes = Neighbourhood.of(reference.units(), code, today);
    LiveData data =
        readModel.figures(
            new LiveQuery(scopes.all(), today, dueBefore(reference, today), trend.spans()));
    Map<String, Optional<Staleness>> stale = coverage.of(scopes.all());
    Map<String, Overview.Alarm> alarms = alarms(scopes.scope());
    return new Overview(
        code,
        name(code, today),
        today,
        data.appliedAt(),
        data.scopes().get(code),
        stale.get(code),
        scopes.units().stream()
            .map(
                unit ->
                    unit(
                        unit,
                        today,
                        data.scopes().get(unit.code()),
                        stale.get(unit.code()),
                        Optional.ofNullable(alarms.get(unit.code())),
                        trend))
            .sorted(Ranking.LATEST_FIRST)
            .toList());
  }

  private Overview.Unit unit(
      Scope unit,
      LocalDate today,
      LiveFigures figures,
      Optional<Staleness> stale,
      Optional<Overview.Alarm> alarm,
      Trend trend) {
    UnitRow row = reference.units().row(unit.code(), today);
    return new Overview.Unit(
        unit.code(),
        row.name(),
        row.level(),
        figures,
        figures.ratio(Window.LEGAL_QUARTER, Ratio.LATE),
        stale,
        alarm,
        trend.points(figures.late()));
  }

  /** Of each unit the gravest of the alerts that hold. */
  private Map<String, Overview.Alarm> alarms(Scope scope) {
    var holding = new AlertQuery(scope, Set.of(AlertKind.LATE), AlertQuery.HOLDING);
    return alerts.alerts(holding, 0, MOST_ALERTS).stream()
        .collect(
            toMap(
                alert -> alert.last().scope(),
                Overviews::alarm,
                (one, other) -> one.compareTo(other) <= 0 ? one : other));
  }

  private static Overview.Alarm alarm(AlertStanding alert) {
    if (alert.phase() == AlertPhase.FROZEN) {
      return Overview.Alarm.FROZEN;
    }
    return alert.last().severity() == Severity.SURE ? Overview.Alarm.SURE : Overview.Alarm.LIKELY;
  }

  private String name(String code, LocalDate today) {
    List<String> roots = reference.units().roots(today);
    String named = code.equals(UnitTree.ALL) && roots.size() == 1 ? roots.getFirst() : code;
    return reference.units().name(named, today);
  }

  /** The first moment that is not due soon any more. */
  static Instant dueBefore(Reference reference, LocalDate today) {
    LocalDate last = reference.calendar().plusWorkingDays(today, DUE_SOON_WORKING_DAYS);
    return VietnamDay.startOf(last.plusDays(1));
  }
}
