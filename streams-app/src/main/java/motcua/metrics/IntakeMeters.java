package motcua.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** Meters of the intake role, over suppliers: the intake is in a module of its own. */
public final class IntakeMeters implements MeterBinder {
  private static final List<Double> QUANTILES = List.of(0.5, 0.99);

  private final List<String> kinds;
  private final Counts counts;

  /**
   * What is counted; each is asked at every scrape.
   *
   * @param answers answers of a kind
   * @param records records acknowledged
   * @param refused those of them that are dead letters
   * @param waiting requests inside
   * @param seconds a quantile of the last answers' times
   */
  public record Counts(
      ToLongFunction<String> answers,
      LongSupplier records,
      LongSupplier refused,
      LongSupplier waiting,
      DoubleUnaryOperator seconds) {}

  /**
   * @param kinds kinds of answers
   */
  public IntakeMeters(List<String> kinds, Counts counts) {
    this.kinds = List.copyOf(kinds);
    this.counts = Objects.requireNonNull(counts, "counts");
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    MotcuaMeter answers = MotcuaMeter.INTAKE_ANSWERS;
    for (String kind : kinds) {
      FunctionCounter.builder(
              answers.meterName(), counts, asked -> asked.answers().applyAsLong(kind))
          .description(answers.help())
          .tag(answers.tags().getFirst(), kind)
          .register(registry);
    }
    counter(registry, MotcuaMeter.INTAKE_RECORDS, counts.records());
    counter(registry, MotcuaMeter.INTAKE_REFUSED, counts.refused());
    MotcuaMeter waiting = MotcuaMeter.INTAKE_WAITING;
    Gauge.builder(waiting.meterName(), () -> counts.waiting().getAsLong())
        .description(waiting.help())
        .register(registry);
    MotcuaMeter seconds = MotcuaMeter.INTAKE_SECONDS;
    for (double quantile : QUANTILES) {
      Gauge.builder(seconds.meterName(), () -> counts.seconds().applyAsDouble(quantile))
          .description(seconds.help())
          .tag(seconds.tags().getFirst(), Double.toString(quantile))
          .register(registry);
    }
  }

  private static void counter(MeterRegistry registry, MotcuaMeter meter, LongSupplier value) {
    FunctionCounter.builder(meter.meterName(), value, LongSupplier::getAsLong)
        .description(meter.help())
        .register(registry);
  }
}
