package motcua.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import motcua.schemas.registry.RegistryCalls;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes generated records in the registry's wire format. The configured serializer writes the
 * first record, which checks the schema with the registry and gives the frame; later records reuse
 * the frame. Not thread-safe.
 */
public final class FramedWriter<T extends SpecificRecord> {
  private static final int HEADER = 5;

  private final String topic;
  private final Serializer<Object> registrySerializer;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);
  private SpecificDatumWriter<T> writer;
  private BinaryEncoder encoder;
  private byte[] frame;

  /**
   * @param topic topic the subject is named after
   * @param registrySerializer the registry's serializer, auto-registration off
   */
  public FramedWriter(String topic, Serializer<Object> registrySerializer) {
    this.topic = topic;
    this.registrySerializer = registrySerializer;
  }

  /** The framed bytes of a record. */
  public byte[] write(T value) {
    if (frame == null) {
      byte[] first = RegistryCalls.answered(() -> registrySerializer.serialize(topic, value));
      if (first[0] != 0) {
        throw new IllegalStateException(
            "the configured serializer does not write the registry's wire format for " + topic);
      }
      frame = Arrays.copyOf(first, HEADER);
      writer = new SpecificDatumWriter<>(value.getSchema(), GeneratedCoders.DATA);
    }
    try {
      out.reset();
      out.write(frame, 0, HEADER);
      encoder = EncoderFactory.get().directBinaryEncoder(out, encoder);
      writer.write(value, encoder);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
