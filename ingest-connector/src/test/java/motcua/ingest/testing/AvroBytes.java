package motcua.ingest.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Plain Avro without a registry; fails as often as {@code failures} says first. */
public final class AvroBytes implements Serializer<Object> {
  private int failuresLeft;

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    failuresLeft =
        Integer.parseInt(
            String.valueOf(settings.containsKey("failures") ? settings.get("failures") : "0"));
  }

  @Override
  public byte[] serialize(String topic, Object value) {
    if (failuresLeft > 0) {
      failuresLeft--;
      throw new SerializationException("the registry is away");
    }
    SpecificRecord record = (SpecificRecord) value;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static <T extends SpecificRecord> T read(Object value, Class<T> type) {
    try {
      return new SpecificDatumReader<>(type)
          .read(null, DecoderFactory.get().binaryDecoder((byte[]) value, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
