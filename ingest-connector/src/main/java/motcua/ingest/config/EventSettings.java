package motcua.ingest.config;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import motcua.ingest.mapping.RecordedAt;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * What {@link EventKeys} say, typed.
 *
 * @param source system the records come from; empty when only canonical events that name their own
 *     are read
 * @param recordedAt what decides when a record became known
 * @param fixedClock the clock stands here; empty: the system's clock
 * @param eventsTopic topic of events
 * @param deadLettersTopic topic of dead letters
 * @param serializer class of the value serializer
 * @param serializerConfig its settings, without prefix
 * @param linkHashKey secret of the keyed hashes; never printed
 * @param exempt values that never count as personal data
 */
public record EventSettings(
    Optional<String> source,
    RecordedAt recordedAt,
    Optional<Instant> fixedClock,
    String eventsTopic,
    String deadLettersTopic,
    String serializer,
    Map<String, String> serializerConfig,
    String linkHashKey,
    List<Pattern> exempt) {

  public EventSettings {
    serializerConfig = Map.copyOf(serializerConfig);
    exempt = List.copyOf(exempt);
  }

  /**
   * Reads checked settings.
   *
   * @param config read with a definition that holds {@link EventKeys}
   */
  public static EventSettings from(AbstractConfig config) {
    String source = config.getString(EventKeys.SOURCE).strip();
    String fixed = config.getString(EventKeys.CLOCK_FIXED).strip();
    return new EventSettings(
        source.isEmpty() ? Optional.empty() : Optional.of(source),
        RecordedAt.valueOf(config.getString(EventKeys.RECORDED_AT)),
        fixed.isEmpty() ? Optional.empty() : Optional.of(EventKeys.moment(fixed)),
        config.getString(EventKeys.TOPIC_EVENTS),
        config.getString(EventKeys.TOPIC_DEAD_LETTERS),
        config.getString(EventKeys.SERIALIZER),
        serializerSettings(config.originals()),
        config.getPassword(EventKeys.LINK_HASH_KEY).value(),
        config.getList(EventKeys.EXEMPT_PATTERNS).stream().map(Pattern::compile).toList());
  }

  /** The settings without the secret. */
  @Override
  public String toString() {
    return "EventSettings[" + source.orElse("") + ", " + recordedAt + ", " + eventsTopic + "]";
  }

  private static Map<String, String> serializerSettings(Map<String, ?> settings) {
    Map<String, String> found = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(EventKeys.SERIALIZER_PREFIX) && value != null) {
            found.put(key.substring(EventKeys.SERIALIZER_PREFIX.length()), value.toString());
          }
        });
    return found;
  }
}
