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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registry of one process and its scrape. */
public final class Metrics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<Runnable> refreshes = new CopyOnWriteArrayList<>();

  /** Binders with a thread of their own. */
  private final List<AutoCloseable> running = new CopyOnWriteArrayList<>();

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
    if (binder instanceof AutoCloseable closeable) {
      running.add(closeable);
    }
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
    for (AutoCloseable binder : running) {
      try {
        binder.close();
      } catch (Exception failed) {
        LOG.warn("meters do not stop", failed);
      }
    }
    registry.close();
  }
}
