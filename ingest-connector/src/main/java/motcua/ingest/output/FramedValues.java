package motcua.ingest.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import motcua.schemas.registry.RegistryCalls;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Values of one topic, which has one schema. The configured serializer writes the first record,
 * which asks the registry for the schema and gives the frame; where that is the registry's wire
 * format (0x00, id in four bytes, Avro binary) later records reuse it, because serializers look the
 * schema up for every record, which costs more than all else. What writes otherwise writes every
 * record. Thread-safe.
 */
final class FramedValues implements AutoCloseable {
  private static final int FRAME_BYTES = 5;
  private static final int USUAL_BYTES = 512;

  private final String topic;
  private final Serializer<Object> serializer;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
  private final SpecificData data = generatedCoders();
  private SpecificDatumWriter<SpecificRecord> writer;
  private BinaryEncoder encoder;
  private byte[] frame;

  FramedValues(String topic, Serializer<Object> serializer) {
    this.topic = topic;
    this.serializer = serializer;
  }

  /**
   * The bytes of a record, as the serializer would write them.
   *
   * @throws RuntimeException when the serializer fails; worth a retry
   */
  synchronized byte[] write(SpecificRecord record) {
    if (frame != null) {
      return framed(frame, record);
    }
    byte[] bytes = RegistryCalls.answered(() -> serializer.serialize(topic, record));
    byte[] learnt = Arrays.copyOf(bytes, FRAME_BYTES);
    if (learnt[0] == 0 && Arrays.equals(bytes, framed(learnt, record))) {
      frame = learnt;
    }
    return bytes;
  }

  @Override
  public void close() {
    serializer.close();
  }

  private byte[] framed(byte[] start, SpecificRecord record) {
    if (writer == null) {
      writer = new SpecificDatumWriter<>(record.getSchema(), data);
    }
    try {
      out.reset();
      out.write(start, 0, FRAME_BYTES);
      encoder = EncoderFactory.get().directBinaryEncoder(out, encoder);
      writer.write(record, encoder);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Avro's generated coders, several times faster than a walk over the schema; same bytes. */
  private static SpecificData generatedCoders() {
    SpecificData data = new SpecificData(FramedValues.class.getClassLoader());
    data.setCustomCoders(true);
    return data;
  }
}
