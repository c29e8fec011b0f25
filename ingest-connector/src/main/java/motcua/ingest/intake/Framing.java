package motcua.ingest.intake;

import java.util.Map;
import motcua.ingest.config.IntakeConfig;
import motcua.ingest.config.IntakeKeys;
import motcua.ingest.config.SpoolKeys;
import motcua.ingest.mapping.Mapped;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Frames mapped records for their topics with the serializer named in the settings, one instance a
 * topic. Thread-safe as far as the serializer is, which Kafka's producer asks of it too.
 */
final class Framing implements AutoCloseable {
  /** Topic of events and sightings: the connector's default. */
  static final String EVENTS = topic(SpoolKeys.TOPIC_EVENTS);

  /** Topic of records that could not be read. */
  static final String DEAD_LETTERS = topic(SpoolKeys.TOPIC_DEAD_LETTERS);

  private final Serializer<Object> events;
  private final Serializer<Object> deadLetters;

  /**
   * Loads the serializer.
   *
   * @throws ConfigException when there is no such class
   */
  Framing(IntakeConfig config) {
    this.events = serializer(config);
    this.deadLetters = serializer(config);
  }

  /**
   * The record for the producer.
   *
   * @throws RuntimeException when the serializer fails, for example because the registry is away
   */
  ProducerRecord<byte[], byte[]> frame(Mapped mapped) {
    return switch (mapped) {
      case Mapped.Event event ->
          new ProducerRecord<>(EVENTS, event.key(), events.serialize(EVENTS, event.event()));
      case Mapped.Dead dead ->
          new ProducerRecord<>(
              DEAD_LETTERS, dead.key(), deadLetters.serialize(DEAD_LETTERS, dead.letter()));
    };
  }

  @Override
  public void close() {
    events.close();
    deadLetters.close();
  }

  private static String topic(String key) {
    return (String) SpoolKeys.definition().defaultValues().get(key);
  }

  @SuppressWarnings("unchecked")
  private static Serializer<Object> serializer(IntakeConfig config) {
    try {
      Serializer<Object> made = Utils.newInstance(config.serializer(), Serializer.class);
      made.configure(Map.copyOf(config.serializerConfig()), false);
      return made;
    } catch (ClassNotFoundException | ClassCastException e) {
      throw new ConfigException(
          IntakeKeys.SERIALIZER,
          config.serializer(),
          "expected the name of an installed class that is a Kafka Serializer");
    }
  }
}
