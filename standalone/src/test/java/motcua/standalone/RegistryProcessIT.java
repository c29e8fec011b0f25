package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import motcua.schemas.events.ClockTick;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Due;
import motcua.schemas.events.Reception;
import org.apache.avro.Schema;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class RegistryProcessIT {
  private static final String TOPIC = "motcua.events";

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static RegistryProcess registry;
  private static int eventId;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), Durability.SCRATCH);
    registry = RegistryProcess.start(folder.resolve("registry"), postgres.registry());
    eventId = registry.client().register(Map.of(TOPIC, DossierEvent.getClassSchema())).get(TOPIC);
  }

  @AfterAll
  static void stop() {
    registry.close();
    postgres.close();
  }

  @Test
  void shouldGiveTheSameIdAgain() throws Exception {
    int again = registry.client().register("motcua.events-value", DossierEvent.getClassSchema());

    assertEquals(eventId, again);
  }

  @Test
  void shouldRefuseAnIncompatibleSchema() {
    Schema other =
        new Schema.Parser()
            .parse(
                """
                {"type":"record","name":"DossierEvent","namespace":"motcua.schemas.events",
                 "fields":[{"name":"source","type":"int"}]}""");

    assertThrows(
        SchemaRegistration.IncompatibleSchemaException.class,
        () -> registry.client().register(SchemaRegistration.subject(TOPIC), other));
  }

  @Test
  void shouldRoundTripAnEventInTheConfluentWireFormat() throws Exception {
    DossierEvent event = event();
    try (Serializer<Object> serializer = configured(RegistrySerdes.APICURIO.serializer());
        Deserializer<Object> deserializer = configured(RegistrySerdes.APICURIO.deserializer())) {
      byte[] bytes = serializer.serialize(TOPIC, event);

      assertEquals(0, bytes[0]);
      assertEquals(eventId, ByteBuffer.wrap(bytes, 1, 4).getInt());
      assertArrayEquals(avro(event), Arrays.copyOfRange(bytes, 5, bytes.length));
      assertEquals(event, deserializer.deserialize(TOPIC, bytes));
    }
  }

  @Test
  void shouldRegisterNothingByItself() throws Exception {
    try (Serializer<Object> serializer = configured(RegistrySerdes.APICURIO.serializer())) {
      ClockTick tick = ClockTick.newBuilder().setAtMicros(1).build();

      assertThrows(RuntimeException.class, () -> serializer.serialize("motcua.unknown", tick));
    }
  }

  @Test
  void shouldEndARegistryThatWasLeftRunningAndFindItsSchemas(@TempDir Path other) throws Exception {
    long left = KilledJvm.leaveBehind(OneSchema.class, other);
    assertTrue(isAlive(left), "nothing was left behind");

    try (EmbeddedPostgres database =
            EmbeddedPostgres.start(other.resolve("postgresql"), Durability.KEPT);
        RegistryProcess reopened =
            RegistryProcess.start(other.resolve("registry"), database.registry())) {
      assertFalse(isAlive(left), "the old registry still runs");
      assertEquals(
          List.of("motcua.clock-value"),
          new ObjectMapper()
              .readValue(reopened.confluentUrl().resolve("v7/subjects").toURL(), List.class));
    }
  }

  /** Starts a registry with one schema. */
  static final class OneSchema implements KilledJvm.Body {
    @Override
    public long start(Path folder) throws Exception {
      EmbeddedPostgres database =
          EmbeddedPostgres.start(folder.resolve("postgresql"), Durability.KEPT);
      RegistryProcess registry =
          RegistryProcess.start(folder.resolve("registry"), database.registry());
      registry.client().register(Map.of("motcua.clock", ClockTick.getClassSchema()));
      return registry.pid();
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static byte[] avro(DossierEvent event) throws Exception {
    var out = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(out, null);
    new SpecificDatumWriter<>(DossierEvent.class).write(event, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static DossierEvent event() {
    return DossierEvent.newBuilder()
        .setSource("h56")
        .setDossierId("H56.1-240701-0001")
        .setEventId("e1")
        .setType("RECEIVED")
        .setOccurredAtMicros(1L)
        .setRecordedAtMicros(2L)
        .setReception(Reception.newBuilder().setUnit("H56.1").setChannel("ONLINE").build())
        .setDue(Due.newBuilder().setDueAtMicros(3L).build())
        .build();
  }

  @SuppressWarnings("unchecked")
  private static <T> T configured(String className) throws Exception {
    Object serde = Class.forName(className).getDeclaredConstructor().newInstance();
    Map<String, Object> settings = new HashMap<>(RegistrySerdes.APICURIO.settings(registry, true));
    switch (serde) {
      case Serializer<?> serializer -> serializer.configure(settings, false);
      case Deserializer<?> deserializer -> deserializer.configure(settings, false);
      default -> throw new IllegalArgumentException(className);
    }
    return (T) serde;
  }
}
