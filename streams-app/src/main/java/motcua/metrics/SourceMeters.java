package motcua.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import motcua.coverage.SourceState;
import motcua.readmodel.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meters of sources and their dead letters. Sources are few and configured; should somebody send
 * ever new names, only the first hundred become series.
 */
public final class SourceMeters implements MeterBinder {
  private static final Logger LOG = LoggerFactory.getLogger(SourceMeters.class);
  private static final int MOST_SOURCES = 100;
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Supplier<List<SourceState>> sources;
  private final InstantSource system;
  private final Map<MotcuaMeter, MultiGauge> gauges = new EnumMap<>(MotcuaMeter.class);
  private Instant asked = Instant.MIN;

  /**
   * @param sources asked at a scrape, at most every ten seconds
   * @param system the system's clock
   */
  public SourceMeters(Supplier<List<SourceState>> sources, InstantSource system) {
    this.sources = Objects.requireNonNull(sources, "sources");
    this.system = Objects.requireNonNull(system, "system");
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (MotcuaMeter meter :
        List.of(
            MotcuaMeter.SOURCE_AGE,
            MotcuaMeter.SOURCE_SILENT,
            MotcuaMeter.SOURCE_LIMIT,
            MotcuaMeter.SOURCE_RATE,
            MotcuaMeter.DEAD_LETTERS_OPEN)) {
      gauges.put(
          meter,
          MultiGauge.builder(meter.meterName()).description(meter.help()).register(registry));
    }
  }

  /** Asks anew; without an answer there are no series, which is what an alert can see. */
  public synchronized void refresh() {
    Instant now = system.instant();
    if (now.isBefore(asked.plus(KEPT))) {
      return;
    }
    asked = now;
    try {
      show(sources.get());
    } catch (StoreUnavailableException away) {
      LOG.warn("no figures of sources: {}", away.getMessage());
      show(List.of());
    }
  }

  private void show(List<SourceState> states) {
    List<SourceState> shown =
        states.stream()
            .filter(state -> state.line().hearing().heardAt().isPresent())
            .limit(MOST_SOURCES)
            .toList();
    bySource(MotcuaMeter.SOURCE_AGE, shown, state -> state.age().map(SourceMeters::seconds));
    bySource(
        MotcuaMeter.SOURCE_SILENT,
        shown,
        state -> Optional.of(state.silentSince().isPresent() ? 1.0 : 0.0));
    bySource(MotcuaMeter.SOURCE_LIMIT, shown, state -> state.limit().map(SourceMeters::seconds));
    bySource(
        MotcuaMeter.SOURCE_RATE, shown, state -> Optional.of((double) state.line().lastHour()));
    Map<String, Long> letters = new TreeMap<>();
    for (SourceState state : states) {
      state
          .line()
          .deadLetters()
          .forEach((reason, count) -> letters.merge(reason, count, Long::sum));
    }
    gauges
        .get(MotcuaMeter.DEAD_LETTERS_OPEN)
        .register(
            letters.entrySet().stream()
                .map(
                    reason ->
                        Row.of(
                            tag(MotcuaMeter.DEAD_LETTERS_OPEN, reason.getKey()), reason.getValue()))
                .toList(),
            true);
  }

  private void bySource(
      MotcuaMeter meter, List<SourceState> states, Function<SourceState, Optional<Double>> value) {
    List<Row<?>> rows =
        states.stream()
            .flatMap(
                state ->
                    value.apply(state).stream()
                        .<Row<?>>map(
                            number -> Row.of(tag(meter, state.line().hearing().source()), number)))
            .toList();
    gauges.get(meter).register(rows, true);
  }

  private static Tags tag(MotcuaMeter meter, String value) {
    return Tags.of(meter.tags().getFirst(), value);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }
}
