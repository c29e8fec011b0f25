package motcua.ingest.output;

import java.util.Map;
import motcua.ingest.config.EventKeys;
import motcua.ingest.config.EventSettings;
import motcua.ingest.mapping.Mapped;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Frames mapped records for their topics. Values are bytes afterwards: the serializer named in the
 * settings frames them, and Connect passes them through. Thread-safe.
 */
public final class Framing implements AutoCloseable {
  private final String eventsTopic;
  private final String deadLettersTopic;
  private final FramedValues events;
  private final FramedValues deadLetters;

  /**
   * A framing after the settings.
   *
   * @throws ConfigException when the serializer is none
   */
  public Framing(EventSettings settings) {
    this(
        settings.eventsTopic(),
        settings.deadLettersTopic(),
        EventKeys.SERIALIZER,
        settings.serializer(),
        settings.serializerConfig());
  }

  /**
   * A framing for two topics.
   *
   * @param key of the setting that names the serializer
   * @param serializer its class
   * @param settings those of the serializer
   * @throws ConfigException when the serializer is none
   */
  public Framing(
      String eventsTopic,
      String deadLettersTopic,
      String key,
      String serializer,
      Map<String, ?> settings) {
    this.eventsTopic = eventsTopic;
    this.deadLettersTopic = deadLettersTopic;
    events = new FramedValues(eventsTopic, serializer(key, serializer, settings));
    deadLetters = new FramedValues(deadLettersTopic, serializer(key, serializer, settings));
  }

  /**
   * The record of its topic.
   *
   * @throws RuntimeException when the serializer fails, for example because the registry is away;
   *     worth a retry
   */
  public Framed frame(Mapped mapped) {
    return switch (mapped) {
      case Mapped.Event event -> new Framed(eventsTopic, event.key(), events.write(event.event()));
      case Mapped.Dead dead ->
          new Framed(deadLettersTopic, dead.key(), deadLetters.write(dead.letter()));
    };
  }

  @Override
  public void close() {
    events.close();
    deadLetters.close();
  }

  @SuppressWarnings("unchecked")
  private static Serializer<Object> serializer(String key, String name, Map<String, ?> settings) {
    try {
      Object made = load(name).getDeclaredConstructor().newInstance();
      if (!(made instanceof Serializer<?> serializer)) {
        throw notASerializer(key, name);
      }
      serializer.configure(settings, false);
      return (Serializer<Object>) serializer;
    } catch (ReflectiveOperationException | LinkageError e) {
      ConfigException problem = notASerializer(key, name);
      problem.initCause(e);
      throw problem;
    }
  }

  /** A transformation runs under the loader of somebody else's connector, so ours comes first. */
  private static Class<?> load(String name) throws ClassNotFoundException {
    try {
      return Class.forName(name, true, Framing.class.getClassLoader());
    } catch (ClassNotFoundException elsewhere) {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      if (loader == null) {
        throw elsewhere;
      }
      return Class.forName(name, true, loader);
    }
  }

  private static ConfigException notASerializer(String key, String name) {
    return new ConfigException(
        key,
        name,
        "expected a class of org.apache.kafka.common.serialization.Serializer on the"
            + " class path");
  }
}
