package motcua.standalone;

import java.util.Map;

/**
 * Apicurio's serdes as the embedded product configures them, by class name.
 *
 * <p>They write Confluent's wire format (0x00, id in four bytes, Avro binary) and register nothing.
 */
public final class RegistrySerdes {
  /** Class of the value serializer. */
  public static final String SERIALIZER = "io.apicurio.registry.serde.avro.AvroKafkaSerializer";

  /** Class of the value deserializer. */
  public static final String DESERIALIZER = "io.apicurio.registry.serde.avro.AvroKafkaDeserializer";

  private RegistrySerdes() {}

  /** Settings both understand. */
  public static Map<String, String> settings(RegistryProcess registry) {
    return Map.of(
        "apicurio.registry.url", registry.apicurioUrl().toString(),
        "apicurio.registry.auto-register", "false",
        "apicurio.registry.find-latest", "false",
        // Nested records belong to their schema; without this the serializer looks for each as an
        // artifact of its own.
        "apicurio.registry.dereference-schema", "true",
        "apicurio.registry.use-specific-avro-reader", "true");
  }
}
