package motcua.coverage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import motcua.core.alert.SilenceRule;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.unit.Scope;
import motcua.readmodel.SourceHearing;
import motcua.readmodel.SourceReadModel;

/** Judges sources by the rule of silence that alerts go by. Thread-safe. */
public final class Coverage {
  private final SourceReadModel sources;
  private final SilenceRule rule;
  private final WorkingCalendar calendar;
  private final InstantSource clock;

  /**
   * @param clock the ledger's clock
   */
  public Coverage(
      SourceReadModel sources, SilenceRule rule, WorkingCalendar calendar, InstantSource clock) {
    this.sources = Objects.requireNonNull(sources, "sources");
    this.rule = Objects.requireNonNull(rule, "rule");
    this.calendar = Objects.requireNonNull(calendar, "calendar");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Every source, in order of its name. */
  public List<SourceState> sources() {
    Instant now = clock.instant();
    return sources.sources(now).stream()
        .map(
            line -> {
              SourceHearing hearing = line.hearing();
              return new SourceState(
                  line,
                  hearing.heardAt().map(heard -> Duration.between(heard, now)),
                  rule.limitOf(hearing.source()),
                  hearing.heardAt().map(heard -> rule.hours().between(heard, now, calendar)),
                  silentSince(hearing, now));
            })
        .toList();
  }

  /** Marks that hold, by source and code. */
  public Map<String, Map<String, Long>> marks() {
    return sources.marks();
  }

  /** Whether figures of a scope may lack something; empty when all its sources are heard. */
  public Optional<Staleness> of(Scope scope) {
    return Standing.of(sources.hearings(), clock.instant(), this::silentSince).staleness(scope);
  }

  /** Whether figures of each of several scopes may lack something, by the scope's code. */
  public Map<String, Optional<Staleness>> of(Collection<Scope> scopes) {
    Standing standing = Standing.of(sources.hearings(), clock.instant(), this::silentSince);
    return scopes.stream().collect(Collectors.toUnmodifiableMap(Scope::code, standing::staleness));
  }

  private Optional<Instant> silentSince(SourceHearing hearing, Instant now) {
    return hearing
        .heardAt()
        .flatMap(heard -> rule.silentSince(hearing.source(), heard, now, calendar));
  }

  private interface Silence {
    Optional<Instant> since(SourceHearing hearing, Instant now);
  }

  /** Which of the sources that have ever been heard are silent. */
  private record Standing(List<SourceHearing> heard, List<SourceHearing> silent) {
    static Standing of(List<SourceHearing> hearings, Instant now, Silence silence) {
      List<SourceHearing> heard = new ArrayList<>();
      List<SourceHearing> silent = new ArrayList<>();
      for (SourceHearing hearing : hearings) {
        (silence.since(hearing, now).isPresent() ? silent : heard).add(hearing);
      }
      return new Standing(heard, silent);
    }

    Optional<Staleness> staleness(Scope scope) {
      List<SourceHearing> inside =
          silent.stream()
              .filter(one -> one.units().keySet().stream().anyMatch(scope::includes))
              .toList();
      Optional<Instant> since =
          inside.stream().map(one -> one.heardAt().orElseThrow()).min(Instant::compareTo);
      return since.map(
          first ->
              new Staleness(
                  first,
                  heard.stream()
                      .noneMatch(one -> one.units().keySet().stream().anyMatch(scope::includes)),
                  inside.stream().map(SourceHearing::source).toList(),
                  units(scope)));
    }

    private List<Staleness.StaleUnit> units(Scope scope) {
      Map<String, Instant> since = new TreeMap<>();
      for (SourceHearing one : silent) {
        for (String unit : one.units().keySet()) {
          if (scope.includes(unit)) {
            since.merge(unit, one.heardAt().orElseThrow(), (a, b) -> a.isBefore(b) ? a : b);
          }
        }
      }
      return since.entrySet().stream()
          .map(unit -> new Staleness.StaleUnit(unit.getKey(), unit.getValue(), isWhole(unit)))
          .toList();
    }

    private boolean isWhole(Map.Entry<String, Instant> unit) {
      return heard.stream().noneMatch(one -> one.units().containsKey(unit.getKey()));
    }
  }
}
