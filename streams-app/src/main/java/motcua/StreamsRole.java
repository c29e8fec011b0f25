package motcua;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Optional;
import motcua.config.AppConfig;
import motcua.runtime.ClockTicker;
import motcua.runtime.LedgerStreams;
import motcua.topology.Alerting;
import motcua.topology.Codecs;
import motcua.topology.DecisionObserver;
import motcua.topology.LedgerTopology;
import motcua.topology.Topics;

/** The clock and the topology, running. */
final class StreamsRole {
  private static final Duration START_LIMIT = Duration.ofMinutes(10);
  private static final int CROSSINGS_PER_RECORD = 2_000;

  private final ClockTicker ticker;
  private final LedgerStreams streams;

  private StreamsRole(ClockTicker ticker, LedgerStreams streams) {
    this.ticker = ticker;
    this.streams = streams;
  }

  /** Returns when the topology runs. */
  static StreamsRole open(Installation installation) throws InterruptedException {
    AppConfig config = installation.config();
    Codecs codecs = installation.contracts().codecs();
    var ticker =
        installation
            .parts()
            .opened(
                new ClockTicker(
                    installation.kafka(),
                    codecs.writer(Topics.CLOCK),
                    installation.clock(),
                    installation.partitions()));
    var streams =
        installation
            .parts()
            .opened(
                new LedgerStreams(
                    topology(installation, codecs).build(),
                    installation.kafka(),
                    config.streamsConfig(),
                    installation.stateFolder(),
                    installation.applicationId()));
    installation.metrics().add(new KafkaStreamsMetrics(streams.client()));
    ticker.start(config.millis(AppConfig.TICK_MS));
    streams.start(START_LIMIT);
    return new StreamsRole(ticker, streams);
  }

  private static LedgerTopology topology(Installation installation, Codecs codecs) {
    return new LedgerTopology(
        installation.rules(),
        installation.unitResolver(),
        installation.files().units(),
        codecs,
        DecisionObserver.NONE,
        new Alerting(
            installation.files().alerts(),
            installation.files().calendar(),
            installation.config().getBoolean(AppConfig.ALERTS_DECIDE)),
        new LedgerTopology.Parameters(
            installation.partitions(),
            installation.generation(),
            installation.config().millis(AppConfig.FLUSH_MS),
            CROSSINGS_PER_RECORD));
  }

  /** Writes the barrier of a settlement. */
  ClockTicker ticker() {
    return ticker;
  }

  /** Why it cannot go on; empty while it can. */
  Optional<String> failure() {
    return streams.isAlive()
        ? Optional.empty()
        : Optional.of("Kafka Streams stopped" + streams.fault().map(f -> ": " + f).orElse(""));
  }

  /** Why its figures cannot be used just now; empty when they can. */
  Optional<String> notReady() {
    return streams.isReady()
        ? Optional.empty()
        : Optional.of("Kafka Streams is " + streams.client().state());
  }
}
