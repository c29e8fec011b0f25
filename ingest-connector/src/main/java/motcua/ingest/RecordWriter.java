package motcua.ingest;

import java.util.Map;
import motcua.ingest.config.SpoolConfig;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.offset.SpoolOffset;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Frames mapped records for their topics. Values are bytes already: the serializer named in the
 * settings frames them, and Connect passes them through.
 */
final class RecordWriter implements AutoCloseable {
  private final String eventsTopic;
  private final String deadLettersTopic;
  private final FramedValues events;
  private final FramedValues deadLetters;

  RecordWriter(SpoolConfig config) {
    eventsTopic = config.eventsTopic();
    deadLettersTopic = config.deadLettersTopic();
    events = new FramedValues(eventsTopic, serializer(config));
    deadLetters = new FramedValues(deadLettersTopic, serializer(config));
  }

  /**
   * The record for Connect.
   *
   * @throws RuntimeException when the serializer fails, for example because the registry is away;
   *     worth a retry
   */
  SourceRecord write(Mapped mapped, Map<String, String> partition, SpoolOffset offset) {
    return switch (mapped) {
      case Mapped.Event event ->
          record(eventsTopic, event.key(), events.write(event.event()), partition, offset);
      case Mapped.Dead dead ->
          record(deadLettersTopic, dead.key(), deadLetters.write(dead.letter()), partition, offset);
    };
  }

  @Override
  public void close() {
    events.close();
    deadLetters.close();
  }

  private static SourceRecord record(
      String topic, byte[] key, byte[] value, Map<String, String> partition, SpoolOffset offset) {
    return new SourceRecord(
        partition,
        offset.toMap(),
        topic,
        null,
        Schema.BYTES_SCHEMA,
        key,
        Schema.BYTES_SCHEMA,
        value);
  }

  @SuppressWarnings("unchecked")
  private static Serializer<Object> serializer(SpoolConfig config) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      Class<?> type =
          Class.forName(
              config.serializer(),
              true,
              loader == null ? RecordWriter.class.getClassLoader() : loader);
      Object made = type.getDeclaredConstructor().newInstance();
      if (!(made instanceof Serializer<?> serializer)) {
        throw notASerializer(config.serializer());
      }
      serializer.configure(config.serializerConfig(), false);
      return (Serializer<Object>) serializer;
    } catch (ReflectiveOperationException | LinkageError e) {
      ConfigException problem = notASerializer(config.serializer());
      problem.initCause(e);
      throw problem;
    }
  }

  private static ConfigException notASerializer(String name) {
    return new ConfigException(
        "value.serializer",
        name,
        "expected a class of org.apache.kafka.common.serialization.Serializer on the connector's class path");
  }
}
