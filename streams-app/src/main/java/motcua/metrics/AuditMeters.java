package motcua.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import motcua.readmodel.AuditResult;

/** Meters of the last audit; NaN before the first one, and while nobody can be asked for it. */
public final class AuditMeters implements MeterBinder {
  private final Supplier<Optional<AuditResult>> last;
  private final InstantSource clock;

  /**
   * @param last asked at every scrape
   * @param clock the real one
   */
  public AuditMeters(Supplier<Optional<AuditResult>> last, InstantSource clock) {
    this.last = Objects.requireNonNull(last, "last");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, MotcuaMeter.AUDIT_DRIFT, AuditResult::drift);
    gauge(registry, MotcuaMeter.AUDIT_AGE, this::ageSeconds);
  }

  private void gauge(
      MeterRegistry registry, MotcuaMeter meter, ToDoubleFunction<AuditResult> value) {
    Gauge.builder(meter.meterName(), () -> last.get().map(value::applyAsDouble).orElse(Double.NaN))
        .description(meter.help())
        .register(registry);
  }

  private double ageSeconds(AuditResult result) {
    return Duration.between(result.finishedAt(), clock.instant()).toMillis() / 1e3;
  }
}
