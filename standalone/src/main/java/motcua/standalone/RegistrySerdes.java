package motcua.standalone;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The two families of serdes that the embedded product knows how to point at its registry, by class
 * name.
 *
 * <p>Both write Confluent's wire format (0x00, id in four bytes, Avro binary) and register nothing.
 * Which family is used is what key {@code value.serializer} of the application says.
 */
public enum RegistrySerdes {
  /** Those of Apicurio Registry, the default. */
  APICURIO(
      "io.apicurio.registry.serde.avro.AvroKafkaSerializer",
      "io.apicurio.registry.serde.avro.AvroKafkaDeserializer") {
    @Override
    public Map<String, String> settings(RegistryProcess registry, boolean specific) {
      return Map.of(
          "apicurio.registry.url", registry.apicurioUrl().toString(),
          "apicurio.registry.auto-register", "false",
          "apicurio.registry.find-latest", "false",
          // Nested records belong to their schema; without this the serializer looks for each as an
          // artifact of its own.
          "apicurio.registry.dereference-schema", "true",
          "apicurio.registry.use-specific-avro-reader", Boolean.toString(specific));
    }
  },

  /** Confluent's, where they are installed (Maven profile confluent). */
  CONFLUENT(
      "io.confluent.kafka.serializers.KafkaAvroSerializer",
      "io.confluent.kafka.serializers.KafkaAvroDeserializer") {
    @Override
    public Map<String, String> settings(RegistryProcess registry, boolean specific) {
      return Map.of(
          "schema.registry.url",
          registry.confluentUrl().toString(),
          "auto.register.schemas",
          "false",
          "use.latest.version",
          "false",
          "specific.avro.reader",
          Boolean.toString(specific));
    }
  };

  private static final String KEY = "value.serializer";

  private final String serializer;
  private final String deserializer;

  RegistrySerdes(String serializer, String deserializer) {
    this.serializer = serializer;
    this.deserializer = deserializer;
  }

  /**
   * The family whose serializer a configuration names; the default when it names none.
   *
   * @throws IllegalArgumentException when it names one that is of neither family: its settings are
   *     not known here
   */
  static RegistrySerdes namedIn(Map<String, String> configuration) {
    String named = configuration.getOrDefault(KEY, APICURIO.serializer);
    List<String> known = Arrays.stream(values()).map(RegistrySerdes::serializer).toList();
    if (!known.contains(named)) {
      throw new IllegalArgumentException(KEY + " " + named + ": expected one of " + known);
    }
    return values()[known.indexOf(named)];
  }

  /** Class of the value serializer. */
  public String serializer() {
    return serializer;
  }

  /** Class of the value deserializer. */
  public String deserializer() {
    return deserializer;
  }

  /**
   * Settings that serializer and deserializer both understand.
   *
   * @param specific whether what is read becomes objects of the generated classes; otherwise
   *     generic records with the writer's schema
   */
  public abstract Map<String, String> settings(RegistryProcess registry, boolean specific);

  /** The application's keys: it learns the writer's schema from generic records. */
  Map<String, String> ofApplication(RegistryProcess registry) {
    Map<String, String> config = new HashMap<>();
    config.put(KEY, serializer);
    config.put("value.deserializer", deserializer);
    settings(registry, false).forEach((key, value) -> config.put("serde." + key, value));
    return config;
  }

  /** The connector's keys. */
  public Map<String, String> ofConnector(RegistryProcess registry) {
    Map<String, String> config = new HashMap<>();
    config.put(KEY, serializer);
    settings(registry, true).forEach((key, value) -> config.put(KEY + "." + key, value));
    return config;
  }
}
