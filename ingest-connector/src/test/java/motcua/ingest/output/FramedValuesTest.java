package motcua.ingest.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import motcua.ingest.testing.AvroBytes;
import motcua.schemas.events.DeadLetter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class FramedValuesTest {
  private static final String TOPIC = "motcua.dead-letters";
  private static final int ID = 0x01020304;

  /** Frames as a registry's serializer does, and counts how often it is asked. */
  private static final class Registry implements Serializer<Object> {
    private final AvroBytes avro = new AvroBytes();
    private final byte magic;
    private int failures;
    private int asked;

    Registry(int magic, int failures) {
      this.magic = (byte) magic;
      this.failures = failures;
    }

    @Override
    public byte[] serialize(String topic, Object value) {
      assertEquals(TOPIC, topic);
      asked++;
      if (failures-- > 0) {
        throw new SerializationException("the registry is away");
      }
      byte[] bytes = avro.serialize(topic, value);
      return ByteBuffer.allocate(5 + bytes.length).put(magic).putInt(ID).put(bytes).array();
    }
  }

  @Test
  void shouldWriteWhatTheSerializerWritesAndAskItOnce() {
    Registry registry = new Registry(0, 0);
    Registry alone = new Registry(0, 0);
    try (FramedValues values = new FramedValues(TOPIC, registry)) {
      for (int i = 0; i < 5; i++) {
        assertArrayEquals(alone.serialize(TOPIC, letter(i)), values.write(letter(i)));
      }
    }
    assertEquals(1, registry.asked);
  }

  @Test
  void shouldAskAgainAfterAFault() {
    Registry registry = new Registry(0, 1);
    try (FramedValues values = new FramedValues(TOPIC, registry)) {
      assertThrows(SerializationException.class, () -> values.write(letter(1)));

      assertArrayEquals(new Registry(0, 0).serialize(TOPIC, letter(1)), values.write(letter(1)));
    }
  }

  @Test
  void shouldLeaveToTheSerializerWhatHasAnotherFrame() {
    Registry registry = new Registry(7, 0);
    try (FramedValues values = new FramedValues(TOPIC, registry)) {
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(new Registry(7, 0).serialize(TOPIC, letter(i)), values.write(letter(i)));
      }
    }
    assertEquals(3, registry.asked);
  }

  @Test
  void shouldTakeAnOutputShorterThanAFrame() {
    Serializer<Object> tiny = (topic, value) -> "ab".getBytes(StandardCharsets.UTF_8);
    try (FramedValues values = new FramedValues(TOPIC, tiny)) {
      assertEquals(2, values.write(letter(1)).length);
    }
  }

  private static SpecificRecord letter(int number) {
    return DeadLetter.newBuilder()
        .setFingerprint("f" + number)
        .setReason("NOT_JSON")
        .setInput("a.ndjson")
        .setPosition("line " + number)
        .setKept(Map.of("dossierId", "d" + number))
        .build();
  }
}
