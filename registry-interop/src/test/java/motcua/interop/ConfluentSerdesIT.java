package motcua.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.confluent.connect.avro.AvroConverter;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import motcua.schemas.events.ClockTick;
import motcua.schemas.events.DossierEvent;
import motcua.standalone.RegistrySerdes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Confluent's own client, serdes and converter beside our default ones, at one running registry and
 * over random records of every contract. Replay with {@code -Dmotcua.seed}.
 */
@Timeout(180)
class ConfluentSerdesIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int HEADER_BYTES = 5;

  @TempDir static Path folder;
  private static Registry registry;

  /** What is done with each record of each contract. */
  private interface Check {
    void of(String topic, Schema schema, SpecificRecord record) throws Exception;
  }

  @BeforeAll
  static void start() throws Exception {
    System.out.println("motcua.seed=" + SEED);
    registry = Registry.start(folder);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void shouldWriteTheSameBytes() throws Exception {
    try (Serializer<Object> ours = ourSerializer();
        Serializer<Object> theirs = theirSerializer()) {
      forEachRecord(
          (topic, schema, record) -> {
            byte[] bytes = ours.serialize(topic, record);

            assertEquals(0, bytes[0], topic);
            assertEquals(registry.id(topic), ByteBuffer.wrap(bytes, 1, 4).getInt(), topic);
            assertArrayEquals(
                Samples.avro(schema, record),
                Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length),
                topic);
            assertArrayEquals(bytes, theirs.serialize(topic, record), topic);
          });
    }
  }

  @Test
  void shouldReadWithTheirsWhatOursWrote() throws Exception {
    try (Serializer<Object> ours = ourSerializer();
        Deserializer<Object> specific = theirDeserializer(true);
        Deserializer<Object> generic = theirDeserializer(false)) {
      forEachRecord((topic, schema, record) -> assertRead(topic, record, ours, specific, generic));
    }
  }

  @Test
  void shouldReadWithOursWhatTheirsWrote() throws Exception {
    try (Serializer<Object> theirs = theirSerializer();
        Deserializer<Object> specific = ourDeserializer(true);
        Deserializer<Object> generic = ourDeserializer(false)) {
      forEachRecord(
          (topic, schema, record) -> assertRead(topic, record, theirs, specific, generic));
    }
  }

  @Test
  void shouldConvertForConnectAndBack() throws Exception {
    AvroConverter converter = new AvroConverter();
    converter.configure(
        Map.of(
            "schema.registry.url", registry.url(),
            "auto.register.schemas", "false",
            "use.latest.version", "true",
            "latest.compatibility.strict", "false",
            "connect.meta.data", "false"),
        false);
    try (Serializer<Object> ours = ourSerializer();
        Deserializer<Object> reader = ourDeserializer(true)) {
      forEachRecord(
          (topic, schema, record) -> {
            SchemaAndValue connect = converter.toConnectData(topic, ours.serialize(topic, record));

            Struct struct = assertInstanceOf(Struct.class, connect.value(), topic);
            assertEquals(schema.getFields().size(), struct.schema().fields().size(), topic);
            assertSimpleFields(topic, record, struct);
            // The order of a map's entries is nobody's promise, so values are compared.
            byte[] back = converter.fromConnectData(topic, connect.schema(), struct);
            assertEquals(registry.id(topic), ByteBuffer.wrap(back, 1, 4).getInt(), topic);
            assertEquals(record, reader.deserialize(topic, back), topic);
          });
    }
  }

  @Test
  void shouldListSubjectsAndCompatibility() throws Exception {
    CachedSchemaRegistryClient client = client();

    assertEquals(
        new TreeSet<>(Registry.contracts().keySet().stream().map(t -> t + "-value").toList()),
        new TreeSet<>(client.getAllSubjects()));
    assertEquals("FULL_TRANSITIVE", client.getCompatibility(null));
    for (Map.Entry<String, Schema> contract : Registry.contracts().entrySet()) {
      String topic = contract.getKey();
      AvroSchema schema = new AvroSchema(contract.getValue());
      assertEquals(registry.id(topic), client.getId(topic + "-value", schema), topic);
      assertEquals(
          contract.getValue(), client.getSchemaById(registry.id(topic)).rawSchema(), topic);
      assertTrue(client.testCompatibility(topic + "-value", schema), topic);
    }
  }

  @Test
  void shouldRefuseASchemaThatIsNotRegistered() throws Exception {
    ClockTick tick = ClockTick.newBuilder().setAtMicros(1).build();
    try (Serializer<Object> theirs = theirSerializer()) {
      assertThrows(SerializationException.class, () -> theirs.serialize("motcua.unknown", tick));
      assertThrows(SerializationException.class, () -> theirs.serialize("motcua.events", tick));
    }
    assertFalse(client().getAllSubjects().contains("motcua.unknown-value"));
  }

  @Test
  void shouldRefuseAnIncompatibleSchema() throws Exception {
    AvroSchema other =
        new AvroSchema(
            """
            {"type":"record","name":"DossierEvent","namespace":"motcua.schemas.events",
             "fields":[{"name":"source","type":"int"}]}""");

    RestClientException refused =
        assertThrows(
            RestClientException.class, () -> client().register("motcua.events-value", other));

    assertEquals(409, refused.getStatus(), refused.getMessage());
    assertFalse(client().testCompatibility("motcua.events-value", other));
    assertEquals(List.of(1), client().getAllVersions("motcua.events-value"));
    assertEquals(
        registry.id("motcua.events"),
        client().getId("motcua.events-value", new AvroSchema(DossierEvent.getClassSchema())));
  }

  private static void assertRead(
      String topic,
      SpecificRecord record,
      Serializer<Object> writer,
      Deserializer<Object> specific,
      Deserializer<Object> generic)
      throws IOException {
    byte[] bytes = writer.serialize(topic, record);

    assertEquals(record, specific.deserialize(topic, bytes), topic);
    GenericRecord read = assertInstanceOf(GenericRecord.class, generic.deserialize(topic, bytes));
    assertFalse(read instanceof SpecificRecord, topic);
    assertEquals(record, Samples.specific(record.getSchema(), read), topic);
  }

  private static void assertSimpleFields(String topic, SpecificRecord record, Struct struct) {
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (value instanceof String || value instanceof Number || value instanceof Boolean) {
        assertEquals(value, struct.get(field.name()), topic + " " + field.name());
      }
    }
  }

  private static void forEachRecord(Check check) throws Exception {
    assertFalse(Registry.contracts().isEmpty());
    for (Map.Entry<String, Schema> contract : Registry.contracts().entrySet()) {
      for (SpecificRecord record : Samples.of(contract.getValue(), SEED)) {
        check.of(contract.getKey(), contract.getValue(), record);
      }
    }
  }

  private static CachedSchemaRegistryClient client() {
    return new CachedSchemaRegistryClient(registry.url(), 100);
  }

  private static Serializer<Object> theirSerializer() {
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(RegistrySerdes.CONFLUENT.settings(registry.process(), true), false);
    return serializer;
  }

  private static Deserializer<Object> theirDeserializer(boolean specific) {
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    deserializer.configure(RegistrySerdes.CONFLUENT.settings(registry.process(), specific), false);
    return deserializer;
  }

  private static Serializer<Object> ourSerializer() throws Exception {
    Serializer<Object> serializer = made(RegistrySerdes.APICURIO.serializer());
    serializer.configure(RegistrySerdes.APICURIO.settings(registry.process(), true), false);
    return serializer;
  }

  private static Deserializer<Object> ourDeserializer(boolean specific) throws Exception {
    Deserializer<Object> deserializer = made(RegistrySerdes.APICURIO.deserializer());
    deserializer.configure(RegistrySerdes.APICURIO.settings(registry.process(), specific), false);
    return deserializer;
  }

  @SuppressWarnings("unchecked")
  private static <T> T made(String className) throws Exception {
    return (T) Class.forName(className).getDeclaredConstructor().newInstance();
  }
}
