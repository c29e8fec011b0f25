package motcua.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The registry of one process and its scrape. */
public final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<Runnable> refreshes = new CopyOnWriteArrayList<>();

  /** A registry with the JVM's and the machine's meters. */
  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Adds a subject's meters. */
  public void add(MeterBinder binder) {
    binder.bindTo(registry);
  }

  /** Has something brought up to date before each scrape; it must not fail. */
  public void beforeScrape(Runnable refresh) {
    refreshes.add(refresh);
  }

  /** For meters of other parts. */
  public MeterRegistry registry() {
    return registry;
  }

  /** Prometheus' text format. */
  public String scrape() {
    refreshes.forEach(Runnable::run);
    return registry.scrape();
  }

  @Override
  public void close() {
    registry.close();
  }
}
