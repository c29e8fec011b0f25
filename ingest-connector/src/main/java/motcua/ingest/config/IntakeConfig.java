package motcua.ingest.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;

/**
 * The intake's settings, typed and checked.
 *
 * @param host address it listens on
 * @param port its port; 0: a free one
 * @param clients file of those who may send
 * @param sessionLife how long a login holds
 * @param linkHashKey secret of the keyed hashes; never printed
 * @param transactionalId Kafka's name of this process
 * @param kept where batches with a refused record are kept, and how long
 * @param limits what is taken
 * @param exempt values that never count as personal data
 * @param fixedClock the clock stands here; empty: the system's clock
 * @param serializer class of the value serializer
 * @param serializerConfig its settings, without prefix
 * @param kafka settings of the producer, without prefix
 */
public record IntakeConfig(
    String host,
    int port,
    Path clients,
    Duration sessionLife,
    String linkHashKey,
    String transactionalId,
    Kept kept,
    Limits limits,
    List<Pattern> exempt,
    Optional<Instant> fixedClock,
    String serializer,
    Map<String, Object> serializerConfig,
    Map<String, Object> kafka) {

  /**
   * Batches kept.
   *
   * @param directory made when missing
   * @param life how long they are kept
   */
  public record Kept(Path directory, Duration life) {}

  /**
   * What is taken.
   *
   * @param bodyMaxBytes longest request
   * @param recordMaxBytes longest record
   * @param recordsPerSecond records of one client
   * @param waitingMaxRequests requests that wait at once
   * @param waitingMaxBytes their bytes
   * @param patience how long a request waits for its writing to begin
   */
  public record Limits(
      int bodyMaxBytes,
      int recordMaxBytes,
      int recordsPerSecond,
      int waitingMaxRequests,
      long waitingMaxBytes,
      Duration patience) {}

  public IntakeConfig {
    exempt = List.copyOf(exempt);
    serializerConfig = Map.copyOf(serializerConfig);
    kafka = Map.copyOf(kafka);
  }

  /**
   * Reads and checks the settings.
   *
   * @param settings keys of {@link IntakeKeys} and {@code kafka.*}, {@code serde.*}; those of other
   *     roles are passed over
   * @throws ConfigException naming the key and what was expected
   */
  public static IntakeConfig from(Map<String, String> settings) {
    IntakeKeys.requireKnown(settings.keySet());
    AbstractConfig config = new AbstractConfig(IntakeKeys.definition(), settings, false);
    String fixed = config.getString(IntakeKeys.CLOCK_FIXED);
    return new IntakeConfig(
        config.getString(IntakeKeys.HOST).strip(),
        config.getInt(IntakeKeys.PORT),
        Path.of(config.getString(IntakeKeys.CLIENTS)),
        Duration.ofMinutes(config.getInt(IntakeKeys.SESSION_MINUTES)),
        config.getPassword(IntakeKeys.LINK_HASH_KEY).value(),
        config.getString(IntakeKeys.TRANSACTIONAL_ID).strip(),
        new Kept(
            Path.of(config.getString(IntakeKeys.KEPT_DIRECTORY)),
            Duration.ofDays(config.getInt(IntakeKeys.KEPT_DAYS))),
        limits(config),
        config.getList(IntakeKeys.EXEMPT_PATTERNS).stream().map(Pattern::compile).toList(),
        fixed.isBlank() ? Optional.empty() : Optional.of(EventKeys.moment(fixed.strip())),
        config.getString(IntakeKeys.SERIALIZER),
        config.originalsWithPrefix("serde."),
        producer(config.originalsWithPrefix("kafka.")));
  }

  /** Whether only this machine reaches it. */
  public boolean isLoopback() {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  /** The settings without secrets. */
  @Override
  public String toString() {
    return "IntakeConfig[" + host + ":" + port + ", " + transactionalId + "]";
  }

  private static Limits limits(AbstractConfig config) {
    Limits limits =
        new Limits(
            config.getInt(IntakeKeys.BODY_MAX_BYTES),
            config.getInt(IntakeKeys.RECORD_MAX_BYTES),
            config.getInt(IntakeKeys.RECORDS_PER_SECOND),
            config.getInt(IntakeKeys.WAITING_MAX_REQUESTS),
            config.getLong(IntakeKeys.WAITING_MAX_BYTES),
            Duration.ofMillis(config.getLong(IntakeKeys.PATIENCE_MS)));
    if (limits.waitingMaxBytes() < limits.bodyMaxBytes()) {
      throw new ConfigException(
          IntakeKeys.WAITING_MAX_BYTES,
          limits.waitingMaxBytes(),
          "expected at least "
              + IntakeKeys.BODY_MAX_BYTES
              + ", or the longest request never gets in");
    }
    return limits;
  }

  /** What stands under {@code kafka.} is for every client; the producer would warn of the rest. */
  private static Map<String, Object> producer(Map<String, Object> kafka) {
    Map<String, Object> own = new HashMap<>(kafka);
    own.keySet().retainAll(ProducerConfig.configNames());
    return own;
  }
}
