package motcua.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import motcua.core.notice.NoticeChannel;
import motcua.readmodel.OutboxCounts;

/** Meters of the outbox, of each channel that is on; the same at every notifier of it. */
public final class NotifierMeters implements MeterBinder {
  private final BiFunction<NoticeChannel, Instant, OutboxCounts> counts;
  private final Set<NoticeChannel> channels;
  private final InstantSource clock;

  /**
   * @param counts asked at every scrape
   * @param clock the notifier's
   */
  public NotifierMeters(
      BiFunction<NoticeChannel, Instant, OutboxCounts> counts,
      Set<NoticeChannel> channels,
      InstantSource clock) {
    this.counts = Objects.requireNonNull(counts, "counts");
    this.channels = Set.copyOf(channels);
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (NoticeChannel channel : channels) {
      gauge(registry, MotcuaMeter.NOTIFY_PENDING, channel, OutboxCounts::pending);
      gauge(registry, MotcuaMeter.NOTIFY_OLDEST, channel, this::ageSeconds);
      counter(registry, MotcuaMeter.NOTIFY_SENT, channel, OutboxCounts::sent);
      counter(registry, MotcuaMeter.NOTIFY_FAILED, channel, OutboxCounts::failed);
    }
  }

  private void gauge(
      MeterRegistry registry,
      MotcuaMeter meter,
      NoticeChannel channel,
      ToDoubleFunction<OutboxCounts> value) {
    Gauge.builder(meter.meterName(), () -> value.applyAsDouble(now(channel)))
        .description(meter.help())
        .tag(meter.tags().getFirst(), channel.name())
        .register(registry);
  }

  private void counter(
      MeterRegistry registry,
      MotcuaMeter meter,
      NoticeChannel channel,
      ToDoubleFunction<OutboxCounts> value) {
    FunctionCounter.builder(meter.meterName(), channel, asked -> value.applyAsDouble(now(asked)))
        .description(meter.help())
        .tag(meter.tags().getFirst(), channel.name())
        .register(registry);
  }

  private OutboxCounts now(NoticeChannel channel) {
    return counts.apply(channel, clock.instant());
  }

  private double ageSeconds(OutboxCounts now) {
    return now.oldestDue()
        .map(due -> Duration.between(due, clock.instant()).toMillis() / 1e3)
        .orElse(0.0);
  }
}
