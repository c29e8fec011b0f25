package motcua.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import motcua.readmodel.Projector;
import motcua.readmodel.ProjectorStatus;

/** Meters of the projector. */
public final class ProjectorMeters implements MeterBinder {
  private final Supplier<ProjectorStatus> status;
  private final List<String> topics;
  private final InstantSource clock;

  /**
   * @param status asked at every scrape
   * @param topics topics whose lag is shown
   * @param clock the ledger's clock: freshness is an age on it
   */
  public ProjectorMeters(
      Supplier<ProjectorStatus> status, List<String> topics, InstantSource clock) {
    this.status = Objects.requireNonNull(status, "status");
    this.topics = List.copyOf(topics);
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    counter(registry, MotcuaMeter.PROJECTOR_RECORDS, ProjectorStatus::recordsWritten);
    counter(registry, MotcuaMeter.PROJECTOR_TRANSACTIONS, ProjectorStatus::batchesWritten);
    counter(registry, MotcuaMeter.PROJECTOR_SKIPPED, ProjectorStatus::recordsSkipped);
    counter(registry, MotcuaMeter.DEAD_LETTERS, ProjectorStatus::deadLetters);
    gauge(registry, MotcuaMeter.PROJECTOR_RUNNING, ProjectorMeters::running);
    gauge(registry, MotcuaMeter.FRESHNESS, this::ageSeconds);
    for (String topic : topics) {
      Gauge.builder(MotcuaMeter.PROJECTOR_LAG.meterName(), () -> lag(topic))
          .description(MotcuaMeter.PROJECTOR_LAG.help())
          .tag(MotcuaMeter.PROJECTOR_LAG.tags().getFirst(), topic)
          .register(registry);
    }
  }

  private void counter(
      MeterRegistry registry, MotcuaMeter meter, ToDoubleFunction<ProjectorStatus> value) {
    FunctionCounter.builder(meter.meterName(), status, source -> value.applyAsDouble(source.get()))
        .description(meter.help())
        .register(registry);
  }

  private void gauge(
      MeterRegistry registry, MotcuaMeter meter, ToDoubleFunction<ProjectorStatus> value) {
    Gauge.builder(meter.meterName(), () -> value.applyAsDouble(status.get()))
        .description(meter.help())
        .register(registry);
  }

  private static double running(ProjectorStatus now) {
    return now.state() == Projector.State.RUNNING ? 1 : 0;
  }

  private double ageSeconds(ProjectorStatus now) {
    return now.appliedAtMicros() == 0
        ? Double.NaN
        : clock.instant().toEpochMilli() / 1e3 - now.appliedAtMicros() / 1e6;
  }

  private long lag(String topic) {
    return status.get().lags().entrySet().stream()
        .filter(entry -> entry.getKey().topic().equals(topic))
        .mapToLong(java.util.Map.Entry::getValue)
        .sum();
  }
}
