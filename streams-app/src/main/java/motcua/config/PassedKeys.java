package motcua.config;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Keys that pass through to Kafka. It would log a misspelt one and go on without it; the
 * serializers of a registry do not tell what they know, so theirs are all let through.
 */
final class PassedKeys {
  private static final String KAFKA = "kafka.";
  private static final String STREAMS = "streams.";
  private static final String SERDE = "serde.";
  private static final Set<String> CLIENTS = clients();
  private static final Set<String> STREAMS_OWN = StreamsConfig.configDef().names();
  private static final List<String> STREAMS_CLIENTS =
      List.of(
          StreamsConfig.MAIN_CONSUMER_PREFIX,
          StreamsConfig.RESTORE_CONSUMER_PREFIX,
          StreamsConfig.GLOBAL_CONSUMER_PREFIX,
          StreamsConfig.CONSUMER_PREFIX,
          StreamsConfig.PRODUCER_PREFIX,
          StreamsConfig.ADMIN_CLIENT_PREFIX);

  private PassedKeys() {}

  /** Whether the key, with its prefix, is one that somebody behind us reads. */
  static boolean isKnown(String key) {
    if (key.startsWith(KAFKA)) {
      return CLIENTS.contains(key.substring(KAFKA.length()));
    }
    if (key.startsWith(STREAMS)) {
      return isStreamsKey(key.substring(STREAMS.length()));
    }
    return key.startsWith(SERDE);
  }

  /**
   * Checks what every Kafka client gets.
   *
   * @throws ConfigException naming the key without its prefix
   */
  static void requireValues(Map<String, Object> kafka) {
    new AdminClientConfig(kafka);
  }

  private static boolean isStreamsKey(String key) {
    if (STREAMS_OWN.contains(key)
        || CLIENTS.contains(key)
        || key.startsWith(StreamsConfig.TOPIC_PREFIX)) {
      return true;
    }
    for (String prefix : STREAMS_CLIENTS) {
      if (key.startsWith(prefix)) {
        return CLIENTS.contains(key.substring(prefix.length()));
      }
    }
    return false;
  }

  private static Set<String> clients() {
    Set<String> names = new HashSet<>(AdminClientConfig.configNames());
    names.addAll(ConsumerConfig.configNames());
    names.addAll(ProducerConfig.configNames());
    return Set.copyOf(names);
  }
}
